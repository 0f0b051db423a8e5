using Ascribe.Actors;
using Ascribe.Dossiers.Dossiers;
using Ascribe.Dossiers.Search;

namespace Ascribe.Dossiers.Index;

/// <summary>Finds the dossiers that are asked for: those that merging made by the search index, and among the few that decisions made each by itself.</summary>
/// <param name="members">The mentions of a cluster.</param>
/// <param name="decided">Clusters that decisions are about.</param>
/// <param name="regrouped">What decisions made of them.</param>
internal sealed class DossierSearch(SearchIndex index, Func<int, List<int>> members, HashSet<int> decided, IReadOnlyList<List<int>> regrouped)
{
    private static readonly Lazy<ActorHierarchy> s_actors = new(() => ActorHierarchy.Load("en"));

    /// <param name="after">The mentions of the dossier after which to begin, or null.</param>
    public IEnumerable<List<int>> Find(DossierQuery query, List<int>? after)
    {
        var filter = new FactsFilter(query, s_actors.Value);
        var order = Comparer<ClusterPlace>.Create((a, b) => query.Sort == DossierSort.FirstMention ? a.First.CompareTo(b.First) : (b.Last, b.First).CompareTo((a.Last, a.First)));
        var start = after is null ? (ClusterPlace?)null : PlaceOf(after);
        var found = Merged(
            index.Clusters(query, filter, start).Where(c => !decided.Contains(c.First)).Select(c => (Place: c, Group: members(c.First))),
            Regrouped(query).Select(g => (Place: PlaceOf(g), Group: g)).Where(g => start is not { } place || order.Compare(g.Place, place) > 0).OrderBy(g => g.Place, order),
            order).Where(g => filter.AsksNothing || g.Exists(m => filter.Fits(index.Facts(m))));
        return query.Limit is { } limit ? found.Take(limit) : found;
    }

    /// <summary>Those made by decisions that fit but for the facts.</summary>
    private IEnumerable<List<int>> Regrouped(DossierQuery query)
    {
        if (regrouped.Count == 0) return [];
        var holding = query.Text is { } text ? index.Holding(text, regrouped.SelectMany(g => g)) : null;
        return regrouped.Where(g => (!query.Several || g.Count > 1) && holding?.Overlaps(g) != false && (!query.Disagreement || index.Summary("", g).Contradicted.Count > 0));
    }

    private ClusterPlace PlaceOf(List<int> group) => new(ClusterTraits.Of(index.Summary("", group)).Last, group[0]);

    private static IEnumerable<List<int>> Merged(IEnumerable<(ClusterPlace Place, List<int> Group)> one, IEnumerable<(ClusterPlace Place, List<int> Group)> other, Comparer<ClusterPlace> order)
    {
        using var others = other.GetEnumerator();
        var more = others.MoveNext();
        foreach (var (place, group) in one)
        {
            for (; more && order.Compare(others.Current.Place, place) < 0; more = others.MoveNext()) yield return others.Current.Group;
            yield return group;
        }

        for (; more; more = others.MoveNext()) yield return others.Current.Group;
    }
}
