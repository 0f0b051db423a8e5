namespace Ascribe.Places;

/// <summary>All places that can be found by name: <see cref="KnownPlaces"/> and the gazetteer. Immutable and thread-safe.</summary>
internal sealed class PlaceIndex
{
    private static readonly Lazy<Task<Gazetteer>> s_gazetteer = new(() => Task.Run(Gazetteer.Load));

    private readonly KnownPlaces _known;
    private readonly Task<Gazetteer> _gazetteer;
    private readonly Lazy<Dictionary<string, List<int>>> _furtherNames;

    private PlaceIndex(KnownPlaces known, Task<Gazetteer> gazetteer)
    {
        _known = known;
        _gazetteer = gazetteer;
        _furtherNames = new(FurtherNames);
    }

    /// <summary>The gazetteer; the first use waits until it is loaded.</summary>
    /// <exception cref="InvalidDataException">It is missing or damaged.</exception>
    public Gazetteer Gazetteer => _gazetteer.GetAwaiter().GetResult();

    /// <summary>Starts to load the gazetteer, which takes about as long as the models take, and returns at once.</summary>
    public static PlaceIndex Load(string language)
    {
        var gazetteer = s_gazetteer.Value;
        return new PlaceIndex(KnownPlaces.Load(language), gazetteer);
    }

    /// <summary>The country of an ISO 3166-1 alpha-2 code, or null.</summary>
    public KnownPlace? Country(string code) => _known.Country(code);

    /// <summary>What the name may mean, our own places first, then by population.</summary>
    /// <param name="isDemonym">True where the name is only known as a demonym.</param>
    public IReadOnlyList<PlaceCandidate> Find(ReadOnlySpan<char> key, out bool isDemonym)
    {
        isDemonym = false;
        var known = _known.Find(key);
        var postings = Gazetteer.Find(key);
        if (!_furtherNames.Value.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var entries)) entries = [];
        if (known.Count == 0 && postings.IsEmpty && entries.Count == 0) return [];
        var found = new List<PlaceCandidate>();
        foreach (var name in known)
        {
            // "Georgian", "Thai": the demonym hides small towns that are called so.
            if (name.IsDemonym && found.Count == 0) isDemonym = true;
            found.Add(new PlaceCandidate(-1, name.Place, false));
        }

        if (isDemonym) return found;
        foreach (var entry in entries) found.Add(new PlaceCandidate(entry, null, false));
        foreach (var posting in postings) found.Add(new PlaceCandidate(posting >> 1, null, (posting & 1) != 0));
        return found;
    }

    /// <summary>True for a country, its demonym or a place of our own table.</summary>
    public bool IsKnown(ReadOnlySpan<char> key) => _known.Find(key).Count > 0;

    /// <summary>True for the two letters of a first-level division ("TX"), which only stand after a town.</summary>
    public bool IsPostalCode(ReadOnlySpan<char> key) =>
        key.Length == 2 && _known.Find(key).Count == 0 && _furtherNames.Value.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(key);

    /// <summary>ISO 3166-1 alpha-2, or null for a region of several countries.</summary>
    public string? CountryOf(PlaceCandidate candidate) => candidate.Known is { } known ? known.Place.Country : Gazetteer.Country(candidate.Entry);

    public Coordinates CoordinatesOf(PlaceCandidate candidate) =>
        candidate.Known is { } known ? known.Place.Coordinates!.Value : Gazetteer.Coordinates(candidate.Entry);

    public long PopulationOf(PlaceCandidate candidate) => candidate.Known is { } known ? known.Place.Population : Gazetteer.Populations[candidate.Entry];

    public PlacePrecision PrecisionOf(PlaceCandidate candidate) => candidate.Known is { } known ? known.Place.Precision : Gazetteer.Classes[candidate.Entry] switch
    {
        GazetteerClass.Province => PlacePrecision.Province,
        GazetteerClass.District => PlacePrecision.District,
        GazetteerClass.Quarter => PlacePrecision.Quarter,
        _ => PlacePrecision.Town,
    };

    /// <summary>The first-level division that holds it, or is it: its index in the gazetteer, or -1.</summary>
    public int ProvinceOf(PlaceCandidate candidate)
    {
        if (candidate.Known is not null) return -1;
        return Gazetteer.Classes[candidate.Entry] == GazetteerClass.Province ? candidate.Entry : Gazetteer.Provinces[candidate.Entry];
    }

    /// <summary>True when <paramref name="outer"/> is a larger place that holds <paramref name="inner"/>.</summary>
    public bool Holds(PlaceCandidate outer, PlaceCandidate inner)
    {
        if (outer.Known is { } known)
        {
            var country = known.Place.Country;
            if (known.Place.Precision == PlacePrecision.Country) return PrecisionOf(inner) != PlacePrecision.Country && CountryOf(inner) == country;
            return known.RadiusKm is { } radius && known.Place.Precision > PrecisionOf(inner) && CoordinatesOf(inner).DistanceTo(known.Place.Coordinates!.Value) <= radius;
        }

        if (inner.Known is { } small)
        {
            return small.Place.Admin1 is { } admin1 && Gazetteer.Classes[outer.Entry] == GazetteerClass.Province
                && Gazetteer.Country(outer.Entry) == small.Place.Country && ToponymKey.Of(admin1) == ToponymKey.Of(Gazetteer.Name(outer.Entry))
                || small.Place.Precision < PrecisionOf(outer) && PrecisionOf(outer) == PlacePrecision.Town
                && small.Place.Coordinates!.Value.DistanceTo(CoordinatesOf(outer)) < 30;
        }

        return inner.Entry != outer.Entry && (Gazetteer.Provinces[inner.Entry] == outer.Entry || Gazetteer.Districts[inner.Entry] == outer.Entry
            || Gazetteer.Classes[inner.Entry] == GazetteerClass.Quarter && PrecisionOf(outer) == PlacePrecision.Town
            && CoordinatesOf(inner).DistanceTo(CoordinatesOf(outer)) < 30);
    }

    /// <summary>The candidate as a place of a record.</summary>
    public Place PlaceOf(PlaceCandidate candidate)
    {
        if (candidate.Known is { } known) return known.Place;
        var entry = candidate.Entry;
        var province = Gazetteer.Provinces[entry];
        var isProvince = Gazetteer.Classes[entry] == GazetteerClass.Province;
        return new Place
        {
            Name = Gazetteer.Name(entry),
            GazetteerId = Gazetteer.Ids[entry] > 0 ? $"geonames:{Gazetteer.Ids[entry]}" : $"ascribe:{Gazetteer.Country(entry).ToLowerInvariant()}-{ToponymKey.Of(Gazetteer.Name(entry)).Replace(' ', '-')}",
            Country = Gazetteer.Country(entry),
            Admin1 = isProvince ? Gazetteer.Name(entry) : province >= 0 ? Gazetteer.Name(province) : null,
            Coordinates = Gazetteer.Coordinates(entry),
            Precision = PrecisionOf(candidate),
            Population = Gazetteer.Populations[entry],
        };
    }

    private Dictionary<string, List<int>> FurtherNames()
    {
        var entries = new Dictionary<int, int>();
        foreach (var (_, id) in _known.GazetteerNames) entries[id] = -1;
        for (var e = 0; e < Gazetteer.Count; e++)
        {
            if (entries.ContainsKey(Gazetteer.Ids[e])) entries[Gazetteer.Ids[e]] = e;
        }

        var names = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var (key, id) in _known.GazetteerNames)
        {
            if (entries[id] < 0) continue;
            if (!names.TryGetValue(key, out var list)) names[key] = list = [];
            list.Add(entries[id]);
        }

        return names;
    }
}
