using System.Globalization;
using Ascribe.Places;
using Ascribe.Records;
using Ascribe.Reports;

namespace Ascribe.Tests.Places.Import;

/// <summary>Reading with an imported gazetteer beside the built-in one.</summary>
public sealed class ImportedPlacesTests : IDisposable
{
    private static readonly Gazetteer s_builtIn = Gazetteer.Load();
    private readonly DumpText _dump = new();

    public void Dispose() => _dump.Dispose();

    [Fact]
    public void A_village_that_the_built_in_gazetteer_lacks_is_found_in_its_province()
    {
        var nineveh = ProvinceOf("mosul");
        var places = Read(
            "Gunmen burned houses in Tall Zumurrudah, a village near Mosul.",
            DumpText.Row(s_builtIn.Ids[nineveh], "Nineveh", "36", "42", feature: "A", code: "ADM1", admin1: "15"),
            DumpText.Row(2_000_000_001, "Tall Zumurrudah", "36.12", "42.98", admin1: "15"),
            DumpText.Row(2_000_000_002, "Tall Zumurrudah", "36.5", "40.7", country: "SY", admin1: "01", population: "900"));
        var village = places[0].Place;
        Assert.Equal(("Tall Zumurrudah", "geonames:2000000001", "IQ", s_builtIn.Name(nineveh)), (village.Name, village.GazetteerId, village.Country, village.Admin1));
        Assert.Equal(new Coordinates(36.12, 42.98), village.Coordinates);
    }

    [Fact]
    public void A_place_of_both_is_the_built_in_one_and_is_there_once()
    {
        var mosul = Entry("mosul");
        _dump.Import(DumpText.Row(s_builtIn.Ids[mosul], "Mosul", "1", "2", population: "9000000", alternates: "Nabi Yunus City"));
        var index = PlaceIndex.Load("en", _dump.Index);
        Assert.Single(index.Find("mosul", out _), c => index.PlaceOf(c).GazetteerId == IdOf(mosul));
        // Another name for it is a gain.
        var candidate = Assert.Single(index.Find("nabi yunus city", out _));
        Assert.Equal((mosul, true), (candidate.Entry, candidate.IsAlternate));
        Assert.Equal(s_builtIn.Coordinates(mosul), index.CoordinatesOf(candidate));
    }

    [Fact]
    public void A_town_that_the_built_in_gazetteer_has_without_an_id_gets_one()
    {
        var town = Enumerable.Range(0, s_builtIn.Count).First(e => s_builtIn.Ids[e] == 0 && s_builtIn.Country(e) == "UA" && s_builtIn.Find(ToponymKey.Of(s_builtIn.Name(e))).Length == 1);
        var (name, at) = (s_builtIn.Name(town), s_builtIn.Coordinates(town));
        string Degrees(double value) => value.ToString(CultureInfo.InvariantCulture);
        _dump.Import(
            DumpText.Row(2_000_000_001, name, Degrees(at.Latitude + 0.02), Degrees(at.Longitude), country: "UA", population: "1200"),
            DumpText.Row(2_000_000_002, name, "1", "2", country: "UA"));
        var index = PlaceIndex.Load("en", _dump.Index);
        Assert.Equal(["geonames:2000000001", "geonames:2000000002"], index.Find(ToponymKey.Of(name), out _).Select(c => index.PlaceOf(c).GazetteerId));
    }

    [Fact]
    public void A_farm_does_not_take_the_name_of_a_town()
    {
        var places = Read("A mine exploded in Mosul.", DumpText.Row(2_000_000_001, "Mosul", "36", "-101", feature: "S", code: "FRM", country: "US"));
        Assert.Equal("IQ", Assert.Single(places).Place.Country);
    }

    [Fact]
    public void Importing_what_is_built_in_changes_nothing()
    {
        var dump = RepositoryRoot.Combine("..", "shared", "data", "gazetteer", "cities1000-2020-03.txt.gz");
        Assert.SkipUnless(File.Exists(dump), $"{dump} is not there.");
        _dump.ImportFile(dump);
        var with = PlaceReader.Load("en", _dump.Index);
        var without = PlaceReader.Load("en");
        var analyzer = ReportAnalyzer.Load();
        foreach (var sample in Directory.GetFiles(RepositoryRoot.Combine("samples"), "*.txt"))
        {
            var document = analyzer.Analyze(new Report { Id = sample, Text = File.ReadAllText(sample) });
            Assert.Equal(without.Read(document), with.Read(document));
        }
    }

    [Fact]
    public void The_record_names_the_gazetteer_that_was_used()
    {
        _dump.Import(DumpText.Row(1, "First"));
        using var index = GazetteerIndex.Open(_dump.Index);
        var reader = RecordReader.Load(gazetteer: _dump.Index);
        Assert.Equal(index.Version, reader.Version.Models["gazetteer"]);
        Assert.DoesNotContain("gazetteer", SharedReader.Instance.Version.Models.Keys);
    }

    [Fact]
    public void A_missing_gazetteer_is_told() =>
        Assert.Contains("cannot be read", Assert.Throws<InvalidDataException>(() => RecordReader.Load(gazetteer: _dump.Index)).Message, StringComparison.Ordinal);

    private static int Entry(string key) => s_builtIn.Find(key)[0] >> 1;

    private static int ProvinceOf(string key) => s_builtIn.Provinces[Entry(key)];

    private static string IdOf(int entry) => string.Create(CultureInfo.InvariantCulture, $"geonames:{s_builtIn.Ids[entry]}");

    private IReadOnlyList<PlaceMention> Read(string text, params string[] rows)
    {
        _dump.Import(rows);
        return PlaceReader.Load("en", _dump.Index).Read(ReportAnalyzer.Load().Analyze(new Report { Id = "test", Text = text }));
    }
}
