using Ascribe.Dossiers.Dossiers;
using Ascribe.Dossiers.Review;
using Ascribe.Reports;

namespace Ascribe.Tests.Review;

public sealed class DecisionJsonTests
{
    private static readonly Signature s_signed = new("Rana", "2024-03-05T09:00:00Z", "seen", "k-1");
    private static readonly MentionKey s_mention = new("report: 1", 2);
    private static readonly ValueKey s_dead = new(Slot.Killed, "12", "report: 1", "");
    private static readonly SourceSpan s_source = SourceSpan.Of(new Report { Id = "report: 1", Text = "It killed 14 people." }, 3, 19);

    public static TheoryData<Decision> All =>
    [
        new IncidentDecision(s_signed, Verdict.Unsure, [s_mention], [new MentionKey("b", 0)]),
        new ActorDecision(s_signed, Verdict.Same, [new ActorKey("a", "Harbour Brigade")], [new ActorKey("b", "the Brigade")]),
        new AcceptDecision(s_signed, s_mention, s_dead),
        new RejectDecision(s_signed, s_mention, s_dead with { Report = null, Speaker = "police" }),
        new EditDecision(s_signed, s_mention, s_dead, new WrittenValue(Slot.Killed, "14", s_source)),
        new GradeDecision(s_signed, s_mention, new ValueKey(Slot.Killed, "12"), new Grade('B', 2)),
        new AddDecision(s_signed, s_mention, new WrittenValue(Slot.Place, "Tikrit (IQ)", null)),
        new StateDecision(s_signed, s_mention, ReviewState.NeedsHelp),
        new AssignDecision(s_signed, s_mention, "Sami"),
        new AssignDecision(s_signed, s_mention, null),
        new MarkDecision(s_signed, "report: 1", Tlp.AmberStrict),
        new UndoDecision(s_signed with { By = null, Why = null, Key = null }, 7),
    ];

    [Theory]
    [MemberData(nameof(All))]
    public void Every_kind_is_read_as_it_was_written(Decision decision)
    {
        var json = DecisionJson.Write(decision);
        var read = DecisionJson.Read(json);
        Assert.Equal(decision.GetType(), read.GetType());
        Assert.Equal(decision.Signed, read.Signed);
        Assert.Equal(json, DecisionJson.Write(read));
    }

    [Theory]
    [InlineData("""{"verdict":"same","first":[{"report":"a","number":0}],"second":[{"report":"b","number":1}],"undoes":null,"by":null,"at":"2024-01-01T00:00:00Z","why":"seen"}""")]
    [InlineData("""{"verdict":"undo","first":[],"second":[],"undoes":7,"by":"Rana","at":"2024-01-01T00:00:00Z","why":null}""")]
    public void What_the_first_version_wrote_is_read(string json)
    {
        var decision = DecisionJson.Read(json);
        Assert.Equal("2024-01-01T00:00:00Z", decision.Signed.At);
        if (decision is UndoDecision undo) Assert.Equal(7, undo.Undoes);
        else Assert.Equal((Verdict.Same, new MentionKey("b", 1)), (Assert.IsType<IncidentDecision>(decision).Verdict, ((IncidentDecision)decision).Second[0]));
    }

    [Theory]
    [InlineData("""{"verdict":"perhaps","first":[],"second":[],"at":"x"}""", "decision.verdict: one of same, different, unsure was expected.")]
    [InlineData("""{"verdict":"accept","mention":{"report":"a","number":0},"slot":"mood","value":"bad","at":"x"}""", "decision.slot: one of type, day")]
    [InlineData("""{"verdict":"accept","mention":{"report":"a","number":-1},"slot":"day","value":"bad","at":"x"}""", "not negative")]
    [InlineData("""{"verdict":"add","mention":{"report":"a","number":0},"slot":"killed","to":"many","at":"x","why":"y"}""", "a number was expected")]
    [InlineData("""{"verdict":"add","mention":{"report":"a","number":0},"slot":"killed","to":"3","at":"x"}""", "wants words of a report, or a reason")]
    [InlineData("""{"verdict":"mark","report":"a","marking":"TLP:BLUE","at":"x"}""", "one of TLP:CLEAR")]
    [InlineData("""{"verdict":"undo","at":"x"}""", "the number of a decision")]
    [InlineData("""{"verdict":"same","first":[],"second":[],"at":"x"}""", "has two sides")]
    [InlineData("""{"verdict":"same","first":""", "not valid JSON")]
    [InlineData("""{"verdict":"same","\ud800":1}""", "half of a surrogate pair")]
    public void What_is_none_is_refused_in_a_sentence(string json, string message) =>
        Assert.Contains(message, Assert.Throws<InvalidDataException>(() => DecisionJson.Read(json)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(Slot.Killed, "10-12", "10–12")]
    [InlineData(Slot.Killed, " about 30 ", "about 30")]
    [InlineData(Slot.Wounded, "up to 5", "up to 5")]
    [InlineData(Slot.Missing, "3 or more", "3 or more")]
    [InlineData(Slot.Killed, "12-10", null)]
    [InlineData(Slot.Killed, "a dozen", null)]
    [InlineData(Slot.Killed, "99999999999999", null)]
    [InlineData(Slot.Day, "2024-02-30", null)]
    [InlineData(Slot.Day, "2024-02-29", "2024-02-29")]
    [InlineData(Slot.Type, "rocket_shelling", "rocket_shelling")]
    [InlineData(Slot.Type, "mischief", null)]
    [InlineData(Slot.Place, "a\nb", null)]
    public void What_is_typed_is_brought_into_the_form_of_its_slot(Slot slot, string typed, string? value)
    {
        Assert.Equal(value is not null, WrittenValue.TryParse(slot, typed, out var read, out _));
        Assert.Equal(value, read);
    }

    [Theory]
    [InlineData("tlp:amber+strict", Tlp.AmberStrict)]
    [InlineData("Red", Tlp.Red)]
    public void Markings_are_read_in_any_case(string label, Tlp marking)
    {
        Assert.True(TlpLabel.TryParse(label, out var read));
        Assert.Equal(marking, read);
    }
}
