using Ascribe.Dossiers.Merging;

namespace Ascribe.Lab.Merging;

/// <summary>
/// Clusters all reports, each pair scored by trees that learnt from no report of either's topic (in gvc and gva the state, so that no incident is parted). What
/// a ledger would hold side by side stays side by side.
/// </summary>
internal sealed class MergingCross
{
    private readonly Dictionary<string, int> _foldOf;
    private readonly BoostedTrees[,] _trees;

    public MergingCross(MergingCorpus corpus, int folds)
    {
        // The largest topics first, each into the fold that has least.
        var sizes = new int[folds];
        _foldOf = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var topic in corpus.Entries.CountBy(e => e.Topic).OrderByDescending(t => t.Value).ThenBy(t => t.Key, StringComparer.Ordinal))
        {
            var least = Array.IndexOf(sizes, sizes.Min());
            _foldOf[topic.Key] = least;
            sizes[least] += topic.Value;
        }

        var trainer = new MergingTrainer(corpus);
        _trees = new BoostedTrees[folds, folds];
        Parallel.ForEach(Enumerable.Range(0, folds).SelectMany(a => Enumerable.Range(a, folds - a).Select(b => (a, b))), pair =>
            _trees[pair.a, pair.b] = _trees[pair.b, pair.a] = trainer.Train(e => _foldOf[e.Topic] != pair.a && _foldOf[e.Topic] != pair.b));
        var topicOf = corpus.Entries.ToDictionary(e => e.Record.Report.Id, e => e.Topic, StringComparer.Ordinal);
        Score = (a, b) => Merger.Score(_trees[_foldOf[topicOf[a.Report]], _foldOf[topicOf[b.Report]]], a, b);
    }

    public Func<IncidentSketch, IncidentSketch, float> Score { get; }
}
