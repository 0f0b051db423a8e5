namespace Ascribe.Dossiers.Ledger;

/// <summary>A report in the ledger, as <c>ascribe list</c> shows it.</summary>
/// <param name="Sequence">Of the entry of the reading that counts.</param>
/// <param name="First">Of the entry of the first reading: the place of the report in the ledger.</param>
/// <param name="Reader">The version of the reading that counts.</param>
public sealed record LedgerRow(long Sequence, string Id, string? Title, string? Outlet, string? Published, string Reader, int Events, int Claims, long First);
