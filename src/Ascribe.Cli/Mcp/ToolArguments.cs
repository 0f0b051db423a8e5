using System.Text.Json;
using Ascribe.Records;
using NodaTime;
using NodaTime.Text;

namespace Ascribe.Cli.Mcp;

/// <summary>The arguments of a call, each asked for by name and type; what is wrong is a <see cref="ToolException"/> that names it.</summary>
/// <param name="given">As they came, or null: none.</param>
internal sealed class ToolArguments(IDictionary<string, JsonElement>? given)
{
    public IEnumerable<string> Names => given?.Keys ?? [];

    public string Text(string name) => TextOrNull(name) ?? throw new ToolException($"'{name}' is missing.");

    public string? TextOrNull(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => TextOf(name, text),
        _ => throw new ToolException($"'{name}' must be a text."),
    };

    public bool Flag(string name) => Find(name) switch
    {
        null or { ValueKind: JsonValueKind.False } => false,
        { ValueKind: JsonValueKind.True } => true,
        _ => throw new ToolException($"'{name}' must be true or false."),
    };

    public int Whole(string name, int standard, int least, int most) => Find(name) switch
    {
        null => standard,
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt32(out var value) && value >= least && value <= most => value,
        _ => throw new ToolException($"'{name}' must be a whole number from {least} to {most}."),
    };

    public LocalDate? Day(string name) => TextOrNull(name) is not { } text ? null
        : LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day } ? day
        : throw new ToolException($"'{name}': '{text}' is no day such as 2024-03-05.");

    public T? Named<T>(string name)
        where T : struct, Enum
    {
        if (TextOrNull(name) is not { } text) return null;
        foreach (var value in Enum.GetValues<T>())
        {
            if (RecordJson.NameOf(value) == text) return value;
        }

        throw new ToolException($"'{name}': '{text}' is none of {string.Join(", ", Enum.GetValues<T>().Select(RecordJson.NameOf))}.");
    }

    private static string? TextOf(string name, JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            throw new ToolException($"'{name}' holds half of a surrogate pair, which is no text.");
        }
    }

    private JsonElement? Find(string name) => given is not null && given.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
