using System.CommandLine;
using Ascribe.Cli.Views;
using Ascribe.Dossiers.Review;

namespace Ascribe.Cli.Commands;

/// <summary><c>ascribe decisions</c>: what was decided, one a line.</summary>
internal static class DecisionsCommand
{
    public static Command Create()
    {
        var ledgerPath = LedgerOption.Create();
        var format = FormatOption.Create("text", "text or jsonl.", "text", "jsonl");
        var command = new Command("decisions", "Lists the decisions of a ledger: number, time, what was decided of what, who and why.") { ledgerPath, format };
        command.SetAction(parsed => LedgerOption.Use(parsed.GetRequiredValue(ledgerPath), create: false, ledger => OutputStream.Use(null, writer =>
        {
            foreach (var entry in ledger.Decisions())
            {
                if (parsed.GetValue(format) == "jsonl") writer.Write(JsonLine.Of(json => ReviewJson.WriteFields(json, entry)));
                else writer.WriteLine(OneLine.Of($"{entry.Sequence}  {entry.Decision.Signed.At}  {DecisionText.Of(entry.Decision)}{DecisionText.Signed(entry.Decision)}"));
            }

            return ExitCodes.Done;
        })));
        return command;
    }
}
