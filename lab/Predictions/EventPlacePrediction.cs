using Ascribe.Events;
using Ascribe.Lab.Training;
using Ascribe.Places;
using Ascribe.Reports;

namespace Ascribe.Lab.Predictions;

/// <summary>Where the event of each sentence happened.</summary>
internal static class EventPlacePrediction
{
    private const int Folds = 5;

    public static void Run(PredictionRun run)
    {
        var scorer = EventPlaceScorer.Load();
        Write(run, _ => scorer);
    }

    /// <summary>The same with weights trained on the other folds of the input: the figure to report for the half that trains the weights.</summary>
    public static void CrossValidate(PredictionRun run)
    {
        var scorers = Enumerable.Range(0, Folds)
            .Select(fold => new EventPlaceScorer(EventPlaceTrainer.Train(run.Inputs[0], id => FoldOf(id) != fold)))
            .ToArray();
        Write(run, id => scorers[FoldOf(id)]);
    }

    private static void Write(PredictionRun run, Func<string, EventPlaceScorer> scorerOf)
    {
        var analyzer = ReportAnalyzer.Load(run.Models);
        var reader = PlaceReader.Load("en");
        CorpusFiles.WriteLines(run.Output, EventSentence.Read(run.Inputs[0], analyzer, reader).Select(sentence => (object)new
        {
            id = sentence.Id,
            locations = scorerOf(sentence.Id).Choose(sentence.Document, sentence.Head, sentence.Places).Select(place =>
            {
                var span = sentence.Report.Quote(place.Tokens).Span;
                return new { start = sentence.Points.Of(span.Start), end = sentence.Points.Of(span.End) };
            }).ToArray(),
        }));
    }

    /// <summary>Sentences with one text (the second part of the id) are in one fold.</summary>
    private static int FoldOf(string id)
    {
        var hash = 0;
        foreach (var c in id.Split('-')[1]) hash = (hash * 31 + c) & 0xFFFFFF;
        return hash % Folds;
    }
}
