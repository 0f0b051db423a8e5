using Ascribe.Dossiers.Merging;
using Ascribe.Lab.Merging;
using NodaTime;

namespace Ascribe.Lab.Predictions;

/// <summary>Which reports tell of one incident, and which were compared.</summary>
internal static class ClusterPrediction
{
    /// <summary>Log odds of what cannot be one.</summary>
    private const float NeverOne = -20;

    /// <summary>A line a report: its id and those of its clusters.</summary>
    public static void Run(PredictionRun run) => WriteClusters(run.Output, Merged(run));

    /// <summary>A line a pair of candidates: the ids of both reports.</summary>
    public static void Candidates(PredictionRun run)
    {
        var clusters = Merged(run);
        File.WriteAllLines(run.Output, clusters.Pairs.Select(p => $"{clusters[p.First].Report}\t{clusters[p.Second].Report}").Distinct(StringComparer.Ordinal));
    }

    /// <summary>A cluster is named after its first report and that one's incident. A report's own first incident comes first.</summary>
    public static void WriteClusters(string path, MemoryClusters merged)
    {
        var clusters = new SortedDictionary<string, SortedDictionary<int, string>>(StringComparer.Ordinal);
        foreach (var cluster in merged.Clusters)
        {
            var first = merged[cluster[0]];
            foreach (var member in cluster)
            {
                var sketch = merged[member];
                if (!clusters.TryGetValue(sketch.Report, out var names)) clusters[sketch.Report] = names = [];
                names[sketch.Number] = $"{first.Report}/{first.Number}";
            }
        }

        File.WriteAllLines(path, clusters.Select(c => c.Key + "\t" + string.Join('\t', c.Value.Values)));
    }

    private static bool AreApart(IncidentSketch a, IncidentSketch b, int days) => a.Published is { } x && b.Published is { } y && Math.Abs(Period.DaysBetween(x, y)) > days;

    private static MemoryClusters Merged(PredictionRun run)
    {
        var model = MergingModel.Load(run.Models);
        var clusters = new MemoryClusters();
        var merger = new Merger((a, b) => run.LongestGap is { } days && AreApart(a, b, days) ? NeverOne : Merger.Score(model.Trees, a, b), clusters);
        foreach (var sketch in MergingCorpus.Read(run.Inputs, run.Models, model.Words, run.Records).Entries.SelectMany(e => e.Sketches)) merger.Add(sketch);
        return clusters;
    }
}
