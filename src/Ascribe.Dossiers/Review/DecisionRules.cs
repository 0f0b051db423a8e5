namespace Ascribe.Dossiers.Review;

/// <summary>Puts what people decided about incidents on top of what merging found.</summary>
internal static class DecisionRules
{
    /// <param name="clusters">What merging found, as indexes of mentions.</param>
    /// <param name="indexOf">The mention of a key, or -1 where the ledger has none: a report that a newer reading no longer tells that incident of.</param>
    /// <param name="score">The log odds that two mentions are of one incident.</param>
    public static List<List<int>> Apply(IEnumerable<IReadOnlyList<int>> clusters, IEnumerable<IncidentDecision> holding, Func<MentionKey, int> indexOf, Func<int, int, float> score)
    {
        List<List<int>> groups = [.. clusters.Select(c => c.ToList())];
        foreach (var decision in holding)
        {
            int[] first = [.. decision.First.Select(indexOf).Where(i => i >= 0)];
            int[] second = [.. decision.Second.Select(indexOf).Where(i => i >= 0)];
            if (first.Length == 0 || second.Length == 0) continue;
            if (decision.Verdict == Verdict.Same) Join(groups, [.. first, .. second]);
            else Part(groups, first, second, score);
        }

        foreach (var group in groups) group.Sort();
        return [.. groups.OrderBy(g => g[0])];
    }

    private static void Join(List<List<int>> groups, int[] mentions)
    {
        var joined = groups.Where(g => mentions.Any(g.Contains)).ToList();
        groups.RemoveAll(joined.Contains);
        groups.Add([.. joined.SelectMany(g => g)]);
    }

    /// <summary>Where both sides are together, the members of their group go with the side to which they are likelier to belong.</summary>
    private static void Part(List<List<int>> groups, int[] first, int[] second, Func<int, int, float> score)
    {
        foreach (var group in groups.Where(g => first.Any(g.Contains) && second.Any(g.Contains)).ToList())
        {
            int[] here = [.. first.Where(group.Contains)];
            int[] there = [.. second.Where(group.Contains)];
            groups.Remove(group);
            var sides = group.ToLookup(m => here.Contains(m) || !there.Contains(m) && here.Average(h => score(m, h)) > there.Average(t => score(m, t)));
            groups.Add([.. sides[true]]);
            groups.Add([.. sides[false]]);
        }
    }
}
