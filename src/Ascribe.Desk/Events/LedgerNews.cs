namespace Ascribe.Desk.Events;

/// <summary>An entry that came into the ledger.</summary>
/// <param name="Kind">report, or decision.</param>
/// <param name="Report">Id of the report that it is about; empty for a decision about none.</param>
internal sealed record LedgerNews(long Sequence, string Kind, string Report);
