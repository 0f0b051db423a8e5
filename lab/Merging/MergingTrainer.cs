using Ascribe.Dossiers.Merging;
using BoostedTreesTrainer = Ascribe.Lab.Training.BoostedTreesTrainer;

namespace Ascribe.Lab.Merging;

/// <summary>Learns from reports of known incidents whether two sketches are of one. Pairs are those that merging will ask about.</summary>
internal sealed class MergingTrainer
{
    private const int Trees = 250, Depth = 5;

    /// <summary>Pairs taken at random among so many reports before a report, in the order of publication.</summary>
    private const int SameDays = 3, Neighbours = 40;

    private readonly MergingCorpus _corpus;
    private readonly BoostedTreesTrainer _trainer;
    private readonly (int First, int Second)[] _pairs;

    public MergingTrainer(MergingCorpus corpus)
    {
        _corpus = corpus;
        _pairs = Pairs(corpus);
        var rows = new float[_pairs.Length][];
        Parallel.For(0, rows.Length, p =>
        {
            rows[p] = new float[PairFeatures.Count];
            PairFeatures.Tell(corpus.Entries[_pairs[p].First].Sketches[0], corpus.Entries[_pairs[p].Second].Sketches[0], rows[p]);
        });
        _trainer = new BoostedTreesTrainer(rows, [.. _pairs.Select(p => AreSame(corpus.Entries[p.First], corpus.Entries[p.Second]))]);
    }

    /// <param name="learns">Whether to learn from a report.</param>
    public BoostedTrees Train(Func<MergingCorpus.Entry, bool> learns)
    {
        bool[] known = [.. _corpus.Entries.Select(learns)];
        return _trainer.Train([.. Enumerable.Range(0, _pairs.Length).Where(p => known[_pairs[p].First] && known[_pairs[p].Second])], Trees, Depth);
    }

    private static bool AreSame(MergingCorpus.Entry a, MergingCorpus.Entry b) => a.Incidents.Intersect(b.Incidents, StringComparer.Ordinal).Any();

    /// <summary>
    /// Candidates, candidates of candidates one in four, pairs of one incident that are neither, and some taken at random, most among the reports of the same days: the candidates of a small ledger
    /// have little in common, which those of these corpora hardly ever have.
    /// </summary>
    private static (int, int)[] Pairs(MergingCorpus corpus)
    {
        var index = new CandidateIndex();
        var near = new List<int>[corpus.Entries.Count];
        var pairs = new SortedSet<(int, int)>();
        var random = new Random(7);
        for (var e = 0; e < near.Length; e++)
        {
            var sketch = corpus.Entries[e].Sketches[0];
            near[e] = [.. index.Find(sketch, Merger.Candidates)];
            index.Add(e, sketch);
            foreach (var other in near[e]) pairs.Add((other, e));
        }

        for (var e = 0; e < near.Length; e++)
        {
            foreach (var other in near[e])
            {
                foreach (var third in near[other])
                {
                    if ((e + third) % 4 == 0) pairs.Add((third, e));
                }
            }

            if (e == 0) continue;
            pairs.Add((random.Next(e), e));
            for (var n = 0; n < SameDays; n++) pairs.Add((random.Next(Math.Max(0, e - Neighbours), e), e));
        }

        var byIncident = corpus.Entries.SelectMany((entry, e) => entry.Incidents.Select(i => (i, e))).ToLookup(p => p.i, p => p.e, StringComparer.Ordinal);
        foreach (var incident in byIncident)
        {
            int[] members = [.. incident];
            for (var i = 0; i < members.Length; i++)
            {
                for (var j = i + 1; j < members.Length; j++) pairs.Add((Math.Min(members[i], members[j]), Math.Max(members[i], members[j])));
            }
        }

        return [.. pairs];
    }
}
