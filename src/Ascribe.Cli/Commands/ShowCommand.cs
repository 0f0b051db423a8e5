using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ascribe.Cli.Commands;

/// <summary><c>ascribe show</c>: one record of a ledger.</summary>
internal static class ShowCommand
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var id = new Argument<string>("id") { Description = "The report's id, as 'ascribe list' shows it." };
        var ledgerPath = LedgerOption.Create();
        var format = new Option<string>("--format", "-f") { Description = "json (indented) or jsonl.", DefaultValueFactory = _ => "json" };
        format.AcceptOnlyFromAmong("json", "jsonl");
        var command = new Command("show", "Shows the current record of a report in a ledger.") { id, ledgerPath, format };
        command.SetAction(parsed => LedgerOption.Use(parsed.GetRequiredValue(ledgerPath), create: false, ledger =>
        {
            if (ledger.Find(parsed.GetRequiredValue(id)) is not { } json)
            {
                Console.Error.WriteLine($"error: the ledger holds no report '{parsed.GetRequiredValue(id)}'.");
                return ExitCodes.NothingRead;
            }

            Console.Out.WriteLine(parsed.GetValue(format) == "json" ? JsonNode.Parse(json)!.ToJsonString(s_indented) : json);
            return ExitCodes.Done;
        }));
        return command;
    }
}
