using Ascribe.Dossiers.Dossiers;
using Ascribe.Dossiers.Index;
using Ascribe.Dossiers.Ledger;
using Ascribe.Dossiers.Merging;
using Ascribe.Dossiers.Review;
using Ascribe.Records;
using Microsoft.Data.Sqlite;

namespace Ascribe.Tests.Dossiers;

/// <summary>The tables that keep dossiers found: they follow the entries, and can be made anew from them.</summary>
public sealed class DossierIndexTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ascribe-index-").FullName;

    private string Ledger => Path.Combine(_folder, "test.ascribe");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_comes_later_is_taken_in_and_nothing_else_is_looked_at()
    {
        using (var ledger = ReportLedger.Open(Ledger))
        {
            DossierReports.Add(ledger, "first", "Car bomb kills 12 in Tikrit market", DossierReports.First, "2016-03-07");
            Assert.Equal(["first"], Clusters(ledger));
        }

        using (var ledger = ReportLedger.Open(Ledger)) DossierReports.AddAll(ledger);
        using var again = ReportLedger.Open(Ledger);
        Assert.Equal(["copy first second", "far", "other"], Clusters(again));
    }

    [Fact]
    public void Made_anew_it_is_the_same()
    {
        using var ledger = ReportLedger.Open(Ledger);
        DossierReports.AddAll(ledger);
        var before = Clusters(ledger);
        DossierIndex.Open(ledger, MergingModel.Load()).Rebuild();
        Assert.Equal(before, Clusters(ledger));
    }

    [Fact]
    public void What_was_undone_is_not_remembered_by_a_program_that_goes_on()
    {
        using var ledger = ReportLedger.Open(Ledger);
        DossierReports.Add(ledger, "first", "Car bomb kills 12 in Tikrit market", DossierReports.First, "2016-03-07");
        var index = DossierIndex.Open(ledger, MergingModel.Load());
        DossierReports.AddAll(ledger);
        for (var n = 0; n < 30; n++) DossierReports.Add(ledger, $"more-{n}", "Judge shot dead in Tikrit", DossierReports.Other.Replace("Dulaimi", $"Dulaimi{n}", StringComparison.Ordinal), "2016-03-17");
        ledger.File.Execute($"PRAGMA max_page_count = {ledger.File.Number("PRAGMA page_count") + 2}");
        Assert.Contains("the disk is full", Assert.Throws<LedgerException>(index.CatchUp).Message, StringComparison.Ordinal);
        ledger.File.Execute("PRAGMA max_page_count = 1000000");
        // Others take the ids that were given in vain.
        var other = DossierIndex.Open(ledger, MergingModel.Load());
        index.CatchUp();
        Assert.Equal(other.Clusters.Clusters().Select(c => string.Join(' ', other.Clusters.Members(c).Select(m => other.Clusters[m].Report))), index.Clusters.Clusters().Select(c => string.Join(' ', index.Clusters.Members(c).Select(m => index.Clusters[m].Report))));
        var before = Clusters(ledger);
        index.Rebuild();
        Assert.Equal(before, Clusters(ledger));
    }

    [Fact]
    public void An_index_that_another_version_made_is_made_anew()
    {
        using var ledger = ReportLedger.Open(Ledger);
        DossierReports.AddAll(ledger);
        var before = Clusters(ledger);
        Execute("UPDATE index_state SET version = 'of old'; DELETE FROM sketch WHERE report = 'second'");
        Assert.Equal(before, Clusters(ledger));
    }

    [Fact]
    public void A_report_read_again_keeps_its_dossier_and_what_was_decided()
    {
        using var ledger = ReportLedger.Open(Ledger);
        DossierReports.AddAll(ledger);
        ledger.Decide(new IncidentDecision(new Signature("tester", "2026-01-01T00:00:00Z", "another market"), Verdict.Different, [new MentionKey("first", 0)], [new MentionKey("second", 0)]));
        var before = Clusters(ledger);
        var record = ledger.Find("second")!;
        ledger.Add(record.Report, record with { Reader = new ReaderVersion("9.9.9", record.Reader.Models) });
        Assert.Equal(before, Clusters(ledger));
        Assert.Equal(["copy first", "far", "other", "second"], before);
    }

    [Theory]
    [InlineData("UPDATE sketch SET body = substr(body, 1, 40)")]
    [InlineData("INSERT INTO posting SELECT value, x'0109ff' FROM generated; DELETE FROM posting_new")]
    public void Damage_of_the_index_is_told_and_mended(string damage)
    {
        string[] before;
        using (var ledger = ReportLedger.Open(Ledger))
        {
            DossierReports.AddAll(ledger);
            before = Clusters(ledger);
        }

        Execute("CREATE TEMP TABLE generated (value); WITH RECURSIVE n(v) AS (SELECT 0 UNION ALL SELECT v + 1 FROM n WHERE v < 65535) INSERT INTO generated SELECT v FROM n; DELETE FROM posting; " + damage);
        using var again = ReportLedger.Open(Ledger);
        DossierReports.Add(again, "later", "Car bomb kills 12 in Tikrit market", DossierReports.First, "2016-03-07");
        Assert.Contains("index", Assert.Throws<LedgerException>(() => DossierShelf.Open(again)).Message, StringComparison.Ordinal);
        DossierIndexOf(again).Rebuild();
        Assert.Equal(before.Length, Clusters(again).Length);
    }

    private static DossierIndex DossierIndexOf(ReportLedger ledger) => new(ledger, MergingModel.Load());

    private static string[] Clusters(ReportLedger ledger) =>
        [.. DossierShelf.Open(ledger).All().Select(d => string.Join(' ', d.Reports.Select(r => r.Mention.Report).Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal)];

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Ledger};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The test's own words.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
