using System.CommandLine;
using Ascribe.Dossiers.Ledger;

namespace Ascribe.Cli.Commands;

/// <summary>The option that names the ledger, and the error that all its users tell alike.</summary>
internal static class LedgerOption
{
    public static Option<string> Create() => new("--ledger", "-l") { Description = "The ledger's file.", HelpName = "FILE", Required = true };

    /// <summary>Runs an action on a ledger; a ledger that cannot be used is one sentence and its own exit code.</summary>
    public static int Use(string path, bool create, Func<ReportLedger, int> action)
    {
        try
        {
            using var ledger = ReportLedger.Open(path, create);
            return action(ledger);
        }
        catch (LedgerException e)
        {
            Console.Error.WriteLine("error: " + e.Message);
            return ExitCodes.Ledger;
        }
    }
}
