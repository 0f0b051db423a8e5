using System.Globalization;
using Ascribe.Places;

namespace Ascribe.Lab;

/// <summary>
/// Joins the extracts of GeoNames to one list of entries and names: towns above 1,000 inhabitants with their alternate names, towns of a
/// newer list that has neither ids nor populations, first- and second-level divisions placed at the centre of their towns.
/// </summary>
internal sealed class GazetteerBuilder
{
    private readonly string _folder;
    private readonly List<GazetteerEntry> _entries = [];
    private readonly Dictionary<string, int> _provinces = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _districts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, List<int>> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _english = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _translations = new(StringComparer.Ordinal);

    public GazetteerBuilder(string folder)
    {
        _folder = folder;
        ReadTranslations();
        var towns = ReadTowns();
        towns.AddRange(ReadNewerTowns(towns));
        ReadDivisions("admin1CodesASCII.txt.gz", GazetteerClass.Province, towns);
        ReadDivisions("admin2Codes.txt.gz", GazetteerClass.District, towns);
        towns.Sort(CompareTowns);
        foreach (var town in towns) AddTown(town);
        foreach (var postings in _keys.Values) postings.Sort(ComparePostings);
        foreach (var postings in _keys.Values)
        {
            if (postings.Count > 255) postings.RemoveRange(255, postings.Count - 255);
        }
    }

    public string Summary => string.Create(
        CultureInfo.InvariantCulture,
        $"{_entries.Count} entries ({_provinces.Count} provinces, {_districts.Count} districts), {_keys.Count} names, {_keys.Values.Sum(p => p.Count)} postings.");

    public void Write(string path) => GazetteerFile.Write(path, _entries, _keys);

    private string PathOf(string file) => Path.Combine(_folder, file);

    private void ReadTranslations()
    {
        foreach (var line in CorpusFiles.Lines(PathOf("names-by-language.tsv.gz")))
        {
            var cells = line.Split('\t');
            if (cells.Length < 3) continue;
            if (cells[1] == "en") _english[cells[0]] = cells[2];
            if (cells[1] is not ("en" or "ar" or "fa" or "ru" or "uk" or "es" or "fr" or "de" or "ckb" or "ku" or "ps" or "ur")) continue;
            if (!_translations.TryGetValue(cells[0], out var names)) _translations[cells[0]] = names = [];
            names.Add(cells[2]);
        }
    }

    private List<Town> ReadTowns()
    {
        var towns = new List<Town>();
        foreach (var line in CorpusFiles.Lines(PathOf("cities1000-2020-03.txt.gz")))
        {
            var cells = line.Split('\t');
            if (cells.Length < 15) continue;
            if (FeatureClasses.Of("P", cells[7]) is not { } known) continue;
            towns.Add(new Town(
                int.Parse(cells[0], CultureInfo.InvariantCulture), cells[1], cells[2], cells[3], known, cells[8], cells[10], cells[11],
                Number(cells[4]), Number(cells[5]), (int)Math.Min(int.MaxValue, long.Parse(cells[14], CultureInfo.InvariantCulture))));
        }

        return towns;
    }

    private List<Town> ReadNewerTowns(List<Town> known)
    {
        var near = new Dictionary<(string Country, string Key), List<Town>>();
        foreach (var town in known)
        {
            foreach (var key in Keys(town).Select(k => k.Key).Distinct())
            {
                if (!near.TryGetValue((town.Country, key), out var list)) near[(town.Country, key)] = list = [];
                list.Add(town);
            }
        }

        var added = new List<Town>();
        foreach (var line in CorpusFiles.Lines(PathOf("cities-2026-09.tsv.gz")).Skip(1))
        {
            var cells = line.Split('\t');
            if (cells.Length < 6) continue;
            var town = new Town(0, cells[0], cells[0], "", GazetteerClass.Town, cells[3], cells[4], cells[5], Number(cells[1]), Number(cells[2]), 0);
            var key = ToponymKey.Of(town.Name);
            if (key.Length == 0) continue;
            if (near.TryGetValue((town.Country, key), out var same) && same.Exists(t => t.DistanceTo(town) <= PlaceIndex.SameTownKm)) continue;
            added.Add(town);
        }

        return added;
    }

    private void ReadDivisions(string file, GazetteerClass kind, List<Town> towns)
    {
        var members = new Dictionary<string, List<Town>>(StringComparer.Ordinal);
        foreach (var town in towns)
        {
            var code = kind == GazetteerClass.Province ? town.ProvinceCode : town.DistrictCode;
            if (!members.TryGetValue(code, out var list)) members[code] = list = [];
            list.Add(town);
        }

        foreach (var line in CorpusFiles.Lines(PathOf(file)).Order(StringComparer.Ordinal))
        {
            var cells = line.Split('\t');
            if (cells.Length < 4 || !members.TryGetValue(cells[0], out var inside)) continue;
            // The middle of the outermost towns lies nearer to a division's usual point than the centre of its people does.
            var latitude = (inside.Min(t => t.Latitude) + inside.Max(t => t.Latitude)) / 2;
            var longitude = (inside.Min(t => t.Longitude) + inside.Max(t => t.Longitude)) / 2;
            var population = (int)Math.Min(int.MaxValue, inside.Sum(t => (long)t.Population));
            var code = cells[0].Split('.');
            var index = _entries.Count;
            var province = kind == GazetteerClass.Province ? -1 : _provinces.GetValueOrDefault(code[0] + "." + code[1], -1);
            var name = _english.GetValueOrDefault(cells[0], cells[1]);
            (kind == GazetteerClass.Province ? _provinces : _districts).Add(cells[0], index);
            _entries.Add(new GazetteerEntry(
                int.Parse(cells[3], CultureInfo.InvariantCulture), Shorten(name), kind, code[0], province, -1, latitude, longitude, population));
            AddNames(index, [cells[1], cells[2], name], _translations.GetValueOrDefault(cells[0]) ?? [], withoutGenericWord: kind == GazetteerClass.Province || code[0] is not "US");
        }
    }

    private void AddTown(Town town)
    {
        var index = _entries.Count;
        var name = town.Id > 0 && _english.TryGetValue(town.Id.ToString(CultureInfo.InvariantCulture), out var english) ? english : town.Name;
        _entries.Add(new GazetteerEntry(
            town.Id, Shorten(name), town.Class, town.Country, _provinces.GetValueOrDefault(town.ProvinceCode, -1),
            _districts.GetValueOrDefault(town.DistrictCode, -1), town.Latitude, town.Longitude, town.Population));
        foreach (var (key, alternate) in Keys(town)) Add(key, index, alternate);
        foreach (var translation in _translations.GetValueOrDefault(town.Id.ToString(CultureInfo.InvariantCulture)) ?? [])
            Add(ToponymKey.Of(translation), index, alternate: true);
    }

    private static IEnumerable<(string Key, bool Alternate)> Keys(Town town)
    {
        foreach (var name in new[] { town.Name, town.AsciiName })
        {
            var key = ToponymKey.Of(name);
            yield return (key, false);
            if (ToponymKey.WithoutArticle(key) is { Length: > 0 } bare) yield return (bare.ToString(), false);
        }

        foreach (var name in town.Alternates.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!GazetteerNames.IsUseful(name)) continue;
            var key = ToponymKey.Of(name);
            yield return (key, true);
            if (ToponymKey.WithoutArticle(key) is { Length: > 0 } bare) yield return (bare.ToString(), true);
        }
    }

    private void AddNames(int index, IEnumerable<string> names, IEnumerable<string> alternates, bool withoutGenericWord)
    {
        foreach (var (name, alternate) in names.Select(n => (n, false)).Concat(alternates.Select(n => (n, true))))
        {
            var key = ToponymKey.Of(name);
            Add(key, index, alternate);
            if (!withoutGenericWord) continue;
            key = GazetteerNames.WithoutGenericWord(key);
            Add(key, index, alternate);
            if (ToponymKey.WithoutArticle(key) is { Length: > 0 } bare) Add(bare.ToString(), index, alternate);
        }
    }

    private void Add(string key, int entry, bool alternate)
    {
        if (key.Length < 2) return;
        if (!_keys.TryGetValue(key, out var postings)) _keys[key] = postings = [];
        var at = postings.FindIndex(p => p >> 1 == entry);
        if (at < 0) postings.Add(entry * 2 + (alternate ? 1 : 0));
        else if (!alternate) postings[at] = entry * 2;
    }

    private int ComparePostings(int left, int right)
    {
        var byPopulation = _entries[right >> 1].Population.CompareTo(_entries[left >> 1].Population);
        return byPopulation != 0 ? byPopulation : left.CompareTo(right);
    }

    private static int CompareTowns(Town left, Town right)
    {
        var order = string.CompareOrdinal(left.Country, right.Country);
        if (order == 0) order = string.CompareOrdinal(left.Province, right.Province);
        if (order == 0) order = string.CompareOrdinal(left.District, right.District);
        if (order == 0) order = left.Id.CompareTo(right.Id);
        if (order == 0) order = string.CompareOrdinal(left.Name, right.Name);
        if (order == 0) order = left.Latitude.CompareTo(right.Latitude);
        return order != 0 ? order : left.Longitude.CompareTo(right.Longitude);
    }

    private static string Shorten(string name) => name.Length <= 80 ? name : name[..80];

    private static double Number(string cell) => double.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture);

    private sealed record Town(
        int Id, string Name, string AsciiName, string Alternates, GazetteerClass Class, string Country, string Province, string District,
        double Latitude, double Longitude, int Population)
    {
        public string ProvinceCode => Country + "." + Province;

        public string DistrictCode => Country + "." + Province + "." + District;

        public double DistanceTo(Town other) =>
            new Coordinates(Latitude, Longitude).DistanceTo(new Coordinates(other.Latitude, other.Longitude));
    }
}
