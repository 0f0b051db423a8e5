using System.CommandLine;
using System.Diagnostics;
using Ascribe.Lab.Training;
using Ascribe.Language.Models;

namespace Ascribe.Lab;

/// <summary><c>lab train MODEL</c>: weights from the corpora. The same corpora give the same bytes.</summary>
internal static class TrainCommand
{
    private const int TaggerEpochs = 8;
    private const int ParserEpochs = 12;

    public static Command Create()
    {
        var model = new Argument<string>("model") { Description = "tagger, parser, names, event-places or all.", DefaultValueFactory = _ => "all" };
        model.AcceptOnlyFromAmong("tagger", "parser", "names", "event-places", "all");
        var data = new Option<string>("--data") { Description = "The folder of the corpora.", DefaultValueFactory = _ => "../shared/data" };
        var output = new Option<string>("--out") { Description = "The folder that the weights go to.", DefaultValueFactory = _ => "models" };
        var command = new Command("train", "Trains the English models.") { model, data, output };
        command.SetAction(parsed =>
        {
            var (which, from, to) = (parsed.GetRequiredValue(model), parsed.GetRequiredValue(data), Path.Combine(parsed.GetRequiredValue(output), "en"));
            Directory.CreateDirectory(to);
            var clock = Stopwatch.StartNew();
            if (which is "tagger" or "all") Write(to, Tagger.FileName, [TaggerTrainer.Train(Corpora.EnglishTreebanks(from), TaggerEpochs)]);
            if (which is "parser" or "all")
            {
                var sentences = Corpora.EnglishTreebanks(from);
                var tags = TaggerTrainer.Jackknife(sentences, folds: 4, epochs: 4);
                var (actions, labels) = ParserTrainer.Train(sentences, tags, ParserEpochs);
                Write(to, DependencyParser.FileName, [actions, labels]);
            }

            if (which is "names" or "all")
            {
                var names = NameTrainer.Train(Corpora.EnglishNames(from), NameTrainer.Epochs);
                Write(to, NameRecognizer.FileName, [names]);
                var score = NameScore.Of(new NameRecognizer(names), Tagger.Load(ModelStore.Open("en", null)), NameCorpora.Marked("lab/corpora/names-en/test.txt"));
                Console.Error.WriteLine($"names of the sentences put aside for testing: {score}");
            }

            if (which is "event-places" or "all")
                EventPlaceTrainer.Write(Path.Combine(to, "event-places.tsv"), EventPlaceTrainer.Train(Path.Combine(from, "geo/eventloc.jsonl"), _ => true));
            Console.Error.WriteLine($"{clock.Elapsed.TotalSeconds:F0} s");
            return 0;
        });
        return command;
    }

    private static void Write(string folder, string name, IReadOnlyList<LinearModel> tables)
    {
        var path = Path.Combine(folder, name + ".model");
        using (var file = File.Create(path)) ModelFile.Write(file, name, "en", tables);
        Console.Error.WriteLine($"{path}: {new FileInfo(path).Length / 1024} kB");
    }
}
