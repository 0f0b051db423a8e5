using Ascribe.Lab.Muc4;
using Ascribe.Language.Models;
using Ascribe.Records;

namespace Ascribe.Lab.Predictions;

/// <summary>Templates of MUC-4: our own reading, and classifiers that were trained on the corpus on top of it.</summary>
internal static class Muc4Prediction
{
    public static void Run(PredictionRun run)
    {
        var reader = new IncidentTextReader(RecordReader.Load(run.Models));
        var filler = new TemplateFiller(Load(run.Models));
        CorpusFiles.WriteLines(run.Output, run.Inputs.SelectMany(CorpusFiles.Objects).Select(row =>
        {
            var text = reader.Read(row);
            return (object)new { id = text.Id, templates = filler.Fill(PreparedText.Of(text)) };
        }));
    }

    /// <summary>Templates of documents with keys, each filled by classifiers that learnt from the other folds.</summary>
    public static void CrossValidate(string input, int folds, string output)
    {
        var reader = new IncidentTextReader(RecordReader.Load());
        var texts = CorpusFiles.Objects(input).Select(reader.ReadWithKey).Select(PreparedText.Of).ToArray();
        var rows = new object[texts.Length];
        Parallel.For(0, folds, fold =>
        {
            var filler = new TemplateFiller(IncidentTrainer.Train([.. texts.Where((_, i) => i % folds != fold)]));
            for (var i = fold; i < texts.Length; i += folds) rows[i] = new { id = texts[i].Text.Id, templates = filler.Fill(texts[i]) };
            Console.Error.WriteLine($"fold {fold + 1} of {folds}");
        });
        CorpusFiles.WriteLines(output, rows);
    }

    /// <param name="models">A folder of models that may hold its own, or null.</param>
    private static IncidentModel Load(string? models)
    {
        T Read<T>(int file, Func<Stream, T> read)
        {
            var name = IncidentModel.FileNames[file];
            var path = models is null ? null : Path.Combine(models, "en", name + ".model");
            using var stream = path is not null && File.Exists(path) ? File.OpenRead(path) : typeof(IncidentModel).Assembly.GetManifestResourceStream(name)
                ?? throw new InvalidDataException("The incident classifiers are missing; `lab train incidents` makes them.");
            return ModelFile.Read(stream, path ?? name, name, "en", read).Model;
        }

        var phrases = Read(0, SparseNetwork.Read);
        var first = Read(1, stream => FirstClassifiers.Read(stream, phrases));
        return Read(2, stream => IncidentModel.Read(first, stream));
    }
}
