using Ascribe.Dossiers.Dossiers;
using Ascribe.Dossiers.Ledger;
using Ascribe.Dossiers.Review;
using Ascribe.Tests.Dossiers;

namespace Ascribe.Tests.Review;

/// <summary>What decisions make of a dossier.</summary>
public sealed class ValueReviewTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ascribe-review-").FullName;
    private readonly ReportLedger _ledger;

    public ValueReviewTests()
    {
        _ledger = ReportLedger.Open(Path.Combine(_folder, "test.ascribe"));
        DossierReports.AddAll(_ledger);
    }

    public void Dispose()
    {
        _ledger.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static readonly Signature s_signed = new("Rana", "2024-03-05T09:00:00Z", "seen");

    private Dossier First => DossierShelf.Open(_ledger).Find("first")!;

    private DecisionMaker Make => new(_ledger, DossierShelf.Open(_ledger));

    [Fact]
    public void A_rejected_value_is_shown_and_takes_no_part()
    {
        _ledger.Decide(Make.Reject(s_signed, "first", Slot.Killed, "15"));
        var dossier = First;
        Assert.DoesNotContain(dossier[Slot.Killed]!.Values, v => v.Value == "15");
        Assert.DoesNotContain(dossier[Slot.Killed]!.History, s => s.Value == "15");
        Assert.Equal(14, dossier[Slot.Killed]!.High);
        Assert.NotEqual("15", dossier[Slot.Killed]!.Best.Value);
        var aside = Assert.Single(dossier.SetAside);
        Assert.Equal(("15", Judgement.Rejected, "Rana"), (aside.Value, aside.Judgement, aside.Decision!.Decision.Signed.By));
    }

    [Fact]
    public void A_grade_goes_before_the_rule_and_changes_nothing_else()
    {
        var before = First;
        var slot = before[Slot.Killed]!;
        Assert.All(slot.Values, v => Assert.Equal(slot.Agreement == Agreement.Contradicted, v.GradeIn(slot).Credibility >= 4));
        _ledger.Decide(Make.Grade(s_signed, "first", Slot.Killed, "15", "b1"));
        _ledger.Decide(Make.Grade(s_signed, "first", Slot.Killed, "15", "E5"));
        slot = First[Slot.Killed]!;
        var graded = slot.Values.Single(v => v.Value == "15");
        Assert.Equal(("E5", "Rana"), (graded.GradeIn(slot).ToString(), graded.Graded!.Decision.Signed.By));
        Assert.All(slot.Values.Where(v => v.Value != "15"), v => Assert.Null(v.Graded));
        Assert.Equal((before[Slot.Killed]!.Best.Value, before[Slot.Killed]!.Agreement), (slot.Best.Value, slot.Agreement));
        _ledger.Decide(Make.Undo(s_signed, graded.Graded.Sequence));
        Assert.Equal("B1", First[Slot.Killed]!.Values.Single(v => v.Value == "15").GradeIn(slot).ToString());
        Assert.Contains("is no grade", Assert.Throws<DecisionException>(() => Make.Grade(s_signed, "first", Slot.Killed, "15", "G7")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_all_is_rejected_the_question_is_open_again()
    {
        foreach (var value in First[Slot.Killed]!.Values.Select(v => v.Value).ToList()) _ledger.Decide(Make.Reject(s_signed, "first", Slot.Killed, value));
        Assert.Null(First[Slot.Killed]);
        Assert.Contains("Nobody tells how many were killed.", First.OpenQuestions);
    }

    [Fact]
    public void An_accepted_value_is_the_best_whatever_the_rule_says()
    {
        Assert.Contains(First.OpenQuestions, q => q.StartsWith("Killed: ", StringComparison.Ordinal));
        _ledger.Decide(Make.Accept(s_signed, "first", Slot.Killed, "12"));
        var killed = First[Slot.Killed]!;
        Assert.Equal(("12", Judgement.Accepted, 15L), (killed.Best.Value, killed.Best.Judgement, killed.High));
        Assert.DoesNotContain(First.OpenQuestions, q => q.StartsWith("Killed: ", StringComparison.Ordinal));
    }

    [Fact]
    public void An_edited_value_is_the_analysts_word_and_the_old_one_stays_visible()
    {
        var at = DossierReports.Second.IndexOf("risen to 15", StringComparison.Ordinal);
        _ledger.Decide(Make.Edit(s_signed, "first", Slot.Killed, "12", "11-13", Make.Span("second", at, at + "risen to 15".Length)));
        var dossier = First;
        var best = dossier[Slot.Killed]!.Best;
        Assert.Equal(("11–13", "Rana", Authority.Analyst, "risen to 15", "second"), (best.Value, best.Speaker, best.Authority, best.Quote?.Text, best.Report));
        Assert.Contains(dossier.SetAside, s => s is { Value: "12", Judgement: Judgement.Replaced });
        _ledger.Decide(Make.Reject(s_signed, "first", Slot.Killed, "11–13"));
        Assert.Contains(First.SetAside, s => s.Authority == Authority.Analyst);
        Assert.Equal("15", First[Slot.Killed]!.Best.Value);
    }

    [Fact]
    public void A_value_that_no_reading_found_is_added_with_its_reason()
    {
        _ledger.Decide(Make.Add(s_signed, "first", Slot.Missing, "2", null));
        Assert.Equal(("2", Agreement.Single), (First[Slot.Missing]!.Best.Value, First[Slot.Missing]!.Agreement));
        Assert.Contains("reason", Assert.Throws<DecisionException>(() => Make.Add(s_signed with { Why = " " }, "first", Slot.Missing, "2", null)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_report_or_speaker_may_be_meant_alone()
    {
        var all = First[Slot.Wounded]!.Values.Single().Statements.Count;
        _ledger.Decide(Make.Reject(s_signed, "first", Slot.Wounded, "30", report: "copy"));
        Assert.Equal("copy", Assert.Single(First.SetAside).Report);
        Assert.Equal(all - 1, First[Slot.Wounded]!.Values.Single().Statements.Count);
        Assert.Throws<DecisionException>(() => Make.Reject(s_signed, "first", Slot.Wounded, "30", speaker: "the mayor"));
    }

    [Fact]
    public void State_assignment_and_marking_are_those_decided_last()
    {
        Assert.Equal((ReviewState.New, null, Tlp.Clear), (First.State, First.AssignedTo, First.Marking));
        _ledger.Decide([Make.State(s_signed, "second", ReviewState.InReview), Make.Assign(s_signed, "first", "Sami"), Make.Mark(s_signed, "second", Tlp.Amber)]);
        _ledger.Decide(Make.State(s_signed, "first", ReviewState.Ready));
        Assert.Equal((ReviewState.Ready, "Sami", Tlp.Amber), (First.State, First.AssignedTo, First.Marking));
        Assert.Equal(4, First.Decisions.Count);
        Assert.Empty(DossierShelf.Open(_ledger).Find("far")!.Decisions);
        _ledger.Decide(Make.Assign(s_signed, "first", null));
        Assert.Null(First.AssignedTo);
    }

    [Fact]
    public void A_decision_whose_value_a_newer_reading_no_longer_tells_is_shown_as_such()
    {
        _ledger.Decide(Make.Accept(s_signed, "first", Slot.Killed, "15"));
        Assert.True(Assert.Single(First.Decisions).Told);
        var record = _ledger.Find("second")!;
        var events = record.Events.Select(e => e with { Victims = [] }).ToList();
        var claims = record.Claims.Select(c => c with { About = [.. c.About.Where(a => !a.Contains("/victims/", StringComparison.Ordinal))] }).ToList();
        _ledger.Add(record.Report, record with { Events = events, Claims = claims, Reader = record.Reader with { Version = "9.9.9" } });
        Assert.False(Assert.Single(First.Decisions).Told);
        Assert.NotEqual("15", First[Slot.Killed]!.Best.Value);
        _ledger.Add(record.Report, record with { Reader = record.Reader with { Version = "9.9.10" } });
        Assert.Equal("15", First[Slot.Killed]!.Best.Value);
    }

    [Fact]
    public void Lists_and_questions_know_what_was_decided()
    {
        DossierSummary Summary() => DossierShelf.Open(_ledger).Summaries(new DossierQuery { Place = "Tikrit", Type = "bombing" }).Single();
        Assert.Contains(Slot.Killed, Summary().Contradicted);
        _ledger.Decide([Make.Reject(s_signed, "first", Slot.Killed, "14"), Make.Accept(s_signed, "first", Slot.Killed, "12"), Make.State(s_signed, "first", ReviewState.Ready), Make.Assign(s_signed, "first", "Sami"), Make.Mark(s_signed, "copy", Tlp.Green)]);
        var summary = Summary();
        Assert.Equal(("12", ReviewState.Ready, "Sami", Tlp.Green, 2), (summary.Killed!.Value, summary.State, summary.AssignedTo, summary.Marking, summary.Origins));
        Assert.DoesNotContain(Slot.Killed, summary.Contradicted);
        _ledger.Decide(Make.Edit(s_signed, "first", Slot.Place, "Tikrit (IQ)", "the old market", null));
        Assert.Equal("the old market", Summary().Place);
        Assert.DoesNotContain(DossierShelf.Open(_ledger).Find(new DossierQuery { Disagreement = true }), d => d.Slots.All(s => s.Agreement != Agreement.Contradicted));
    }

    [Fact]
    public void The_same_key_is_written_once()
    {
        var keyed = Make.Accept(s_signed with { Key = "k-1" }, "first", Slot.Killed, "12");
        var number = _ledger.Decide(keyed);
        Assert.Equal([number, number], _ledger.Decide([keyed, keyed]));
        Assert.NotEqual(number, _ledger.Decide(keyed with { Signed = s_signed with { Key = "k-2" } }));
        Assert.Equal(2, _ledger.Decisions().Count);
        Assert.Empty(_ledger.Check());
    }

    [Fact]
    public void A_decision_with_a_fault_is_not_written() =>
        Assert.Throws<DecisionException>(() => _ledger.Decide([Make.State(s_signed, "first", ReviewState.Ready), new MarkDecision(s_signed, "", Tlp.Red)]));
}
