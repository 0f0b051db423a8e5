namespace Ascribe.Dossiers.Merging;

/// <summary>Average linkage: the two groups whose members are likeliest of one incident on average are joined while they are likely enough.</summary>
internal static class Linkage
{
    /// <summary>Groups are joined from these log odds on average.</summary>
    public const float Threshold = -0.5f;

    /// <summary>Groups that stay apart with at least these log odds on average are possibly the same.</summary>
    public const float Doubtful = -2;

    /// <summary>A candidate with at least these log odds draws its cluster in.</summary>
    public const float Near = -1.5f;

    /// <summary>Clusters with more members are joined to, but not taken apart.</summary>
    public const int Large = 60;

    /// <summary>So many members of a group speak for it.</summary>
    private const int Speakers = 12;

    /// <param name="groups">The groups to begin with.</param>
    /// <param name="score">The log odds of two members.</param>
    public static List<List<int>> Join(List<List<int>> groups, Func<int, int, float> score)
    {
        var count = groups.Count;
        var mean = new float[count, count];
        var alive = new bool[count];
        Array.Fill(alive, true);
        for (var i = 0; i < count; i++)
        {
            for (var j = i + 1; j < count; j++) mean[i, j] = mean[j, i] = Mean(groups[i], groups[j], score);
        }

        while (true)
        {
            var (best, first, second) = (Threshold, -1, -1);
            for (var i = 0; i < count; i++)
            {
                if (!alive[i]) continue;
                for (var j = i + 1; j < count; j++)
                {
                    if (alive[j] && mean[i, j] > best) (best, first, second) = (mean[i, j], i, j);
                }
            }

            if (first < 0) break;
            // The mean over all pairs of the joined group follows from those of its parts.
            for (var k = 0; k < count; k++)
            {
                if (!alive[k] || k == first || k == second) continue;
                var (m, n) = (groups[first].Count, groups[second].Count);
                mean[first, k] = mean[k, first] = (mean[first, k] * m + mean[second, k] * n) / (m + n);
            }

            groups[first] = [.. groups[first], .. groups[second]];
            alive[second] = false;
        }

        return [.. groups.Where((_, i) => alive[i])];
    }

    /// <summary>The mean log odds of the members of two groups.</summary>
    public static float Mean(List<int> a, List<int> b, Func<int, int, float> score)
    {
        var sum = 0f;
        var pairs = 0;
        foreach (var x in Spoken(a))
        {
            foreach (var y in Spoken(b))
            {
                sum += score(x, y);
                pairs++;
            }
        }

        return sum / pairs;
    }

    /// <summary>All, or as many as may speak, evenly taken.</summary>
    private static IEnumerable<int> Spoken(List<int> group)
    {
        var step = Math.Max(1, group.Count / Speakers);
        for (var i = 0; i < group.Count; i += step) yield return group[i];
    }
}
