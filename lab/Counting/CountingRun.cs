using System.Text.Json;
using Ascribe.Dossiers.Merging;
using Ascribe.Lab.Merging;
using Ascribe.Lab.Predictions;

namespace Ascribe.Lab.Counting;

/// <summary><c>lab predict counting</c> and <c>lab cross counting</c>: QUESTIONS.json, then files of reports.</summary>
internal static class CountingRun
{
    /// <summary>With the models that ship.</summary>
    public static void Predict(PredictionRun run)
    {
        var (questions, pool) = CountingQuestion.Read(run.Inputs[0]);
        var model = MergingModel.Load(run.Models);
        var entries = InPool(MergingCorpus.Read(run.Inputs.Skip(1), run.Models, model.Words, run.Records), pool);
        var clusters = new MemoryClusters();
        var merger = new Merger(model, clusters);
        foreach (var sketch in entries.SelectMany(e => e.Sketches)) merger.Add(sketch);
        var tolls = TollModel.Load();
        Write(run.Output, questions, new CountingAnswers(entries, clusters.Clusters.Select(c => c.Select(m => clusters[m].Report).ToList()), r => tolls.Tell(TollFeatures.Of(r))));
    }

    /// <summary>Tolls told by what was learnt from other states, over clusters that "lab cross clusters" wrote.</summary>
    public static void Cross(IReadOnlyList<string> inputs, string clusters, IReadOnlyList<string> records, string? models, int folds, string output)
    {
        var (questions, pool) = CountingQuestion.Read(inputs[0]);
        var corpus = MergingCorpus.Read(inputs.Skip(1), models, MergingModel.Load(models).Words, records);
        var trainer = new TollTrainer(Path.Combine(Path.GetDirectoryName(inputs[0])!, "gva.incidents.jsonl.gz"));
        var foldOf = corpus.Entries.CountBy(e => e.Topic).OrderByDescending(t => t.Value).ThenBy(t => t.Key, StringComparer.Ordinal).Select((t, i) => (t.Key, i % folds)).ToDictionary(StringComparer.Ordinal);
        var tolls = new Dictionary<string, (float[], float[])>(StringComparer.Ordinal);
        for (var fold = 0; fold < folds; fold++)
        {
            var model = trainer.Train(corpus.Entries.Where(e => foldOf[e.Topic] != fold));
            foreach (var entry in corpus.Entries.Where(e => foldOf[e.Topic] == fold)) tolls[entry.Record.Report.Id] = model.Tell(TollFeatures.Of(entry.Record));
        }

        var entries = InPool(corpus, pool);
        var known = entries.Select(e => e.Record.Report.Id).ToHashSet(StringComparer.Ordinal);
        var groups = CorpusFiles.Lines(clusters).Select(l => l.Split('\t')).Where(c => known.Contains(c[0])).GroupBy(c => c[1], c => c[0], StringComparer.Ordinal).Select(g => g.ToList());
        Write(output, questions, new CountingAnswers(entries, groups, r => tolls[r.Report.Id]));
    }

    private static MergingCorpus.Entry[] InPool(MergingCorpus corpus, IReadOnlySet<string> pool) => [.. corpus.Entries.Where(e => pool.Contains(e.Record.Report.Id))];

    private static void Write(string path, IEnumerable<CountingQuestion> questions, CountingAnswers answers)
    {
        var rows = questions.ToDictionary(q => q.Id, q => answers.Answer(q) is var (number, reports) ? new { numerical_answer = number, answer_docs = reports } : null, StringComparer.Ordinal);
        File.WriteAllText(path, JsonSerializer.Serialize(rows));
    }
}
