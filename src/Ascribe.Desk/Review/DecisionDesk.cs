using System.Globalization;
using Ascribe.Desk.Contracts;
using Ascribe.Desk.Endpoints;
using Ascribe.Desk.Ledgers;
using Ascribe.Desk.People;
using Ascribe.Desk.Security;
using Ascribe.Dossiers.Dossiers;
using Ascribe.Dossiers.Review;
using Ascribe.Records;

namespace Ascribe.Desk.Review;

/// <summary>Takes decisions of one caller: each is looked at by itself, and those that may be made are written down together.</summary>
internal sealed class DecisionDesk(LedgerSession session, Caller caller, TimeProvider clock)
{
    private readonly DossierShelf _shelf = session.ShelfFor(caller);
    private readonly Dictionary<string, DecisionEntry> _byKey = session.Ledger.Decisions().Where(d => d.Decision.Signed.Key is not null).ToDictionary(d => d.Decision.Signed.Key!, StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _tags = new(StringComparer.Ordinal);

    /// <summary>Now, as a signature tells it.</summary>
    public static string TimeOf(TimeProvider clock) => clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public IReadOnlyList<DecidedItem> Take(IReadOnlyList<DecisionRequest> requests)
    {
        var items = new DecidedItem[requests.Count];
        var made = new List<(int Index, Decision Decision)>();
        for (var i = 0; i < items.Length; i++)
        {
            try
            {
                if (Earlier(requests[i]) is { } item) items[i] = item;
                else made.Add((i, Make(requests[i])));
            }
            catch (DecisionException e)
            {
                items[i] = new DecidedItem(requests[i].Key, "refused", Error: e.Message);
            }
        }

        var numbers = session.Ledger.Decide([.. made.Select(m => m.Decision)]);
        foreach (var ((index, decision), number) in made.Zip(numbers)) items[index] = new DecidedItem(decision.Signed.Key!, "done", number);
        return items;
    }

    /// <summary>What is answered without deciding anything; null: it is to be decided.</summary>
    private DecidedItem? Earlier(DecisionRequest request)
    {
        if (request.Key is null or { Length: 0 }) throw new DecisionException("'key' is missing; an id that the client made was expected.");
        if (_byKey.TryGetValue(request.Key, out var earlier))
        {
            return earlier.Decision.Signed.By == caller.Name && earlier.Decision.Verb == request.Verdict
                ? new DecidedItem(request.Key, "unchanged", earlier.Sequence)
                : new DecidedItem(request.Key, "refused", Error: "Another decision has this key.");
        }

        return request.Etag is { } seen && !IsOfActors(request) && (request.Dossier ?? request.First) is { } id && TagOf(id) != seen
            ? new DecidedItem(request.Key, "stale", Error: "The dossier has changed since you saw it; look at it again.")
            : null;
    }

    /// <exception cref="DecisionException">It is of neither.</exception>
    private static bool IsOfActors(DecisionRequest request) => request.Of switch
    {
        null or "incidents" => false,
        "actors" => true,
        _ => throw new DecisionException("'of' is incidents or actors."),
    };

    private string? TagOf(string id)
    {
        if (!_tags.TryGetValue(id, out var tag)) _tags[id] = tag = _shelf.Find(id) is { } dossier ? DossierEndpoints.BodyOf(dossier).Tag : null;
        return tag;
    }

    /// <exception cref="DecisionException">It cannot be made, or the caller may not make it.</exception>
    private Decision Make(DecisionRequest request)
    {
        var maker = new DecisionMaker(session.Ledger, _shelf);
        var signed = new Signature(caller.Name, TimeOf(clock), request.Why, request.Key);
        Decision decision = request.Verdict switch
        {
            "accept" => maker.Accept(signed, Text(request.Dossier, "dossier"), SlotOf(request), Text(request.Value, "value"), request.Report, request.Speaker),
            "reject" => maker.Reject(signed, Text(request.Dossier, "dossier"), SlotOf(request), Text(request.Value, "value"), request.Report, request.Speaker),
            "edit" => maker.Edit(signed, Text(request.Dossier, "dossier"), SlotOf(request), Text(request.Value, "value"), Text(request.To, "to"), SourceOf(maker, request), request.Report, request.Speaker),
            "grade" => maker.Grade(signed, Text(request.Dossier, "dossier"), SlotOf(request), Text(request.Value, "value"), Text(request.To, "to"), request.Report, request.Speaker),
            "add" => maker.Add(signed, Text(request.Dossier, "dossier"), SlotOf(request), Text(request.Value, "value"), SourceOf(maker, request)),
            "same" or "different" or "unsure" when IsOfActors(request) => DecisionMaker.Actors(signed, Named<Verdict>("verdict", request.Verdict), session.ActorsFor(caller), Text(request.First, "first"), Text(request.Second, "second")),
            "same" or "different" or "unsure" => maker.Incidents(signed, Named<Verdict>("verdict", request.Verdict), Text(request.First, "first"), Text(request.Second, "second")),
            "state" => maker.State(signed, Text(request.Dossier, "dossier"), Named<ReviewState>("state", request.State)),
            "assign" => maker.Assign(signed, Text(request.Dossier, "dossier"), request.To),
            "mark" => maker.Mark(signed, Seen(Text(request.Report, "report")), MarkingOf(request)),
            "undo" => maker.Undo(signed, request.Decision ?? throw Missing("decision")),
            _ => throw new DecisionException("'verdict' is one of accept, reject, edit, grade, add, same, different, unsure, state, assign, mark, undo."),
        };
        if (!caller.Rights.HasFlag(RightFor(decision))) throw new DecisionException($"This needs the right '{RecordJson.NameOf(RightFor(decision))}', which you do not have.");
        return decision;
    }

    /// <summary>Taking back one's own decision needs no more than it did; taking back another's is a review of it.</summary>
    private Right RightFor(Decision decision) => decision switch
    {
        AssignDecision or StateDecision { State: not (ReviewState.Accepted or ReviewState.Rejected) } => Right.Organise,
        MarkDecision => Right.Mark,
        UndoDecision undo when session.Ledger.Decisions().First(d => d.Sequence == undo.Undoes).Decision is var undone => undone is MarkDecision ? Right.Mark
            : undone.Signed.By == caller.Name && undone is not UndoDecision ? RightFor(undone) : Right.Review,
        _ => Right.Review,
    };

    /// <exception cref="DecisionException">There are no such words, or the caller may not see the report.</exception>
    private SourceSpan? SourceOf(DecisionMaker maker, DecisionRequest request) =>
        request.Source is { } source ? maker.Span(Seen(source.Report), source.Start, source.End) : null;

    private string Seen(string report) => _shelf.Hides(report) ? throw new DecisionException($"There is no report '{report}'.") : report;

    private static Tlp MarkingOf(DecisionRequest request) =>
        TlpLabel.TryParse(Text(request.Marking, "marking"), out var marking) ? marking : throw new DecisionException($"'marking' is one of {string.Join(", ", TlpLabel.All)}.");

    private static Slot SlotOf(DecisionRequest request) => Named<Slot>("slot", request.Slot);

    private static T Named<T>(string name, string? value)
        where T : struct, Enum
    {
        foreach (var known in Enum.GetValues<T>())
        {
            if (RecordJson.NameOf(known) == value) return known;
        }

        throw new DecisionException($"'{name}' is one of {string.Join(", ", Enum.GetValues<T>().Select(RecordJson.NameOf))}.");
    }

    private static string Text(string? value, string name) => string.IsNullOrEmpty(value) ? throw Missing(name) : value;

    private static DecisionException Missing(string name) => new($"'{name}' is missing.");
}
