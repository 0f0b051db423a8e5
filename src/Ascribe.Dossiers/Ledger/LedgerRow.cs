namespace Ascribe.Dossiers.Ledger;

/// <summary>A report in the ledger, as <c>ascribe list</c> shows it.</summary>
/// <param name="Reader">The version of the reading that counts.</param>
public sealed record LedgerRow(long Sequence, string Id, string? Title, string? Outlet, string? Published, string Reader, int Events, int Claims);
