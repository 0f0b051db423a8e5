using Ascribe.Dossiers.Dossiers;
using Ascribe.Dossiers.Exports;
using Ascribe.Dossiers.Ledger;
using Ascribe.Reports;
using Ascribe.Tests.Dossiers;

namespace Ascribe.Tests.Exports;

/// <summary>A ledger whose dossiers the tests export: those of <see cref="DossierReports"/>, an accusation that is denied, and a report that attacks whoever opens it.</summary>
public sealed class ExportedLedger : IDisposable
{
    internal const string Accusation = """
        DAMASCUS - Syria accused Israel on Wednesday of bombing a military airport in Homs province, a charge that Israel denied.
        A military source said two soldiers were killed and four others were wounded. The Israeli army denied that it had bombed the airport.
        """;

    internal const string Hostile = """
        BASRA, Iraq - Gunmen killed three <script>alert(1)</script> policemen "near the market" of Basra on Friday, said =HYPERLINK("x"), a witness & trader.
        No group claimed responsibility for the shooting, police said.
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("ascribe-exports-").FullName;
    private readonly ReportLedger _ledger;

    public ExportedLedger()
    {
        _ledger = ReportLedger.Open(Path.Combine(_folder, "test.ascribe"));
        DossierReports.AddAll(_ledger);
        DossierReports.Add(_ledger, "accusation", "Syria accuses Israel of bombing airport; Israel denies it", Accusation, "2019-06-12");
        Assert.True(PublicationTime.TryParse("2018-02-03T04:05:06+03:00", out var published));
        var hostile = new Report { Id = "=1+1", Title = "=cmd|' /C calc'!A0 <img src=x onerror=alert(1)>", Text = Hostile, Published = published, Outlet = "@Outlet \"&\" <b>", Url = "javascript:alert(1)" };
        _ledger.Add(hostile, SharedReader.Instance.Read(hostile));
        Shelf = DossierShelf.Open(_ledger);
    }

    internal DossierShelf Shelf { get; }

    internal string Write(string format, ExportOptions? options = null) => string.Concat(ExportFormat.Named(format)!.Pieces(Shelf.All(), options ?? new ExportOptions()));

    public void Dispose()
    {
        _ledger.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
