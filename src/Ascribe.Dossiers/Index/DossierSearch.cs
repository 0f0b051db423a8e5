using Ascribe.Dossiers.Dossiers;
using Ascribe.Dossiers.Search;
using Ascribe.Reports;

namespace Ascribe.Dossiers.Index;

/// <summary>Finds the dossiers that are asked for: most by the search index, and those that people have decided about each by itself.</summary>
/// <param name="membersOf">The mentions of a cluster.</param>
/// <param name="summaryOf">Of a dossier.</param>
/// <param name="reportOf">The report of a mention.</param>
/// <param name="apart">Clusters of which the search index does not tell what became of them.</param>
/// <param name="decided">The dossiers made of those, by their first mention.</param>
internal sealed class DossierSearch(
    SearchIndex index, Func<int, List<int>> membersOf, Func<List<int>, DossierSummary> summaryOf, Func<int, Report> reportOf, HashSet<int> apart, IReadOnlyList<List<int>> decided)
{
    /// <summary>Of those decided about.</summary>
    private readonly Dictionary<int, ClusterTraits> _traits = [];

    /// <param name="after">The mentions of the dossier after which to begin, or null.</param>
    /// <exception cref="FormatException">The words cannot be understood.</exception>
    public IEnumerable<List<int>> Find(DossierQuery query, List<int>? after)
    {
        var filter = new FactsFilter(query);
        var text = query.Text is null ? null : TextQuery.Parse(query.Text);
        var order = Comparer<ClusterPlace>.Create((a, b) => query.Sort == DossierSort.FirstMention ? a.First.CompareTo(b.First) : (b.Last, b.First).CompareTo((a.Last, a.First)));
        var start = after is null ? (ClusterPlace?)null : PlaceOf(after);
        var found = Merged(
            index.Clusters(query, text, filter, start).Where(c => !apart.Contains(c.First)).Select(c => (Place: c, Group: membersOf(c.First))),
            Decided(query, text).Select(g => (Place: PlaceOf(g), Group: g)).Where(g => start is not { } place || order.Compare(g.Place, place) > 0).OrderBy(g => g.Place, order),
            order)
            .Where(g => filter.AsksNothing || g.Exists(m => filter.Fits(index.Facts(m))))
            .Where(g => text is null or { IsExact: true } || g.Exists(m => reportOf(m) is var report && text.Fits(report.Title, report.Text)));
        return query.Limit is { } limit ? found.Take(limit) : found;
    }

    /// <summary>Those decided about that may fit but for the facts.</summary>
    private IEnumerable<List<int>> Decided(DossierQuery query, TextQuery? text)
    {
        if (decided.Count == 0) return [];
        var holding = text is null ? null : index.Holding(text, decided.SelectMany(g => g));
        return decided.Where(g => (!query.Several || g.Count > 1) && holding?.Overlaps(g) != false && TraitsOf(g).Fits(query));
    }

    private ClusterPlace PlaceOf(List<int> group) => new(TraitsOf(group).Last, group[0]);

    private ClusterTraits TraitsOf(List<int> group)
    {
        if (!_traits.TryGetValue(group[0], out var traits)) _traits[group[0]] = traits = ClusterTraits.Of(summaryOf(group));
        return traits;
    }

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
