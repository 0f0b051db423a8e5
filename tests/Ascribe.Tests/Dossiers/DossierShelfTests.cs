using Ascribe.Dossiers.Dossiers;
using Ascribe.Dossiers.Ledger;
using Ascribe.Dossiers.Review;

namespace Ascribe.Tests.Dossiers;

public sealed class DossierShelfTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ascribe-shelf-").FullName;
    private readonly ReportLedger _ledger;

    public DossierShelfTests()
    {
        _ledger = ReportLedger.Open(Path.Combine(_folder, "test.ascribe"));
        DossierReports.AddAll(_ledger);
    }

    public void Dispose()
    {
        _ledger.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Reports_of_one_incident_are_one_dossier_and_others_are_not() =>
        Assert.Equal(["copy first second", "far", "other"], Clusters());

    [Fact]
    public void Every_id_of_a_mention_and_of_a_report_leads_to_the_dossier()
    {
        var shelf = DossierShelf.Open(_ledger);
        var id = shelf.Find("second")!.Id;
        Assert.Equal(new MentionKey("first", 0).Id, id);
        Assert.Equal(id, shelf.Find(new MentionKey("copy", 0).Id)!.Id);
        Assert.Null(shelf.Find("nothing"));
    }

    [Fact]
    public void Who_says_what_stands_side_by_side()
    {
        var dossier = DossierShelf.Open(_ledger).Find("first")!;
        Assert.Equal(2, dossier.Origins);
        var killed = dossier[Slot.Killed]!;
        Assert.Equal(15L, killed.High);
        Assert.Equal("15", killed.Best.Value);
        Assert.Contains(killed.Values, v => v.Value == "12" && v.Statements.Any(s => s.Speaker!.Contains("olice", StringComparison.Ordinal)));
        Assert.Equal("2016-03-07", dossier[Slot.Day]!.Best.Value);
        Assert.Contains("Tikrit", dossier[Slot.Place]!.Best.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_copy_counts_once_and_shows_what_it_changed()
    {
        var dossier = DossierShelf.Open(_ledger).Find("first")!;
        var difference = Assert.Single(dossier.Differences);
        Assert.Equal("copy", difference.Copy);
        Assert.Contains("killing 14", difference.Is, StringComparison.Ordinal);
        Assert.Contains("killing 12", difference.Was, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_decided_holds_until_it_is_undone()
    {
        var merge = Decide(Verdict.Same, "first", "other");
        Assert.Equal(["copy first other second", "far"], Clusters());
        var undo = Undo(merge);
        Assert.Equal(["copy first second", "far", "other"], Clusters());
        Undo(undo);
        Assert.Equal(["copy first other second", "far"], Clusters());
        Assert.Equal(3, _ledger.Decisions().Count);
        Assert.Empty(_ledger.Check());
    }

    [Fact]
    public void A_split_takes_those_along_that_are_nearer()
    {
        Decide(Verdict.Different, "second", "first");
        Assert.Equal(["copy first", "far", "other", "second"], Clusters());
    }

    [Fact]
    public void Who_is_unsure_sees_both()
    {
        Decide(Verdict.Unsure, "first", "other");
        var shelf = DossierShelf.Open(_ledger);
        Assert.Contains(shelf.Find("other")!.PossiblySame, t => t.Dossier == shelf.Find("first")!.Id && t.LogOdds is null);
    }

    [Fact]
    public void Those_that_may_be_the_same_can_be_told_apart_before_anything_joins_them()
    {
        var signed = new Signature("an analyst", "2024-01-01T00:00:00Z", "seen");
        Assert.Throws<DecisionException>(() => new DecisionMaker(_ledger, DossierShelf.Open(_ledger)).Incidents(signed, Verdict.Different, "first", "other"));
        Decide(Verdict.Unsure, "first", "other");
        _ledger.Decide(new DecisionMaker(_ledger, DossierShelf.Open(_ledger)).Incidents(signed, Verdict.Different, "first", "other"));
        Assert.Empty(DossierShelf.Open(_ledger).Find("other")!.PossiblySame);
    }

    [Fact]
    public void A_decision_outlives_a_newer_reading()
    {
        Decide(Verdict.Same, "first", "other");
        var record = _ledger.Find("first")!;
        _ledger.Add(record.Report, record with { Reader = record.Reader with { Version = "9.9.9" } });
        Assert.Equal(["copy first other second", "far"], Clusters());
    }

    [Fact]
    public void Dossiers_do_not_depend_on_the_order_of_the_reports()
    {
        using var ledger = ReportLedger.Open(Path.Combine(_folder, "other-way.ascribe"));
        foreach (var record in _ledger.Records().Reverse()) ledger.Add(record.Report, record);
        Assert.Equal(Clusters(), Clusters(ledger));
    }

    private long Decide(Verdict verdict, string first, string second)
    {
        var shelf = DossierShelf.Open(_ledger);
        return _ledger.Decide(new IncidentDecision(new Signature("an analyst", "2024-01-01T00:00:00Z", "seen"), verdict, [shelf.Named(first)], [shelf.Named(second)]));
    }

    private long Undo(long number) => _ledger.Decide(new UndoDecision(new Signature(null, "2024-01-02T00:00:00Z"), number));

    private string[] Clusters() => Clusters(_ledger);

    private static string[] Clusters(ReportLedger ledger) =>
        [.. DossierShelf.Open(ledger).All().Select(d => string.Join(' ', d.Reports.Select(r => r.Mention.Report).Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal)];
}
