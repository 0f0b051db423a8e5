using System.Globalization;
using System.Text;
using Ascribe.Language;
using Ascribe.Places;

namespace Ascribe.Events;

/// <summary>
/// Decides which places of a sentence are where an event happened: a linear model over <see cref="EventPlaceFeatures"/>. The weights
/// were trained on the development half of ahalterman/event_location (<c>lab train event-places</c>).
/// </summary>
internal sealed class EventPlaceScorer(IReadOnlyDictionary<string, double> weights)
{
    /// <summary>The log odds from which a place is taken: by folds on the training half, seven of ten events told without a place stay without one.</summary>
    private const double Threshold = -0.4;

    /// <summary>Of log odds.</summary>
    private const double FarBehind = 1;

    private const string Resource = "models/en/event-places.tsv";

    /// <exception cref="InvalidDataException">The weights are missing or a line is malformed.</exception>
    public static EventPlaceScorer Load()
    {
        using var stream = typeof(EventPlaceScorer).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidDataException($"{Resource}: the weights are missing; `lab train event-places` makes them.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab < 0 || !double.TryParse(line.AsSpan(tab + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out var weight))
                throw new InvalidDataException($"{Resource}: '{line}' is no weight.");
            weights[line[..tab]] = weight;
        }

        return new EventPlaceScorer(weights);
    }

    /// <summary>Of the places of the event's sentence (in text order) those where it happened.</summary>
    /// <param name="head">The token of the event word that governs it.</param>
    public List<PlaceMention> Choose(Document document, int head, IReadOnlyList<PlaceMention> places)
    {
        var features = new List<string>();
        var chosen = new List<(PlaceMention Place, double Score)>();
        for (var i = 0; i < places.Count; i++)
        {
            // "the US embassy", "Iraqi forces": whose it is tells not where it is.
            if (places[i] is { Role: PlaceRole.Demonym or PlaceRole.Government, Place.Precision: PlacePrecision.Country }) continue;
            EventPlaceFeatures.Write(document, head, places, i, features);
            if (Score(features) is > Threshold and var score) chosen.Add((places[i], score));
        }

        // What is far less likely and in another country is where somebody speaks from, or whose deed it is.
        if (chosen.Count == 0) return [];
        var best = chosen.MaxBy(c => c.Score);
        return [.. chosen.Where(c => c.Score > best.Score - FarBehind || c.Place.Place.Country == best.Place.Place.Country).Select(c => c.Place)];
    }

    /// <summary>The log odds that the place is the event's.</summary>
    public double Score(List<string> features)
    {
        var score = 0.0;
        foreach (var feature in features) score += weights.GetValueOrDefault(feature);
        return score;
    }
}
