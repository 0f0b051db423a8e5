using Ascribe.Dossiers.Ledger;

namespace Ascribe.Desk.Contracts;

/// <summary>A report in a list.</summary>
/// <param name="Published">ISO 8601 day or time, as its source told it.</param>
/// <param name="Events">Events read out of it.</param>
/// <param name="Claims">Claims read out of it.</param>
internal sealed record ReportItem(string Id, string? Title, string? Outlet, string? Published, int Events, int Claims)
{
    public static ReportItem Of(LedgerRow row) => new(row.Id, row.Title, row.Outlet, row.Published, row.Events, row.Claims);
}
