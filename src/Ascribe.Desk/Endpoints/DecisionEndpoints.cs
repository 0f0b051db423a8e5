using Ascribe.Desk.Contracts;
using Ascribe.Desk.Http;
using Ascribe.Desk.Ledgers;
using Ascribe.Desk.People;
using Ascribe.Desk.Review;
using Ascribe.Desk.Security;
using Ascribe.Dossiers.Review;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Ascribe.Desk.Endpoints;

/// <summary>What people decide. Nothing is ever taken out: an undo is a decision, too.</summary>
internal static class DecisionEndpoints
{
    private const int MostAtOnce = 500;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/decisions", List).WithName("ListDecisions").WithSummary("All decisions, the newest first; those undone and the undoing included.").Produces(StatusCodes.Status200OK, contentType: "application/json").Needs(Right.Read);
        api.MapPost("/decisions", Decide).WithName("Decide").WithSummary("Makes decisions; a key that is sent again changes nothing.").Produces<DecidedItems>().Needs(Right.Organise);
    }

    private static async Task<IResult> Decide(DecisionsRequest request, HttpContext context, LedgerPool ledgers, TimeProvider clock, CancellationToken cancelled)
    {
        if (request.Decisions is not { Count: > 0 and <= MostAtOnce } || request.Decisions.Contains(null!)) throw ProblemException.BadRequest($"'decisions' are 1 to {MostAtOnce}.");
        var items = await ledgers.Use(s => new DecisionDesk(s, Caller.Of(context), clock).Take(request.Decisions), cancelled);
        return JsonBody.Of(new DecidedItems(items), DeskJson.Instance.DecidedItems);
    }

    private static async Task<IResult> List(HttpContext context, LedgerPool ledgers, CancellationToken cancelled, string? dossier = null, string? since = null, int? limit = null, string? cursor = null)
    {
        var (paging, caller, day) = (Paging.Of(limit, cursor), Caller.Of(context), DossierQueryString.Day("since", since));
        var before = paging.After is null ? long.MaxValue : paging.Number;
        var found = await ledgers.Use(s => Seen(s, caller, dossier).Where(d => d.Sequence < before && (day is null || string.CompareOrdinal(d.Decision.Signed.At, since) >= 0)).OrderByDescending(d => d.Sequence).Take(paging.Limit + 1).ToList(), cancelled);
        return JsonBody.Of(json =>
        {
            json.WriteStartArray("items");
            foreach (var entry in found.Take(paging.Limit))
            {
                json.WriteStartObject();
                ReviewJson.WriteFields(json, entry);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteString("next", found.Count > paging.Limit ? Paging.CursorOf($"{found[paging.Limit - 1].Sequence}") : null);
        });
    }

    /// <summary>Decisions about what the caller may see; an undo as what it undoes.</summary>
    private static IEnumerable<DecisionEntry> Seen(LedgerSession session, Caller caller, string? dossier)
    {
        var (shelf, all) = (session.ShelfFor(caller), session.Ledger.Decisions());
        var mentions = dossier is null ? null : shelf.Mentions(dossier);
        if (mentions is { Count: 0 }) throw ProblemException.NotFound($"There is no dossier '{dossier}'.");
        var bySequence = all.ToDictionary(d => d.Sequence);
        return all.Where(d => IsSeen(Undone(d.Decision)));

        Decision Undone(Decision decision) => decision is UndoDecision undo && bySequence.TryGetValue(undo.Undoes, out var undone) ? Undone(undone.Decision) : decision;

        bool IsSeen(Decision decision) => !ReportsOf(decision).Any(shelf.Hides) && (mentions is null || MentionsOf(decision).Any(mentions.Contains) || decision is MarkDecision mark && mentions.Any(m => m.Report == mark.Of));
    }

    private static IEnumerable<string> ReportsOf(Decision decision) => decision switch
    {
        ActorDecision d => d.First.Concat(d.Second).Select(a => a.Report),
        MarkDecision d => [d.Of],
        EditDecision { To.Source.Report: var source } d => [d.Mention.Report, source],
        AddDecision { Value.Source.Report: var source } d => [d.Mention.Report, source],
        _ => MentionsOf(decision).Select(m => m.Report),
    };

    private static IEnumerable<MentionKey> MentionsOf(Decision decision) => DecisionBook.MentionsOf(decision);
}
