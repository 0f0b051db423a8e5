using Ascribe.Dossiers.Actors;
using Ascribe.Dossiers.Dossiers;
using Ascribe.Dossiers.Ledger;
using Ascribe.Records;

namespace Ascribe.Dossiers.Review;

/// <summary>Makes decisions out of what people name: ids of dossiers and reports, slots, values. Nothing is written down; <see cref="ReportLedger.Decide(Decision)"/> does that.</summary>
public sealed class DecisionMaker(ReportLedger ledger, DossierShelf shelf)
{
    /// <summary>Whether two dossiers, or two reports of one, are one incident.</summary>
    /// <exception cref="DecisionException">There is no such dossier or report, or both are together or apart already.</exception>
    public IncidentDecision Incidents(Signature signed, Verdict verdict, string first, string second)
    {
        var (a, b) = (DossierOf(first), DossierOf(second));
        var together = a.Id == b.Id;
        // Two that look like one can be told apart before anything joins them: from then on they are not shown to each other.
        var isAsked = !together && verdict == Verdict.Different && shelf.PossiblySame(a.Id).Any(t => t.Dossier == b.Id);
        if (!isAsked && together != (verdict == Verdict.Different)) throw new DecisionException($"'{first}' and '{second}' are {(together ? "in one dossier" : "apart")} already.");
        return Checked(new IncidentDecision(signed, verdict, [shelf.Named(first)], [shelf.Named(second)]));
    }

    /// <summary>Whether two actors are one; to part, the second may be the id of a report: what that calls so is another.</summary>
    /// <param name="actors">The actors of the same ledger.</param>
    /// <exception cref="DecisionException">There is no such actor, or both are together or apart already.</exception>
    public static ActorDecision Actors(Signature signed, Verdict verdict, ActorShelf actors, string first, string second)
    {
        ArgumentNullException.ThrowIfNull(actors);
        var inReport = verdict == Verdict.Different ? actors.KeyIn(first, second) : null;
        var b = inReport ?? KeyOf(actors, second);
        var a = inReport is null ? KeyOf(actors, first) : actors.KeyOf(first, notIn: second) ?? throw new DecisionException($"only '{second}' names '{first}'; there is nothing to part.");
        var together = inReport is not null || actors.IdOf(first) == actors.IdOf(second);
        if (together != (verdict == Verdict.Different)) throw new DecisionException($"'{first}' and '{second}' are {(together ? "one actor" : "two actors")} already.");
        return Checked(new ActorDecision(signed, verdict, [a], [b]));
    }

    /// <param name="value">The value, or how it begins.</param>
    /// <param name="report">Only where this report tells it; null: whichever does.</param>
    /// <param name="speaker">Only where this speaker says it, "" for the report in its own voice; null: whoever does.</param>
    /// <exception cref="DecisionException">There is no such dossier or value.</exception>
    public AcceptDecision Accept(Signature signed, string dossier, Slot slot, string value, string? report = null, string? speaker = null)
    {
        var (mention, key) = ValueOf(dossier, slot, value, report, speaker);
        return Checked(new AcceptDecision(signed, mention, key));
    }

    /// <inheritdoc cref="Accept"/>
    public RejectDecision Reject(Signature signed, string dossier, Slot slot, string value, string? report = null, string? speaker = null)
    {
        var (mention, key) = ValueOf(dossier, slot, value, report, speaker);
        return Checked(new RejectDecision(signed, mention, key));
    }

    /// <param name="to">The value that takes its place, as somebody types it.</param>
    /// <param name="source">The words that say so; null: the signature tells the reason.</param>
    /// <inheritdoc cref="Accept"/>
    /// <exception cref="DecisionException">There is no such dossier or value, or the new one is none for the slot.</exception>
    public EditDecision Edit(Signature signed, string dossier, Slot slot, string value, string to, SourceSpan? source, string? report = null, string? speaker = null)
    {
        var (mention, key) = ValueOf(dossier, slot, value, report, speaker);
        return Checked(new EditDecision(signed, mention, key, Written(slot, to, source)));
    }

    /// <param name="grade">As somebody types it: "B2".</param>
    /// <inheritdoc cref="Accept"/>
    /// <exception cref="DecisionException">There is no such dossier or value, or it is no grade.</exception>
    public GradeDecision Grade(Signature signed, string dossier, Slot slot, string value, string grade, string? report = null, string? speaker = null)
    {
        if (!Dossiers.Grade.TryParse(grade, out var given)) throw new DecisionException($"'{grade}' is no grade; a letter from A (reliable source) to F and a digit from 1 (confirmed) to 6 were expected, as in B2.");
        var (mention, key) = ValueOf(dossier, slot, value, report, speaker);
        return Checked(new GradeDecision(signed, mention, key, given));
    }

    /// <summary>A value that no reading found.</summary>
    /// <exception cref="DecisionException">There is no such dossier, or it is no value for the slot.</exception>
    public AddDecision Add(Signature signed, string dossier, Slot slot, string value, SourceSpan? source) =>
        Checked(new AddDecision(signed, AnchorOf(dossier), Written(slot, value, source)));

    /// <exception cref="DecisionException">There is no such dossier.</exception>
    public StateDecision State(Signature signed, string dossier, ReviewState state) => Checked(new StateDecision(signed, AnchorOf(dossier), state));

    /// <param name="to">A person's name; null: nobody any more.</param>
    /// <exception cref="DecisionException">There is no such dossier.</exception>
    public AssignDecision Assign(Signature signed, string dossier, string? to) => Checked(new AssignDecision(signed, AnchorOf(dossier), to));

    /// <exception cref="DecisionException">There is no such report.</exception>
    public MarkDecision Mark(Signature signed, string report, Tlp marking) => Checked(new MarkDecision(signed, RecordOf(report).Report.Id, marking));

    /// <exception cref="DecisionException">There is no such decision.</exception>
    public UndoDecision Undo(Signature signed, long number) =>
        ledger.Decisions().Any(d => d.Sequence == number) ? Checked(new UndoDecision(signed, number)) : throw new DecisionException($"there is no decision {number}; 'ascribe decisions' shows those that are.");

    /// <summary>Words between two offsets of a report's body, in UTF-16 units.</summary>
    /// <exception cref="DecisionException">There is no such report, or there are no words there.</exception>
    public SourceSpan Span(string report, int start, int end)
    {
        try
        {
            return SourceSpan.Of(RecordOf(report).Report, start, end);
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw new DecisionException(e.Message.Split(" (Parameter")[0], e);
        }
    }

    private static T Checked<T>(T decision)
        where T : Decision => decision.Fault is { } fault ? throw new DecisionException(fault) : decision;

    private static WrittenValue Written(Slot slot, string text, SourceSpan? source) =>
        WrittenValue.TryParse(slot, text, out var value, out var expected) ? new WrittenValue(slot, value, source) : throw new DecisionException($"'{text}': {expected}");

    private static ActorKey KeyOf(ActorShelf actors, string text) =>
        actors.KeyOf(text) ?? throw new DecisionException($"'{text}' is no actor, or several have that name; 'ascribe actors' shows those that are, with their ids.");

    private Record RecordOf(string report) => ledger.Find(report) ?? throw new DecisionException($"there is no report '{report}'; 'ascribe list' shows those that are.");

    private Dossier DossierOf(string id) => shelf.Find(id) ?? throw new DecisionException($"there is no dossier or report '{id}'; 'ascribe dossiers' shows those that are.");

    /// <summary>The mention that a decision on a whole dossier names: the one that gives it its id.</summary>
    private MentionKey AnchorOf(string dossier)
    {
        var found = DossierOf(dossier);
        return found.Reports.First(r => r.Mention.Id == found.Id).Mention;
    }

    private (MentionKey Mention, ValueKey Key) ValueOf(string id, Slot slot, string text, string? report, string? speaker)
    {
        var dossier = DossierOf(id);
        Statement[] told = [.. (dossier[slot]?.Values.SelectMany(v => v.Statements) ?? []).Concat(dossier.SetAside.Where(s => s.Slot == slot))];
        var value = Meant(text, [.. told.Select(s => s.Value).Distinct()]) ?? (WrittenValue.TryParse(slot, text, out var written, out _) ? told.FirstOrDefault(s => s.Value == written)?.Value : null);
        var name = RecordJson.NameOf(slot);
        if (value is null) throw new DecisionException($"'{id}' tells no {name} '{text}'; {(told.Length == 0 ? "it tells none." : "it tells " + string.Join(", ", told.Select(s => $"'{s.Value}'").Distinct()) + ".")}");
        var key = new ValueKey(slot, value, report, speaker);
        if (told.FirstOrDefault(key.Fits) is not { } statement) throw new DecisionException($"'{id}' tells no {name} '{value}' by {speaker ?? "anybody"} in {report ?? "any report"}.");
        var mention = dossier.Reports.FirstOrDefault(r => r.Mention.Report == statement.Report)?.Mention ?? AnchorOf(id);
        return (mention, key);
    }

    /// <summary>The value so written, or the only one that begins so in any case; null where it is not clear.</summary>
    private static string? Meant(string text, string[] values)
    {
        if (values.Contains(text)) return text;
        string[] begun = [.. values.Where(v => v.StartsWith(text, StringComparison.OrdinalIgnoreCase))];
        return begun.Length == 1 && !char.IsDigit(text.LastOrDefault()) ? begun[0] : null;
    }
}
