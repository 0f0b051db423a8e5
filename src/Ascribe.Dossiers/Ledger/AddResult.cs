namespace Ascribe.Dossiers.Ledger;

/// <summary>What came of adding a report.</summary>
public enum AddResult
{
    Added,

    /// <summary>The same report was there and has been read again by another reader version.</summary>
    ReadAgain,

    /// <summary>The same report and reading were there.</summary>
    Unchanged,

    /// <summary>A report of this id with another text, title, date or source was there; both are kept, the new one counts.</summary>
    Changed,
}
