using System.CommandLine;

namespace Ascribe.Cli.Commands;

/// <summary><c>ascribe check</c>: looks a ledger over for damage.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var ledgerPath = LedgerOption.Create();
        var command = new Command("check", "Checks a ledger for damage.") { ledgerPath };
        command.SetAction(parsed => LedgerOption.Use(parsed.GetRequiredValue(ledgerPath), create: false, ledger =>
        {
            var found = ledger.Check();
            foreach (var line in found) Console.Error.WriteLine("error: " + line);
            if (found.Count == 0) Console.Out.WriteLine($"{ledger.Count} entries, no damage found.");
            return found.Count == 0 ? ExitCodes.Done : ExitCodes.Ledger;
        }));
        return command;
    }
}
