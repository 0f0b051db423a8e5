namespace Ascribe.Desk.Contracts;

/// <summary>Reports to add to the ledger.</summary>
internal sealed record ReportsRequest(IReadOnlyList<ReportRequest> Reports);

/// <summary>What came of reports that were sent, in their order.</summary>
internal sealed record AddedReports(IReadOnlyList<AddedReport> Items);

/// <param name="Result">added, changed, read_again, unchanged or refused.</param>
/// <param name="Error">Why it was refused, or null.</param>
internal sealed record AddedReport(string? Id, string Result, string? Error = null);
