using Ascribe.Dossiers.Dossiers;
using Ascribe.Dossiers.Ledger;

namespace Ascribe.Cli.Commands;

/// <summary>Runs an action on the dossiers of a ledger; what cannot be loaded is one sentence and an exit code.</summary>
internal static class ShelfAction
{
    public static int Use(string path, Func<ReportLedger, DossierShelf, int> action) => LedgerOption.Use(path, create: false, ledger =>
    {
        DossierShelf shelf;
        try
        {
            shelf = DossierShelf.Open(ledger);
        }
        catch (InvalidDataException e)
        {
            Console.Error.WriteLine("error: " + e.Message);
            return ExitCodes.NothingRead;
        }

        return action(ledger, shelf);
    });
}
