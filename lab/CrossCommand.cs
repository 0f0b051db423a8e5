using System.CommandLine;
using Ascribe.Dossiers.Merging;
using Ascribe.Lab.Counting;
using Ascribe.Lab.Merging;
using Ascribe.Lab.Predictions;
using Ascribe.Lab.Training;
using Ascribe.Language;
using Ascribe.Records;

namespace Ascribe.Lab;

/// <summary><c>lab cross TASK IN</c>: trains on all folds but one and predicts that one, for each: the honest figure on data that also trains.</summary>
internal static class CrossCommand
{
    private const int WorstShown = 20;

    public static Command Create()
    {
        var task = new Argument<string>("task") { Description = "languages, names (re3d), relations (re3d), event-times, muc4, clusters or counting." };
        task.AcceptOnlyFromAmong("languages", "names", "relations", "event-times", "muc4", "clusters", "counting");
        var files = new Argument<string[]>("files") { Description = "The labelled data; several files for clusters; the questions and then the reports for counting.", Arity = ArgumentArity.OneOrMore };
        var folds = new Option<int>("--folds") { Description = "Number of parts.", DefaultValueFactory = _ => 5 };
        var models = new Option<string?>("--models") { Description = "names, relations: the folder of the models that go on learning; clusters: in place of those that ship." };
        var epochs = new Option<int>("--epochs") { Description = "names, relations: passes over the other folds.", DefaultValueFactory = _ => 30 };
        var output = new Option<string?>("--out") { Description = "event-times, muc4, clusters, counting: where the predictions go; relations: where the entities that were read go." };
        var read = new Option<string[]>("--records") { Description = "clusters, counting: records made of the files before by 'lab predict records'.", DefaultValueFactory = _ => [] };
        var merged = new Option<string?>("--clusters") { Description = "counting: what 'lab cross clusters' wrote." };
        var shuffles = new Option<int>("--shuffles") { Description = "clusters: so many more files, OUT.1 and on, with the reports in another order." };
        var entities = new Option<string?>("--entities") { Description = "relations: entities that an earlier run read, in place of reading them anew." };
        var command = new Command("cross", "Cross-validates what a model learns from one file.") { task, files, folds, models, epochs, output, read, merged, shuffles, entities };
        command.SetAction(parsed =>
        {
            var (path, parts) = (parsed.GetRequiredValue(files)[0], parsed.GetValue(folds));
            switch (parsed.GetRequiredValue(task))
            {
                case "languages":
                    Languages([.. LanguageSentence.Read(path)], parts);
                    break;
                case "names":
                    NameCross.Run([.. Re3dDocument.Read(path)], parts, parsed.GetValue(epochs), parsed.GetValue(models));
                    break;
                case "relations":
                    RelationCross.Run([.. Re3dDocument.Read(path)], parts, parsed.GetValue(epochs), parsed.GetValue(models), parsed.GetValue(entities), parsed.GetValue(output));
                    break;
                case "muc4":
                    if (parsed.GetValue(output) is not { } templates) return Refuse("muc4: --out is missing.");
                    Muc4Prediction.CrossValidate(path, parts, templates);
                    break;
                case "clusters":
                    if (parsed.GetValue(output) is not { } clusters) return Refuse("clusters: --out is missing.");
                    Clusters(parsed.GetRequiredValue(files), parsed.GetRequiredValue(read), parsed.GetValue(models), parts, parsed.GetValue(shuffles), clusters);
                    break;
                case "counting":
                    if (parsed.GetValue(output) is not { } answers || parsed.GetValue(merged) is not { } groups) return Refuse("counting: --out or --clusters is missing.");
                    CountingRun.Cross(parsed.GetRequiredValue(files), groups, parsed.GetRequiredValue(read), parsed.GetValue(models), parts, answers);
                    break;
                default:
                    if (parsed.GetValue(output) is not { } records) return Refuse("event-times: --out is missing.");
                    EventTimes(path, parts, records);
                    break;
            }

            return 0;
        });
        return command;
    }

    /// <summary>Clusters of reports, each pair scored by what was learnt from other topics.</summary>
    private static void Clusters(string[] files, string[] records, string? models, int folds, int shuffles, string output)
    {
        var corpus = MergingCorpus.Read(files, null, MergingModel.Load(models).Words, records);
        var score = new MergingCross(corpus, folds).Score;
        IncidentSketch[] sketches = [.. corpus.Entries.SelectMany(e => e.Sketches)];
        for (var shuffle = 0; shuffle <= shuffles; shuffle++)
        {
            var clusters = new MemoryClusters();
            var merger = new Merger(score, clusters);
            foreach (var sketch in sketches) merger.Add(sketch);
            ClusterPrediction.WriteClusters(shuffle == 0 ? output : $"{output}.{shuffle}", clusters);
            new Random(shuffle).Shuffle(sketches);
        }
    }

    private static int Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return 2;
    }

    /// <summary>Records of the labelled reports, each read with weights that were learnt from the other folds.</summary>
    private static void EventTimes(string gold, int folds, string output)
    {
        var trainer = new EventTimeTrainer(gold);
        var foldOf = trainer.Ids.Order(StringComparer.Ordinal).Select((id, i) => (id, i % folds)).ToDictionary(StringComparer.Ordinal);
        var reports = CorpusFiles.Objects(Path.Combine(Path.GetDirectoryName(gold)!, "reports.jsonl")).Select(ReportObjects.Read).Where(r => foldOf.ContainsKey(r.Id)).ToArray();
        using var writer = new StreamWriter(output);
        for (var fold = 0; fold < folds; fold++)
        {
            var reader = RecordReader.Load(null, null, trainer.Train(id => foldOf[id] != fold));
            foreach (var report in reports.Where(r => foldOf[r.Id] == fold)) writer.Write(RecordJson.Write(reader.Read(report)) + "\n");
        }
    }

    private static void Languages(LanguageSentence[] sentences, int folds)
    {
        var answers = new List<(string Right, string Told)>();
        for (var fold = 0; fold < folds; fold++)
        {
            var identifier = new LanguageIdentifier(LanguageTrainer.Train([.. sentences.Where((_, i) => i % folds != fold)]));
            answers.AddRange(sentences.Where((_, i) => i % folds == fold).Select(s => (s.Language, identifier.Identify(s.Text) ?? "-")));
        }

        var byLanguage = answers.GroupBy(a => a.Right).Select(g => (Language: g.Key, Accuracy: 100 * g.Average(a => a.Right == a.Told ? 1.0 : 0))).ToArray();
        Console.WriteLine(FormattableString.Invariant($"mean over {byLanguage.Length} languages {byLanguage.Average(l => l.Accuracy):F2}"));
        Console.WriteLine("lowest: " + string.Join(", ", byLanguage.OrderBy(l => l.Accuracy).Take(WorstShown).Select(l => FormattableString.Invariant($"{l.Language} {l.Accuracy:F1}"))));
        var confusions = answers.Where(a => a.Right != a.Told).CountBy(a => a).OrderByDescending(c => c.Value).Take(WorstShown);
        Console.WriteLine("told as: " + string.Join(", ", confusions.Select(c => $"{c.Key.Right} as {c.Key.Told} {c.Value}")));
    }
}
