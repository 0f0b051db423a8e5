using System.CommandLine;
using System.Diagnostics;
using Ascribe.Dossiers.Merging;
using Ascribe.Lab.Counting;
using Ascribe.Lab.Merging;
using Ascribe.Lab.Muc4;
using Ascribe.Lab.Training;
using Ascribe.Language;
using Ascribe.Language.Coreference;
using Ascribe.Language.Languages;
using Ascribe.Language.Models;
using Ascribe.Records;

namespace Ascribe.Lab;

/// <summary><c>lab train MODEL</c>: weights from the corpora. The same corpora give the same bytes.</summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        var model = new Argument<string>("model") { Description = "splitter, sentence, coref, event-places, event-times, incidents, languages, merging, tolls or all.", DefaultValueFactory = _ => "all" };
        model.AcceptOnlyFromAmong("splitter", "sentence", "coref", "event-places", "event-times", "incidents", "languages", "merging", "tolls", "all");
        var data = new Option<string>("--data") { Description = "The folder of the corpora.", DefaultValueFactory = _ => "../shared/data" };
        var output = new Option<string>("--out") { Description = "The folder that the weights go to.", DefaultValueFactory = _ => "models" };
        var epochs = new Option<int>("--epochs") { Description = "Passes over the labelled sentences.", DefaultValueFactory = _ => 10 };
        var vectors = new Option<string?>("--vectors") { Description = "A file that keeps the word vectors from one training to the next." };
        var benchmark = new Option<bool>("--benchmark") { Description = "Learn names from CoNLL-2003 too: weights that must not ship." };
        var namesOnly = new Option<bool>("--names-only") { Description = "sentence: learn names alone, from news; its tags and trees are worth nothing." };
        var seed = new Option<int>("--seed") { Description = "sentence: the seed of the weights before and of the order.", DefaultValueFactory = _ => 1 };
        var teachers = new Option<string[]>("--teachers") { Description = "sentence: folders of models whose trees of unlabelled news are learnt from too.", DefaultValueFactory = _ => [], AllowMultipleArgumentsPerToken = true };
        var records = new Option<string[]>("--records") { Description = "merging, tolls: records made of the reports before by 'lab predict records'.", DefaultValueFactory = _ => [] };
        var command = new Command("train", "Trains the models.") { model, data, output, epochs, vectors, benchmark, namesOnly, seed, teachers, records };
        command.SetAction(parsed =>
        {
            var (which, from, to) = (parsed.GetRequiredValue(model), parsed.GetRequiredValue(data), Path.Combine(parsed.GetRequiredValue(output), "en"));
            Directory.CreateDirectory(to);
            var clock = Stopwatch.StartNew();
            if (which is "splitter" or "all")
            {
                var trainer = new SplitterTrainer();
                Write(to, SentenceSplitter.FileName, "en", trainer.Train(Corpora.EnglishTexts(from), SplitterReports(from, trainer)).Write);
            }

            if (which is "sentence" or "all")
            {
                var words = WordVectors.Load(parsed.GetValue(vectors), () => Corpora.EnglishNews(from));
                var report = Reports(from);
                var sentences = parsed.GetValue(namesOnly)
                    ? [.. Corpora.NamedNews(from, parsed.GetValue(benchmark)).Select(LabelledSentence.Of)]
                    : Corpora.EnglishSentences(from, parsed.GetValue(benchmark));
                sentences.AddRange(ParsedNews(from, parsed.GetRequiredValue(teachers)));
                var network = SentenceTrainer.Train(sentences, words, parsed.GetValue(epochs), report, parsed.GetValue(seed));
                Write(to, SentenceNetwork.FileName, "en", network.Write);
            }

            if (which is "coref" or "all")
            {
                var analyzer = new CoreferenceAnalyzer(parsed.GetRequiredValue(output));
                Write(to, CoreferenceModel.FileName, "en", CoreferenceTrainer.Train(analyzer, Corpora.EnglishChains(from), ChainReports(from, analyzer)).Write);
            }

            if (which is "event-places" or "all")
                EventPlaceTrainer.Write(Path.Combine(to, "event-places.tsv"), EventPlaceTrainer.Train(Path.Combine(from, "geo/eventloc.jsonl"), _ => true));
            if (which is "event-times" or "all") WriteEventTimes(from, to);
            if (which is "incidents" or "all") TrainIncidents(from);
            if (which is "merging" or "all") TrainMerging(from, parsed.GetRequiredValue(output), parsed.GetRequiredValue(records));
            if (which is "tolls" or "all") TrainTolls(from, parsed.GetRequiredValue(records));
            if (which is "languages" or "all") TrainLanguages(from, parsed.GetRequiredValue(output));
            Console.Error.WriteLine($"{clock.Elapsed.TotalSeconds:F0} s");
            return 0;
        });
        return command;
    }

    /// <summary>Classifiers of the benchmark alone: they lie in the lab and not among the models that the program reads with.</summary>
    private static void TrainIncidents(string data)
    {
        var reader = new IncidentTextReader(RecordReader.Load());
        PreparedText[] texts = [.. CorpusFiles.Objects(Path.Combine(data, "muc4/dev.jsonl")).Select(reader.ReadWithKey).Select(PreparedText.Of)];
        Directory.CreateDirectory("lab/models");
        var model = IncidentTrainer.Train(texts);
        for (var file = 0; file < IncidentModel.FileNames.Length; file++)
        {
            var part = file;
            Write("lab/models", IncidentModel.FileNames[part], "en", stream => model.Write(part, stream));
        }
    }

    private static List<LabelledSentence> ParsedNews(string data, string[] folders)
    {
        if (folders.Length == 0) return [];
        var teachers = new Teachers([.. folders.Select(f => SentenceModel.Load(ModelStore.Open("en", f)))]);
        List<LabelledSentence> parsed = [.. teachers.Parse(Corpora.EnglishConflictNews(data), every: 10).Select(t => new LabelledSentence(t.Document, t, null))];
        Console.Error.WriteLine($"{parsed.Count} sentences from teachers");
        return parsed;
    }

    private static void WriteEventTimes(string data, string folder)
    {
        var weights = new EventTimeTrainer(Path.Combine(data, "labelled-news/train.gold.json")).Train(_ => true);
        using var file = new StreamWriter(Path.Combine(folder, "event-times.tsv")) { NewLine = "\n" };
        file.WriteLine("# Weights of the time of an event: kind of feature, value, log odds. Made by `lab train event-times`; see event-times.md.");
        weights.Write(file);
    }

    private static void Write(string folder, string name, string language, Action<Stream> write)
    {
        var path = Path.Combine(folder, name + ".model");
        using (var file = File.Create(path)) ModelFile.Write(file, name, language, write);
        Console.Error.WriteLine($"{path}: {new FileInfo(path).Length / 1024} kB");
    }

    /// <summary>Tells after each pass how well the splitter does on texts that it does not learn from.</summary>
    private static Action<LinearModel> SplitterReports(string data, SplitterTrainer trainer)
    {
        TreebankText[] ewt = [.. TreebankText.Read(Path.Combine(data, "ling/ud-english-ewt/en_ewt-ud-dev.conllu.xz"))];
        TreebankText[] gum = [.. TreebankText.Read(Path.Combine(data, "ling/ud-english-gum/en_gum-ud-dev.conllu.xz"))];
        return model => Console.Error.WriteLine($"sentences EWT {trainer.Score(model, ewt):F2} | GUM {trainer.Score(model, gum):F2}");
    }

    /// <summary>Tells how well the model does on texts that it does not learn from: the genres of GUM that may not be learnt, and GUM's development part.</summary>
    private static Action<CoreferenceModel> ChainReports(string data, CoreferenceAnalyzer analyzer)
    {
        CoreferenceText[] left = [.. CoreferenceText.Read(Path.Combine(data, "ling/ud-english-gum/en_gum-ud-train.conllu.xz"), id => !Corpora.IsNonCommercial(id))];
        CoreferenceText[] dev = [.. CoreferenceText.Read(Path.Combine(data, "ling/ud-english-gum/en_gum-ud-dev.conllu.xz"))];
        foreach (var text in left.Concat(dev)) analyzer.Analyze(text.Document);
        return model => Console.Error.WriteLine($"left-out genres {CoreferenceScore.Of(model, left)} | GUM dev {CoreferenceScore.Of(model, dev)}");
    }

    private static void TrainLanguages(string data, string models)
    {
        var model = LanguageTrainer.Train([.. LanguageSentence.Read(Path.Combine(data, "ling/langid/sentences-train.tsv.xz"))]);
        var directory = Path.Combine(models, LanguageModel.Language);
        Directory.CreateDirectory(directory);
        Write(directory, LanguageModel.FileName, LanguageModel.Language, model.Write);
    }

    /// <summary>A classifier of the benchmark alone, as those of the incidents.</summary>
    private static void TrainTolls(string data, string[] records)
    {
        var reports = new[] { "gvc", "gva" }.Select(f => Path.Combine(data, "crossdoc", f + ".docs.jsonl.gz"));
        var corpus = MergingCorpus.Read(reports, null, MergingModel.Load().Words, records);
        Directory.CreateDirectory("lab/models");
        Write("lab/models", TollModel.FileName, "en", new TollTrainer(Path.Combine(data, "crossdoc/gva.incidents.jsonl.gz")).Train(corpus.Entries).Write);
    }

    private static void TrainMerging(string data, string models, string[] records)
    {
        var words = BackgroundCounter.Count(data);
        var corpus = MergingCorpus.Read(Corpora.SameIncidents(data), null, words, records);
        var model = new MergingModel(words, new MergingTrainer(corpus).Train(_ => true));
        var directory = Path.Combine(models, MergingModel.Language);
        Directory.CreateDirectory(directory);
        Write(directory, MergingModel.FileName, MergingModel.Language, model.Write);
    }

    /// <summary>Tells after each pass how well the network does on sentences that it does not learn from.</summary>
    private static Action<SentenceNetwork> Reports(string data)
    {
        TreebankSentence[] ewt = [.. Treebank.Read(Path.Combine(data, "ling/ud-english-ewt/en_ewt-ud-dev.conllu.xz"))];
        TreebankSentence[] gum = [.. Treebank.Read(Path.Combine(data, "ling/ud-english-gum/en_gum-ud-dev.conllu.xz"))];
        NamedSentence[] own = [.. NameCorpora.Marked("lab/corpora/names-en/test.txt")];
        NamedSentence[] conll = [.. NameCorpora.Columns(Path.Combine(data, "ling/ner-conll2003-en/testa.bio.xz"), NameConvention.FourKinds)];
        return network =>
        {
            var model = new SentenceModel(network);
            Console.Error.WriteLine($"EWT {SyntaxScore.Of(model, ewt)} | GUM {SyntaxScore.Of(model, gum)} | names own {NameScore.Of(model, own)} | testa {NameScore.Of(model, conll)}");
        };
    }
}
