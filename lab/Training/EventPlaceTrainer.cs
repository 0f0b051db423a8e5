using System.Globalization;
using Ascribe.Events;
using Ascribe.Lab.Predictions;
using Ascribe.Places;
using Ascribe.Reports;

namespace Ascribe.Lab.Training;

/// <summary>Trains the weights of <see cref="EventPlaceScorer"/>: logistic regression, one example a place of an event's sentence.</summary>
internal static class EventPlaceTrainer
{
    private const int Epochs = 12;
    private const double Rate = 0.1;
    private const double Decay = 2e-5;

    /// <summary>Labels of the corpus that were made twice count more.</summary>
    private const int GoldWeight = 3;

    /// <param name="keep">Which records to train on, by id.</param>
    public static Dictionary<string, double> Train(string corpus, Func<string, bool> keep)
    {
        var analyzer = ReportAnalyzer.Load();
        var reader = PlaceReader.Load("en");
        var examples = new List<(string[] Features, bool IsPlace, int Weight)>();
        var features = new List<string>();
        foreach (var record in EventSentence.Read(corpus, analyzer, reader))
        {
            if (!keep(record.Id)) continue;
            for (var i = 0; i < record.Places.Count; i++)
            {
                EventPlaceFeatures.Write(record.Document, record.Head, record.Places, i, features);
                examples.Add(([.. features], record.IsGoldPlace(i), record.IsTwiceLabelled ? GoldWeight : 1));
            }
        }

        return Fit(examples);
    }

    /// <summary>The weights as a table, by name; those that round to nothing are left out.</summary>
    public static void Write(string path, Dictionary<string, double> weights)
    {
        using var writer = new StreamWriter(path);
        writer.NewLine = "\n";
        writer.WriteLine("# Weights of the place of an event, log odds: feature, weight. Made by `lab train event-places`; see event-places.md.");
        foreach (var (name, weight) in weights.OrderBy(w => w.Key, StringComparer.Ordinal))
        {
            if (Math.Abs(weight) >= 0.005) writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}\t{weight:0.00}"));
        }
    }

    private static Dictionary<string, double> Fit(List<(string[] Features, bool IsPlace, int Weight)> examples)
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        var random = new Random(1);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            var rate = Rate / (1 + epoch);
            foreach (var i in order)
            {
                var (features, isPlace, weight) = examples[i];
                var score = 0.0;
                foreach (var feature in features) score += weights.GetValueOrDefault(feature);
                var error = (isPlace ? 1 : 0) - 1 / (1 + Math.Exp(-score));
                foreach (var feature in features)
                {
                    var old = weights.GetValueOrDefault(feature);
                    weights[feature] = old + rate * weight * (error - Decay * old);
                }
            }
        }

        return weights;
    }
}
