using System.CommandLine;
using Ascribe.Cli.Views;
using Ascribe.Records;

namespace Ascribe.Cli.Commands;

/// <summary><c>ascribe show</c>: one record of a ledger.</summary>
internal static class ShowCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("ID") { Description = "The report's id, as 'ascribe list' shows it." };
        var ledgerPath = LedgerOption.Create();
        var format = FormatOption.Create("text", "text for people, json (indented), jsonl (one line).", "text", "json", "jsonl");
        var command = new Command("show", "Shows the current record of a report in a ledger.") { id, ledgerPath, format };
        command.SetAction(parsed => LedgerOption.Use(parsed.GetRequiredValue(ledgerPath), create: false, ledger => OutputStream.Use(null, writer =>
        {
            if (ledger.Find(parsed.GetRequiredValue(id)) is not { } record)
            {
                Console.Error.WriteLine($"error: {parsed.GetRequiredValue(ledgerPath)}: there is no report '{parsed.GetRequiredValue(id)}'; 'ascribe list' shows those that are.");
                return ExitCodes.NothingRead;
            }

            if (parsed.GetValue(format) == "text") new RecordView(writer, isTerminal: !Console.IsOutputRedirected).Write(record);
            else writer.Write(RecordJson.Write(record, indented: parsed.GetValue(format) == "json") + "\n");
            return ExitCodes.Done;
        })));
        return command;
    }
}
