using Ascribe.Dossiers.Merging;
using Ascribe.Lab.Merging;

namespace Ascribe.Lab.Predictions;

/// <summary>Which reports tell of one incident, and which were compared.</summary>
internal static class ClusterPrediction
{
    /// <summary>A line a report: its id and those of its clusters.</summary>
    public static void Run(PredictionRun run) => WriteClusters(run.Output, Merged(run));

    /// <summary>A line a pair of candidates: the ids of both reports.</summary>
    public static void Candidates(PredictionRun run)
    {
        var merger = Merged(run);
        File.WriteAllLines(run.Output, merger.Compared.Select(p => $"{merger.Sketches[p.First].Report}\t{merger.Sketches[p.Second].Report}").Distinct(StringComparer.Ordinal));
    }

    /// <summary>A cluster is named after its first report and that one's incident.</summary>
    public static void WriteClusters(string path, Merger merger)
    {
        var clusters = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var cluster in merger.Clusters)
        {
            var first = merger.Sketches[cluster[0]];
            foreach (var member in cluster)
            {
                var report = merger.Sketches[member].Report;
                if (!clusters.TryGetValue(report, out var names)) clusters[report] = names = new SortedSet<string>(StringComparer.Ordinal);
                names.Add($"{first.Report}/{first.Number}");
            }
        }

        File.WriteAllLines(path, clusters.Select(c => c.Key + "\t" + string.Join('\t', c.Value)));
    }

    private static Merger Merged(PredictionRun run)
    {
        var model = MergingModel.Load(run.Models);
        var merger = new Merger(model);
        foreach (var sketch in MergingCorpus.Read(run.Inputs, run.Models, model.Words, run.Records).Entries.SelectMany(e => e.Sketches)) merger.Add(sketch);
        if (Environment.GetEnvironmentVariable("DBG") is { } dbg) // DEBUG
            foreach (var pr in dbg.Split(';')) { var ids = pr.Split(','); int I(string x) => merger.Sketches.ToList().FindIndex(z => z.Report == x); var (i, j) = (I(ids[0]), I(ids[1])); var f = new float[PairFeatures.Count]; PairFeatures.Tell(merger.Sketches[i], merger.Sketches[j], f); Console.WriteLine(pr + " " + merger.ScoreOf(i, j) + " " + string.Join(' ', f.Select((x, k) => $"{k}:{x:0.##}"))); foreach (var q in new[] { i, j }) Console.WriteLine("   " + merger.Sketches[q].Published + " " + merger.Sketches[q].Days + " " + string.Join(";", merger.Sketches[q].Places.Select(z => z.Name + "/" + z.Precision)) + " " + string.Join(',', merger.Sketches[q].Types)); }
        return merger;
    }
}
