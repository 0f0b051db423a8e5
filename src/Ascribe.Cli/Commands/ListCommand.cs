using System.CommandLine;
using System.Text.Json;
using Ascribe.Dossiers.Ledger;

namespace Ascribe.Cli.Commands;

/// <summary><c>ascribe list</c>: the reports of a ledger.</summary>
internal static class ListCommand
{
    public static Command Create()
    {
        var ledgerPath = LedgerOption.Create();
        var format = new Option<string>("--format", "-f") { Description = "text or jsonl.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "jsonl");
        var command = new Command("list", "Lists the reports of a ledger.") { ledgerPath, format };
        command.SetAction(parsed => LedgerOption.Use(parsed.GetRequiredValue(ledgerPath), create: false, ledger =>
        {
            foreach (var row in ledger.List()) Console.Out.Write(parsed.GetValue(format) == "jsonl" ? Json(row) : Text(row));
            return ExitCodes.Done;
        }));
        return command;
    }

    private static string Text(LedgerRow row) => $"{row.Published ?? "undated",-20} {row.Id,-24} {row.Events,3} events {row.Claims,3} claims  {row.Title}\n";

    private static string Json(LedgerRow row) => JsonSerializer.Serialize(new Dictionary<string, object?>
    {
        ["sequence"] = row.Sequence,
        ["id"] = row.Id,
        ["title"] = row.Title,
        ["outlet"] = row.Outlet,
        ["published"] = row.Published,
        ["reader"] = row.Reader,
        ["events"] = row.Events,
        ["claims"] = row.Claims,
    }) + "\n";
}
