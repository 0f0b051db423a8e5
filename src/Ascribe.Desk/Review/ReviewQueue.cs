using Ascribe.Desk.Contracts;
using Ascribe.Dossiers.Dossiers;
using Ascribe.Dossiers.Review;
using Ascribe.Records;

namespace Ascribe.Desk.Review;

/// <summary>What waits for a person: dossiers by the state of their review, each followed by those that may be of the same incident.</summary>
/// <param name="state">Only these; null: all that are neither accepted nor rejected.</param>
/// <param name="assigned">Only those of this person; null: anybody's and nobody's.</param>
internal sealed class ReviewQueue(DossierShelf shelf, ReviewState? state, string? assigned)
{
    /// <param name="after">The id of the last dossier of the page before, or null.</param>
    /// <param name="most">So many dossiers; their pairs come with them.</param>
    /// <returns>The items, and the id after which the queue goes on, or null at its end.</returns>
    /// <exception cref="KeyNotFoundException">There is no dossier to begin after.</exception>
    public (IReadOnlyList<QueueItem> Items, string? Next) Page(string? after, int most)
    {
        var found = Candidates(after).Where(Fits).Take(most + 1).ToList();
        var page = found.Take(most).ToList();
        return ([.. page.SelectMany(Items)], found.Count > most ? page[^1].Id : null);
    }

    /// <summary>What somebody has begun or has been given is found by the decisions, the rest by looking at all, the latest first.</summary>
    private IEnumerable<DossierSummary> Candidates(string? after)
    {
        if (state is null or ReviewState.New && assigned is null) return shelf.Summaries(new DossierQuery { Sort = DossierSort.LatestPublication, After = after });
        IEnumerable<string> ids = shelf.Decisions.Holding.Where(d => d.Decision is StateDecision or AssignDecision).Reverse().SelectMany(d => DecisionBook.MentionsOf(d.Decision)).Select(m => shelf.IdOf(m.Id)).OfType<string>().Distinct();
        if (after is not null) ids = ids.SkipWhile(id => id != after).Skip(1);
        return ids.Select(id => shelf.SummaryOf(id)!);
    }

    private bool Fits(DossierSummary dossier) =>
        (state is { } wanted ? dossier.State == wanted : dossier.State is not (ReviewState.Accepted or ReviewState.Rejected)) && (assigned is null || dossier.AssignedTo == assigned);

    private IEnumerable<QueueItem> Items(DossierSummary dossier)
    {
        var item = DossierItem.Of(dossier);
        yield return new QueueItem("dossier", dossier.Id, dossier.Title, item.Contradicted, item.State, item.AssignedTo, shelf.Decisions.ReviewOf(shelf.Mentions(dossier.Id)).Since ?? item.LastPublished, Dossier: item);
        if (assigned is not null) yield break;
        foreach (var twin in shelf.PossiblySame(dossier.Id).Where(t => string.CompareOrdinal(t.Dossier, dossier.Id) > 0))
        {
            var told = RecordJson.NameOf(twin.LogOdds is null ? ReviewState.NeedsHelp : ReviewState.New);
            yield return new QueueItem("pair", $"{dossier.Id}+{twin.Dossier}", $"{dossier.Title} / {shelf.SummaryOf(twin.Dossier)?.Title}", twin.Reasons, told, null, item.LastPublished, dossier.Id, twin.Dossier);
        }
    }
}
