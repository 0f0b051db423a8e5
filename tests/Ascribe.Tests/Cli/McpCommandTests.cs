using System.Text.Json;
using Ascribe.Cli;
using Ascribe.Dossiers.Ledger;
using Ascribe.Tests.Dossiers;
using ModelContextProtocol.Protocol;

namespace Ascribe.Tests.Cli;

/// <summary>The tools of the server, called by the protocol's own client.</summary>
public sealed class McpCommandTests(McpProcess server) : IClassFixture<McpProcess>
{
    [Fact]
    public async Task Tools_are_listed_with_what_they_take()
    {
        var tools = await server.Client.ListToolsAsync();
        Assert.Equal(["read_text", "search_dossiers", "get_dossier", "list_claims", "get_report"], tools.Select(t => t.Name));
        Assert.All(tools, t =>
        {
            Assert.True(t.Description.Length > 40);
            Assert.True(t.ProtocolTool.Annotations!.ReadOnlyHint);
            Assert.Equal("object", t.JsonSchema.GetProperty("type").GetString());
            Assert.All(t.JsonSchema.GetProperty("properties").EnumerateObject(), p => Assert.True(p.Value.TryGetProperty("description", out _) && p.Value.TryGetProperty("type", out _), p.Name));
        });
    }

    [Fact]
    public async Task A_text_is_read_and_not_kept()
    {
        using var record = await Answer("read_text", new() { ["text"] = DossierReports.First, ["title"] = "Car bomb kills 12", ["published"] = "2016-03-07" });
        Assert.Equal("ascribe-record/1", record.RootElement.GetProperty("format").GetString());
        Assert.NotEqual(0, record.RootElement.GetProperty("claims").GetArrayLength());
        using var ledger = ReportLedger.Open(server.Ledger, create: false);
        Assert.Equal(5, ledger.List().Count());
    }

    [Fact]
    public async Task Incidents_are_found_page_by_page_and_opened()
    {
        using var first = await Answer("search_dossiers", new() { ["country"] = "IQ", ["limit"] = 1 });
        var found = Assert.Single(first.RootElement.GetProperty("dossiers").EnumerateArray());
        Assert.Equal((12, "15", 15), (found.GetProperty("killed").GetProperty("low").GetInt32(), found.GetProperty("killed").GetProperty("best").GetString(), found.GetProperty("killed").GetProperty("high").GetInt32()));
        using var second = await Answer("search_dossiers", new() { ["country"] = "IQ", ["limit"] = 1, ["after"] = first.RootElement.GetProperty("next_after").GetString() });
        Assert.NotEqual(found.GetProperty("id").GetString(), second.RootElement.GetProperty("dossiers")[0].GetProperty("id").GetString());
        Assert.False(second.RootElement.TryGetProperty("next_after", out _));
        using var dossier = await Answer("get_dossier", new() { ["id"] = found.GetProperty("id").GetString() });
        Assert.Equal(3, dossier.RootElement.GetProperty("reports").GetArrayLength());
    }

    [Fact]
    public async Task Incidents_are_found_by_what_their_sources_contradict_each_other_on()
    {
        using var contradicted = await Answer("search_dossiers", new() { ["contradicted"] = "killed" });
        var found = contradicted.RootElement.GetProperty("dossiers").EnumerateArray().ToList();
        Assert.NotEmpty(found);
        Assert.All(found, d => Assert.Contains("killed", d.GetProperty("contradicted").EnumerateArray().Select(s => s.GetString())));
        using var none = await Answer("search_dossiers", new() { ["contradicted"] = "weapon" });
        Assert.Empty(none.RootElement.GetProperty("dossiers").EnumerateArray());
    }

    [Fact]
    public async Task Claims_come_with_the_characters_that_make_them()
    {
        using var answer = await Answer("list_claims", new() { ["id"] = "second", ["stance"] = "claims_own" });
        var claim = Assert.Single(answer.RootElement.GetProperty("claims").EnumerateArray());
        Assert.Equal("Islamic State", claim.GetProperty("speaker").GetString());
        using var report = await Answer("get_report", new() { ["id"] = claim.GetProperty("report").GetString() });
        var text = report.RootElement.GetProperty("text").GetString()!;
        Assert.All(claim.GetProperty("quotes").EnumerateArray(), q => Assert.Equal(q.GetProperty("text").GetString(), text[q.GetProperty("start").GetInt32()..q.GetProperty("end").GetInt32()]));
    }

    [Theory]
    [InlineData("get_dossier", "{}", "'id' is missing.")]
    [InlineData("get_dossier", """{"id":"none"}""", "there is no dossier 'none'")]
    [InlineData("get_dossier", """{"id":7}""", "'id' must be a text.")]
    [InlineData("search_dossiers", """{"since":"Tuesday"}""", "'Tuesday' is no day")]
    [InlineData("search_dossiers", """{"near":"here"}""", "'here' is no latitude")]
    [InlineData("search_dossiers", """{"limit":0}""", "'limit' must be a whole number from 1 to 100.")]
    [InlineData("search_dossiers", """{"stance":"sure"}""", "'sure' is none of asserts")]
    [InlineData("search_dossiers", """{"after":"none"}""", "there is no dossier 'none' to begin after.")]
    [InlineData("search_dossiers", """{"actors":"x"}""", "search_dossiers knows no 'actors'.")]
    [InlineData("read_text", """{"text":"  "}""", "there is no text in it")]
    [InlineData("drop_ledger", "{}", "there is no tool 'drop_ledger'.")]
    [InlineData("get_report", """{"id":"far"}""", "there is no report 'far'")]
    [InlineData("get_dossier", """{"id":"far"}""", "there is no dossier 'far'")]
    public async Task What_cannot_be_answered_is_told_in_words(string tool, string arguments, string message)
    {
        var result = await server.Client.CallToolAsync(tool, JsonSerializer.Deserialize<Dictionary<string, object?>>(arguments)!);
        Assert.True(result.IsError);
        Assert.Contains(message, Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ledger_that_is_not_there_is_told_at_once()
    {
        var (exit, output, errors) = AscribeProcess.Run(["mcp", "--ledger", server.Ledger + ".none"]);
        Assert.Equal((ExitCodes.Ledger, ""), (exit, output));
        Assert.StartsWith("error: ", errors, StringComparison.Ordinal);
    }

    private async Task<JsonDocument> Answer(string tool, Dictionary<string, object?> arguments)
    {
        var result = await server.Client.CallToolAsync(tool, arguments);
        var text = Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
        Assert.True(result.IsError is not true, text);
        return JsonDocument.Parse(text);
    }
}
