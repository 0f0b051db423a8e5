using System.Text.Json;
using Ascribe.Cli.Mcp;

namespace Ascribe.Tests.Cli;

public sealed class ToolArgumentsTests
{
    [Fact]
    public void Half_a_character_is_told_to_whoever_called()
    {
        using var json = JsonDocument.Parse("""{"text":"a \ud83d b"}""");
        var arguments = new ToolArguments(new Dictionary<string, JsonElement> { ["text"] = json.RootElement.GetProperty("text") });
        Assert.Contains("'text' holds half of a surrogate pair", Assert.Throws<ToolException>(() => arguments.Text("text")).Message, StringComparison.Ordinal);
    }
}
