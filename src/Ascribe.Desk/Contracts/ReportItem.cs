using Ascribe.Dossiers.Ledger;
using Ascribe.Dossiers.Review;

namespace Ascribe.Desk.Contracts;

/// <summary>A report in a list.</summary>
/// <param name="Published">ISO 8601 day or time, as its source told it.</param>
/// <param name="Events">Events read out of it.</param>
/// <param name="Claims">Claims read out of it.</param>
/// <param name="Marking">How far it may be passed on: TLP:CLEAR, TLP:GREEN, TLP:AMBER, TLP:AMBER+STRICT or TLP:RED.</param>
internal sealed record ReportItem(string Id, string? Title, string? Outlet, string? Published, int Events, int Claims, string Marking)
{
    public static ReportItem Of(LedgerRow row, Tlp marking) => new(row.Id, row.Title, row.Outlet, row.Published, row.Events, row.Claims, TlpLabel.Of(marking));
}
