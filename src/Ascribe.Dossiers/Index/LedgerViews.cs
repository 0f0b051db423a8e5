using Ascribe.Dossiers.Ledger;

namespace Ascribe.Dossiers.Index;

/// <summary>All that lies in the file of a ledger beside its entries. It may be damaged and even be gone, for it can be made again.</summary>
internal static class LedgerViews
{
    /// <summary>What is wrong with the pages of the file, entries apart; empty: nothing. Asked of a ledger whose entries are whole.</summary>
    /// <exception cref="LedgerException">The ledger is locked.</exception>
    public static IReadOnlyList<string> Check(ReportLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        try
        {
            return [.. ledger.File.Rows("PRAGMA integrity_check", row => row.GetString(0)).Where(line => line != "ok").Select(line => $"{ledger.File.Path}: {line.ReplaceLineEndings(" ")}.")];
        }
        catch (LedgerException e)
        {
            return [e.Message];
        }
    }

    /// <summary>
    /// Takes all but the entries out of the file without looking at it: damaged pages cannot be freed one by one, so the tables are struck from the schema, and the file
    /// is written anew from what is left of it. A program that is stopped meanwhile leaves the file as it was before one of these two steps.
    /// </summary>
    /// <exception cref="LedgerException">The ledger is locked or cannot be written.</exception>
    public static void Drop(ReportLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ledger.File.Execute("PRAGMA writable_schema = ON");
        ledger.File.Write(() => ledger.File.Execute("DELETE FROM sqlite_schema WHERE tbl_name <> 'entry' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'"));
        ledger.File.Execute("PRAGMA writable_schema = RESET");
        ledger.File.Execute("VACUUM");
    }
}
