using System.CommandLine;
using Ascribe.Dossiers.Actors;
using Ascribe.Dossiers.Dossiers;
using Ascribe.Dossiers.Index;
using Ascribe.Dossiers.Review;

namespace Ascribe.Cli.Commands;

/// <summary><c>ascribe check</c>: looks a ledger over for damage.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var ledgerPath = LedgerOption.Create();
        var command = new Command("check", "Checks a ledger for damage, and makes its index of dossiers anew.") { ledgerPath };
        command.SetAction(parsed => LedgerOption.Use(parsed.GetRequiredValue(ledgerPath), create: false, ledger =>
        {
            var found = ledger.Check();
            foreach (var line in found) Console.Error.WriteLine("error: " + line);
            if (found.Count > 0) return ExitCodes.Ledger;

            foreach (var clock in ClockSetBack.Of(ledger.Decisions())) Console.Error.WriteLine($"warning: {parsed.GetRequiredValue(ledgerPath)}: {clock}");

            // The indexes of dossiers and actors are views: they are made anew, however damaged they are.
            var damaged = LedgerViews.Check(ledger);
            if (damaged.Count > 0)
            {
                foreach (var line in damaged) Console.Error.WriteLine("warning: " + line);
                Console.Error.WriteLine($"warning: {parsed.GetRequiredValue(ledgerPath)}: the entries are whole; what lies beside them is made anew.");
                LedgerViews.Drop(ledger);
            }

            ActorShelf.Rebuild(ledger);
            Console.Out.WriteLine($"{ledger.Count} entries, no damage found; {DossierShelf.Rebuild(ledger)} dossiers made anew.");
            return ExitCodes.Done;
        }));
        return command;
    }
}
