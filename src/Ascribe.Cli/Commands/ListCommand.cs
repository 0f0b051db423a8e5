using System.CommandLine;
using Ascribe.Cli.Views;
using Ascribe.Dossiers.Ledger;

namespace Ascribe.Cli.Commands;

/// <summary><c>ascribe list</c>: the reports of a ledger.</summary>
internal static class ListCommand
{
    /// <summary>Longer ids push the rest of their line to the right.</summary>
    private const int IdWidth = 24;

    public static Command Create()
    {
        var ledgerPath = LedgerOption.Create();
        var format = FormatOption.Create("text", "text or jsonl.", "text", "jsonl");
        var command = new Command("list", "Lists the reports of a ledger: day, id, events and claims, title.") { ledgerPath, format };
        command.SetAction(parsed => LedgerOption.Use(parsed.GetRequiredValue(ledgerPath), create: false, ledger => OutputStream.Use(null, writer =>
        {
            var width = Console.IsOutputRedirected ? int.MaxValue : Math.Max(40, Console.WindowWidth);
            foreach (var row in ledger.List()) writer.Write(parsed.GetValue(format) == "jsonl" ? Json(row) : Text(row, width));
            return ExitCodes.Done;
        })));
        return command;
    }

    private static string Text(LedgerRow row, int width)
    {
        var day = row.Published?[..10] ?? "undated";
        var line = $"{day,-10}  {OneLine.Of(row.Id).PadRight(IdWidth)}  {row.Events,3} events {row.Claims,3} claims  {OneLine.Of(row.Title ?? "")}".TrimEnd();
        return (line.Length <= width ? line : string.Concat(line.AsSpan(0, width - 1), "…")) + "\n";
    }

    private static string Json(LedgerRow row) => JsonLine.Of(json =>
    {
        json.WriteNumber("sequence", row.Sequence);
        json.WriteString("id", row.Id);
        json.WriteString("title", row.Title);
        json.WriteString("outlet", row.Outlet);
        json.WriteString("published", row.Published);
        json.WriteString("reader", row.Reader);
        json.WriteNumber("events", row.Events);
        json.WriteNumber("claims", row.Claims);
    });
}
