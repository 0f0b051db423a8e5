namespace Ascribe.Places;

/// <summary>
/// All places that can be found by name: <see cref="KnownPlaces"/>, the built-in gazetteer and, where there is one, an imported one. The
/// entries of the imported gazetteer are numbered behind those of the built-in; one that the built-in has, too, is the built-in's.
/// Immutable and thread-safe.
/// </summary>
internal sealed class PlaceIndex
{
    private static readonly Lazy<Task<Gazetteer>> s_gazetteer = new(() => Task.Run(Gazetteer.Load));

    /// <summary>Towns of two lists that lie so near to each other and have one name are one town.</summary>
    public const double SameTownKm = 15;

    private readonly KnownPlaces _known;
    private readonly Task<Gazetteer> _gazetteer;
    private readonly Lazy<Dictionary<string, List<int>>> _furtherNames;

    private readonly GazetteerIndex? _imported;
    private readonly Lazy<Dictionary<int, int>> _entriesById;

    private PlaceIndex(KnownPlaces known, Task<Gazetteer> gazetteer, GazetteerIndex? imported)
    {
        _known = known;
        _gazetteer = gazetteer;
        _imported = imported;
        _furtherNames = new(FurtherNames);
        _entriesById = new(EntriesById);
    }

    /// <summary>The built-in gazetteer; the first use waits until it is loaded.</summary>
    /// <exception cref="InvalidDataException">It is missing or damaged.</exception>
    public Gazetteer Gazetteer => _gazetteer.GetAwaiter().GetResult();

    /// <summary>See <see cref="GazetteerIndex.Version"/>; null where no gazetteer was imported.</summary>
    public string? ImportedVersion => _imported?.Version;

    /// <summary>Starts to load the gazetteer, which takes about as long as the models take, and returns at once.</summary>
    /// <param name="imported">The file of an imported gazetteer, or null.</param>
    /// <exception cref="InvalidDataException">The imported gazetteer is missing or damaged.</exception>
    public static PlaceIndex Load(string language, string? imported)
    {
        var gazetteer = s_gazetteer.Value;
        return new PlaceIndex(KnownPlaces.Load(language), gazetteer, imported is null ? null : GazetteerIndex.Open(imported));
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
        Span<int> imported = stackalloc int[_imported is null ? 0 : GazetteerIndexFormat.MaxPostings];
        if (_imported is not null) imported = imported[.._imported.Find(key, imported)];
        if (!_furtherNames.Value.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var entries)) entries = [];
        if (known.Count == 0 && postings.IsEmpty && imported.IsEmpty && entries.Count == 0) return [];
        var found = new List<PlaceCandidate>();
        foreach (var name in known)
        {
            // "Georgian", "Thai": the demonym hides small towns that are called so.
            if (name.IsDemonym && found.Count == 0) isDemonym = true;
            found.Add(new PlaceCandidate(-1, name.Place, false));
        }

        if (isDemonym) return found;
        foreach (var entry in entries) found.Add(new PlaceCandidate(entry, null, false));
        if (imported.IsEmpty)
        {
            foreach (var posting in postings) found.Add(new PlaceCandidate(posting >> 1, null, (posting & 1) != 0));
        }
        else
        {
            AddBoth(found, postings, imported);
        }

        return found;
    }

    /// <summary>True for a country, its demonym, what its capital is called, or a place of our own table.</summary>
    public bool IsKnown(ReadOnlySpan<char> key) => _known.Find(key).Count > 0 || _furtherNames.Value.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(key);

    /// <summary>True for the two letters of a first-level division ("TX"), which only stand after a town.</summary>
    public bool IsPostalCode(ReadOnlySpan<char> key) =>
        key.Length == 2 && _known.Find(key).Count == 0 && _furtherNames.Value.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(key);

    /// <summary>ISO 3166-1 alpha-2, or null for what lies in several countries or none.</summary>
    public string? CountryOf(PlaceCandidate candidate) => candidate.Known is { } known ? known.Place.Country : CountryOf(candidate.Entry);

    public Coordinates CoordinatesOf(PlaceCandidate candidate) => candidate.Known is { } known ? known.Place.Coordinates!.Value : CoordinatesOf(candidate.Entry);

    public long PopulationOf(PlaceCandidate candidate) => candidate.Known is { } known ? known.Place.Population : PopulationOf(candidate.Entry);

    public PlacePrecision PrecisionOf(PlaceCandidate candidate) => candidate.Known is { } known ? known.Place.Precision : ClassOf(candidate.Entry) switch
    {
        GazetteerClass.Province => PlacePrecision.Province,
        GazetteerClass.District => PlacePrecision.District,
        GazetteerClass.Quarter => PlacePrecision.Quarter,
        GazetteerClass.Site => PlacePrecision.Site,
        GazetteerClass.Area => PlacePrecision.Region,
        _ => PlacePrecision.Town,
    };

    /// <summary>What the gazetteer's entry is; null for a place of our own table.</summary>
    public GazetteerClass? ClassOf(PlaceCandidate candidate) => candidate.Entry >= 0 ? ClassOf(candidate.Entry) : null;

    /// <summary>The first-level division that holds it, or is it: its entry, or -1.</summary>
    public int ProvinceOf(PlaceCandidate candidate)
    {
        if (candidate.Known is not null) return -1;
        return ClassOf(candidate.Entry) == GazetteerClass.Province ? candidate.Entry : ProvinceOf(candidate.Entry);
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
            return small.Place.Admin1 is { } admin1 && ClassOf(outer.Entry) == GazetteerClass.Province
                && CountryOf(outer.Entry) == small.Place.Country && IsCalled(outer.Entry, admin1)
                || small.Place.Precision < PrecisionOf(outer) && PrecisionOf(outer) == PlacePrecision.Town
                && small.Place.Coordinates!.Value.DistanceTo(CoordinatesOf(outer)) < 30;
        }

        return inner.Entry != outer.Entry && (ProvinceOf(inner.Entry) == outer.Entry || DistrictOf(inner.Entry) == outer.Entry
            || ClassOf(inner.Entry) is GazetteerClass.Quarter or GazetteerClass.Site && PrecisionOf(outer) == PlacePrecision.Town
            && CoordinatesOf(inner).DistanceTo(CoordinatesOf(outer)) < 30);
    }

    /// <summary>The candidate as a place of a record.</summary>
    public Place PlaceOf(PlaceCandidate candidate)
    {
        if (candidate.Known is { } known) return known.Place;
        var entry = candidate.Entry;
        var province = ProvinceOf(candidate);
        var name = NameOf(entry);
        return new Place
        {
            Name = name,
            GazetteerId = IdOf(entry) is > 0 and var id ? $"geonames:{id}" : $"ascribe:{CountryOf(entry)?.ToLowerInvariant()}-{ToponymKey.Of(name).Replace(' ', '-')}",
            Country = CountryOf(entry),
            Admin1 = province >= 0 ? NameOf(province) : null,
            Coordinates = CoordinatesOf(entry),
            Precision = PrecisionOf(candidate),
            Population = PopulationOf(entry),
        };
    }

    private bool IsCalled(int entry, string name)
    {
        var key = ToponymKey.Of(name);
        foreach (var posting in Gazetteer.Find(key))
        {
            if (posting >> 1 == entry) return true;
        }

        return key == ToponymKey.Of(NameOf(entry));
    }

    private GazetteerClass ClassOf(int entry) => entry < Gazetteer.Count ? Gazetteer.Classes[entry] : Imported(entry).Class;

    private int IdOf(int entry) => entry < Gazetteer.Count ? Gazetteer.Ids[entry] : Imported(entry).Id;

    private string NameOf(int entry) => entry < Gazetteer.Count ? Gazetteer.Name(entry) : _imported!.Name(Imported(entry));

    private string? CountryOf(int entry) => entry < Gazetteer.Count ? Gazetteer.Country(entry) : _imported!.Country(Imported(entry));

    private Coordinates CoordinatesOf(int entry) => entry < Gazetteer.Count ? Gazetteer.Coordinates(entry) : Imported(entry).Coordinates;

    private int PopulationOf(int entry) => entry < Gazetteer.Count ? Gazetteer.Populations[entry] : Imported(entry).Population;

    private int ProvinceOf(int entry) => entry < Gazetteer.Count ? Gazetteer.Provinces[entry] : EntryOf(Imported(entry).Province);

    private int DistrictOf(int entry) => entry < Gazetteer.Count ? Gazetteer.Districts[entry] : EntryOf(Imported(entry).District);

    private ImportedEntry Imported(int entry) => _imported!.Entry(entry - Gazetteer.Count);

    /// <summary>The entry of a number of the imported gazetteer: the built-in gazetteer's, where that has the place.</summary>
    private int EntryOf(int imported) =>
        imported < 0 ? -1 : _entriesById.Value.TryGetValue(_imported!.Entry(imported).Id, out var builtIn) ? builtIn : Gazetteer.Count + imported;

    /// <summary>Adds the places that either gazetteer has under a name, the most populous first and each once.</summary>
    private void AddBoth(List<PlaceCandidate> found, ReadOnlySpan<int> builtIn, ReadOnlySpan<int> imported)
    {
        var first = found.Count;
        foreach (var posting in builtIn) found.Add(new PlaceCandidate(posting >> 1, null, (posting & 1) != 0));
        foreach (var posting in imported)
        {
            var entry = EntryOf(posting >> 1);
            if (entry >= Gazetteer.Count) found.RemoveAll(c => c.Entry >= 0 && IsSameWithoutId(c.Entry, entry));
            if (!found.Exists(c => c.Entry == entry)) found.Add(new PlaceCandidate(entry, null, (posting & 1) != 0));
        }

        found.Sort(Math.Min(first, found.Count), found.Count - Math.Min(first, found.Count), Comparer<PlaceCandidate>.Create((a, b) =>
        {
            var byPopulation = PopulationOf(b.Entry).CompareTo(PopulationOf(a.Entry));
            return byPopulation != 0 ? byPopulation : a.Entry.CompareTo(b.Entry);
        }));
    }

    /// <summary>True where the built-in gazetteer has the imported place from a list without ids: a town of the same name that lies where it lies.</summary>
    private bool IsSameWithoutId(int builtIn, int imported) =>
        builtIn < Gazetteer.Count && Gazetteer.Ids[builtIn] == 0 && Gazetteer.Country(builtIn) == CountryOf(imported)
        && ClassOf(imported) is >= GazetteerClass.Capital and <= GazetteerClass.Quarter && Gazetteer.Coordinates(builtIn).DistanceTo(CoordinatesOf(imported)) <= SameTownKm;

    private Dictionary<int, int> EntriesById()
    {
        var entries = new Dictionary<int, int>(Gazetteer.Count);
        for (var e = 0; e < Gazetteer.Count; e++)
        {
            if (Gazetteer.Ids[e] > 0) entries.TryAdd(Gazetteer.Ids[e], e);
        }

        return entries;
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

        foreach (var (key, town, country) in _known.CapitalNames)
        {
            foreach (var posting in Gazetteer.Find(ToponymKey.Of(town)))
            {
                if (Gazetteer.Classes[posting >> 1] != GazetteerClass.Capital || Gazetteer.Country(posting >> 1) != country) continue;
                names.TryAdd(key, [posting >> 1]);
                break;
            }
        }

        return names;
    }
}
