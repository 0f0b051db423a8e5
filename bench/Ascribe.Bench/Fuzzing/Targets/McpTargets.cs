using System.Text;
using System.Text.Json;
using Ascribe.Cli.Mcp;
using Ascribe.Dossiers.Review;

namespace Ascribe.Bench.Fuzzing.Targets;

/// <summary>Messages to <c>ascribe mcp</c>: the calls of its tools, and lines as they come over its standard input.</summary>
internal static class McpTargets
{
    public static IEnumerable<FuzzTarget> All(Workplace workplace)
    {
        var tools = new Lazy<LedgerTools>(() => new LedgerTools(workplace.Ledger("mcp"), Tlp.Red, () => workplace.Reader));
        return
        [
            new("mcp-call", () => Calls().Select(Encoding.UTF8.GetBytes), bytes => TakeCall(bytes, tools.Value)) { Refusals = [typeof(ToolException), typeof(JsonException)] },
            new("mcp", () => Lines().Select(Encoding.UTF8.GetBytes), bytes => McpConversation.Have(tools.Value, bytes) > 0) { Words = ["tools/list", "initialize", "notifications/cancelled", "requestId", "_meta", "progressToken", "resources/list", "2.0", "error", "result"] },
        ];
    }

    private static bool TakeCall(byte[] bytes, LedgerTools tools)
    {
        using var call = JsonDocument.Parse(bytes);
        if (call.RootElement is not { ValueKind: JsonValueKind.Object } root || !root.TryGetProperty("name", out var name) || !root.TryGetProperty("arguments", out var given)) return false;
        if (name.ValueKind != JsonValueKind.String || given.ValueKind != JsonValueKind.Object) return false;
        var arguments = new Dictionary<string, JsonElement>();
        try
        {
            foreach (var argument in given.EnumerateObject()) arguments[argument.Name] = argument.Value;
            if (name.GetString() is null) return false;
        }
        catch (InvalidOperationException)
        {
            // Half a character in a name: the protocol's library refuses it before.
            return false;
        }

        using var answer = JsonDocument.Parse(tools.Call(name.GetString()!, new ToolArguments(arguments)));
        return true;
    }

    private static IEnumerable<string> Calls() =>
    [
        """{"name":"search_dossiers","arguments":{"since":"2019-01-01","until":"2024-03-05","country":"IQ","near":"33.3,44.4,500","text":"market OR bomb*","limit":2,"several":false,"latest_first":true}}""",
        """{"name":"search_dossiers","arguments":{"actor":"army","speaker":"spokesman","stance":"denies","responsibility":"claimed","type":"bombing","place":"Tikrit","disagreement":true}}""",
        """{"name":"get_dossier","arguments":{"id":"embassy-rockets"}}""",
        """{"name":"list_claims","arguments":{"id":"market-bombing","speaker":"police","stance":"asserts"}}""",
        """{"name":"get_report","arguments":{"id":"airport-denial"}}""",
        """{"name":"read_text","arguments":{"text":"A bomb killed 3 people in Tikrit on Monday, police said.","title":"Bomb in Tikrit","published":"2024-03-05","outlet":"Harbour"}}""",
    ];

    private static IEnumerable<string> Lines() => Calls().Select((call, i) => $$"""{"jsonrpc":"2.0","id":{{i}},"method":"tools/call","params":{{call}}}""").Append("""{"jsonrpc":"2.0","id":7,"method":"tools/list","params":{}}""");
}
