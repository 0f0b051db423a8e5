namespace Ascribe.Dossiers.Ledger;

/// <summary>What came of adding a report.</summary>
public enum AddResult
{
    Added,

    /// <summary>The same text was there and has been read again by another reader version.</summary>
    ReadAgain,

    /// <summary>The same text and reading were there.</summary>
    Unchanged,

    /// <summary>A report of this id with another text was there; both are kept.</summary>
    NewText,
}
