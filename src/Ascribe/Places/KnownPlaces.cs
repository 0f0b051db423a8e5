using System.Globalization;
using Ascribe.Lexicons;

namespace Ascribe.Places;

/// <summary>
/// Places kept beside the gazetteer: countries and their demonyms (countries.tsv), and bases, crossings, quarters and regions that lists
/// of towns lack, with further names of the gazetteer's own entries (places.tsv). Names are found under their <see cref="ToponymKey"/>.
/// </summary>
internal sealed class KnownPlaces
{
    private readonly Dictionary<string, List<KnownName>> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<KnownName>>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly Dictionary<string, KnownPlace> _countries = new(StringComparer.Ordinal);

    private KnownPlaces() => _lookup = _names.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Names of places of the gazetteer: their key and the GeoNames id.</summary>
    public List<(string Key, int Id)> GazetteerNames { get; } = [];

    /// <summary>"Haitian capital", "Haiti's capital": the key, and name and country of the town that is called so.</summary>
    public List<(string Key, string Town, string Country)> CapitalNames { get; } = [];

    /// <exception cref="InvalidDataException">A line is malformed; the message names file and line.</exception>
    public static KnownPlaces Load(string language)
    {
        var known = new KnownPlaces();
        string[] capital = [.. LexiconTable.Load($"{language}/place-words.tsv").Rows.Where(r => r["class"] == PlaceLexicon.Capital).Select(r => r["phrase"])];
        foreach (var row in LexiconTable.Load($"{language}/countries.tsv").Rows) known.AddCountry(row, capital);
        foreach (var row in LexiconTable.Load($"{language}/places.tsv").Rows) known.AddPlace(row);
        return known;
    }

    /// <summary>What the name may mean; empty where nothing.</summary>
    public IReadOnlyList<KnownName> Find(ReadOnlySpan<char> key) => _lookup.TryGetValue(key, out var names) ? names : [];

    /// <summary>The country of an ISO 3166-1 alpha-2 code, or null.</summary>
    public KnownPlace? Country(string code) => _countries.GetValueOrDefault(code);

    private void AddCountry(LexiconTable.Row row, string[] capital)
    {
        var country = new KnownPlace(
            new Place
            {
                Name = row["name"],
                GazetteerId = "geonames:" + row["geoname"],
                Country = row["code"],
                Coordinates = Point(row),
                Precision = PlacePrecision.Country,
                Population = long.Parse(row["population"], CultureInfo.InvariantCulture),
            },
            null);
        _countries[row["code"]] = country;
        foreach (var name in Cells(row["name"] + ";" + row["aliases"]))
        {
            Add(name, country, isDemonym: false);
            AddCapital(name + "'s", row, capital);
        }

        foreach (var name in Cells(row["demonyms"]))
        {
            Add(name, country, isDemonym: true);
            Add(name + "s", country, isDemonym: true);
            AddCapital(name, row, capital);
        }
    }

    private void AddCapital(string of, LexiconTable.Row row, string[] capital)
    {
        if (row["capital"].Length == 0) return;
        foreach (var word in capital) CapitalNames.Add((ToponymKey.Of($"{of} {word}"), row["capital"], row["code"]));
    }

    private void AddPlace(LexiconTable.Row row)
    {
        if (row["geoname"] is { Length: > 0 } id)
        {
            foreach (var name in Cells(row["name"] + ";" + row["aliases"])) GazetteerNames.Add((ToponymKey.Of(name), int.Parse(id, CultureInfo.InvariantCulture)));
            return;
        }

        var place = new Place
        {
            Name = row["name"],
            GazetteerId = "ascribe:" + ToponymKey.Of(row["name"]).Replace(' ', '-'),
            Country = row["country"] is { Length: 2 } code ? code : null,
            Admin1 = row["admin1"] is { Length: > 0 } admin1 ? admin1 : null,
            Coordinates = Point(row),
            Precision = row.Value("class", PlacePrecision.Site),
        };
        double? radius = row["radius"] is { Length: > 0 } cell ? double.Parse(cell, CultureInfo.InvariantCulture) : null;
        foreach (var name in Cells(row["name"] + ";" + row["aliases"])) Add(name, new KnownPlace(place, radius), isDemonym: false);
    }

    private void Add(string name, KnownPlace place, bool isDemonym)
    {
        var key = ToponymKey.Of(name);
        if (!_names.TryGetValue(key, out var names)) _names[key] = names = [];
        if (!names.Exists(n => n.Place.Place == place.Place)) names.Add(new KnownName(place, isDemonym));
    }

    private static string[] Cells(string cell) => cell.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static Coordinates Point(LexiconTable.Row row)
    {
        try
        {
            return new Coordinates(double.Parse(row["latitude"], CultureInfo.InvariantCulture), double.Parse(row["longitude"], CultureInfo.InvariantCulture));
        }
        catch (Exception e) when (e is FormatException or ArgumentOutOfRangeException)
        {
            throw row.Error("latitude and longitude are expected in degrees.");
        }
    }
}
