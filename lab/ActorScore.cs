using System.Globalization;
using System.Text.Json;

namespace Ascribe.Lab;

/// <summary>How many phrases of actors got the right country, the right sector, and all that the gold states of them. Phrases of which it states neither do not count.</summary>
internal sealed class ActorScore
{
    private readonly List<string> _errors = [];
    private int _phrases;
    private int _right;
    private (int Right, int Of) _country;
    private (int Right, int Of) _sector;

    public IReadOnlyList<string> Errors => _errors;

    /// <summary>Phrases of which everything is right that the gold states, in percent.</summary>
    public double Accuracy => 100.0 * _right / Math.Max(1, _phrases);

    /// <exception cref="InvalidDataException">A phrase has no prediction.</exception>
    public static ActorScore Of(string goldPath, string foundPath) => Of(CorpusFiles.Objects(goldPath), CorpusFiles.Objects(foundPath));

    public static ActorScore Of(IEnumerable<JsonElement> gold, IEnumerable<JsonElement> found)
    {
        var answers = found.ToDictionary(r => r.GetProperty("id").GetString()!);
        var score = new ActorScore();
        foreach (var row in gold)
        {
            var id = row.GetProperty("id").GetString()!;
            if (!answers.TryGetValue(id, out var answer)) throw new InvalidDataException($"'{id}' has no prediction.");
            score.Add(row.GetProperty("text").GetString()!, row.GetProperty("labels").GetProperty("expected"), answer);
        }

        return score;
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"phrases {_phrases}, country and sector right {_right}: {Accuracy:F1}; country {Percent(_country):F1} of {_country.Of}; sector {Percent(_sector):F1} of {_sector.Of}");

    private static double Percent((int Right, int Of) part) => 100.0 * part.Right / Math.Max(1, part.Of);

    private void Add(string text, JsonElement expected, JsonElement answer)
    {
        var country = Label(expected, "country") ?? Label(expected, "cc");
        var sector = Label(expected, "code_1");
        if (country is null && sector is null) return;
        var (foundCountry, foundSector) = (answer.GetProperty("country").GetString(), answer.GetProperty("sector").GetString());
        bool countryRight = country is null || country == foundCountry, sectorRight = sector is null || sector == foundSector;
        _phrases++;
        if (country is not null) _country = (_country.Right + (countryRight ? 1 : 0), _country.Of + 1);
        if (sector is not null) _sector = (_sector.Right + (sectorRight ? 1 : 0), _sector.Of + 1);
        if (countryRight && sectorRight) _right++;
        else _errors.Add($"{country ?? "*"} {sector ?? "*"} read as {foundCountry} {foundSector} | {text}");
    }

    private static string? Label(JsonElement expected, string name) => expected.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
