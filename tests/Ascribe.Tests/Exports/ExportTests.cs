using System.Text.Json;
using Ascribe.Actors;
using Ascribe.Dossiers.Exports;
using Ascribe.Events;
using Ascribe.Places;
using Ascribe.Records;
using Ascribe.Times;
using NodaTime;

namespace Ascribe.Tests.Exports;

public sealed class ExportTests(ExportedLedger exported) : IClassFixture<ExportedLedger>
{
    public static TheoryData<string> Formats => [.. ExportFormat.All.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_same_dossiers_give_the_same_bytes(string format) => Assert.Equal(exported.Write(format), exported.Write(format));

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_dossier_is_read_when_its_piece_is_asked_for(string format)
    {
        var read = 0;
        var dossiers = exported.Shelf.All().Select(d =>
        {
            read++;
            return d;
        });
        _ = ExportFormat.Named(format)!.Pieces(dossiers, new ExportOptions()).Take(2).Count();
        Assert.InRange(read, 0, 2);
    }

    [Fact]
    public void An_incident_is_a_row_that_keeps_range_precision_and_sources()
    {
        var table = new CsvTable(exported.Write("csv-incidents", new ExportOptions { Desk = new Uri("http://127.0.0.1:5000/") }));
        Assert.Equal(5, table.Count);
        Assert.Equal(table.Columns.Count, table.Columns.Distinct().Count());
        var row = table.Row("report_ids", "first; copy; second");
        Assert.Equal(("2016-03-07", "1", "1"), (table[row, "event_date"], table[row, "time_precision"], table[row, "date_prec"]));
        Assert.Equal(("12", "15", "15"), (table[row, "deaths_low"], table[row, "deaths_best"], table[row, "deaths_high"]));
        Assert.Equal(("Iraq", "Tikrit", "1", "1"), (table[row, "country"], table[row, "location"], table[row, "geo_precision"], table[row, "where_prec"]));
        Assert.Equal(("3", "2", "TLP:CLEAR"), (table[row, "number_of_reports"], table[row, "number_of_sources"], table[row, "tlp"]));
        Assert.Equal("http://127.0.0.1:5000/dossiers/" + table[row, "event_id"], table[row, "record_url"]);
        Assert.Equal(3, table[row, "merged_from"].Split("; ").Length);
        Assert.Contains("“", table[row, "notes"], StringComparison.Ordinal);
        Assert.Matches("Killed: 15 [A-F][1-6]", table[row, "grades"]);
        Assert.Equal(("Islamic State", "claimed"), (table[row, "actor1"], table[row, "actor1_status"]));
    }

    [Fact]
    public void An_accusation_stays_one()
    {
        var table = new CsvTable(exported.Write("csv-incidents"));
        var row = table.Row("report_ids", "accusation");
        Assert.Equal(("Israel", "accused", "Syria"), (table[row, "actor1"], table[row, "actor1_status"], table[row, "actor1_status_by"]));
        Assert.Contains("Israel", table[row, "actor1_denied_by"], StringComparison.Ordinal);
        Assert.Equal(("", ""), (table[row, "latitude"], table[row, "longitude"]));
        Assert.Equal(("3", "4"), (table[row, "geo_precision"], table[row, "where_prec"]));
    }

    [Fact]
    public void A_claim_is_a_row_whose_offsets_are_those_of_its_quote()
    {
        var table = new CsvTable(exported.Write("csv-claims"));
        var row = Enumerable.Range(0, table.Count).First(r => table[r, "report_id"] == "accusation" && table[r, "stance"] == "accuses" && !table[r, "offsets"].StartsWith("title", StringComparison.Ordinal));
        var offsets = table[row, "offsets"].Split('-').Select(int.Parse).ToArray();
        Assert.Equal(table[row, "quote"], ExportedLedger.Accusation[offsets[0]..offsets[1]]);
        Assert.Equal(RecordJson.HashOf(ExportedLedger.Accusation), table[row, "text_sha256"]);
        Assert.Contains("attributed to: Israel (accused)", table[row, "states"], StringComparison.Ordinal);
        Assert.Contains(Enumerable.Range(0, table.Count), r => table[r, "copy_of"] == "first");
    }

    [Theory]
    [InlineData("csv-incidents")]
    [InlineData("csv-claims")]
    public void No_cell_is_a_formula(string format)
    {
        var table = new CsvTable(exported.Write(format));
        for (var row = 0; row < table.Count; row++)
        {
            foreach (var column in table.Columns.Where(c => table[row, c] is { Length: > 0 } cell && "=+-@\t\r\n＝＋－＠".Contains(cell[0], StringComparison.Ordinal)))
                Assert.True(double.TryParse(table[row, column], out _), $"{column}: {table[row, column]}");
        }

        Assert.Contains("'=1+1", exported.Write(format), StringComparison.Ordinal);
    }

    [Fact]
    public void A_map_shows_no_point_for_a_province()
    {
        using var json = JsonDocument.Parse(exported.Write("geojson"));
        var features = json.RootElement.GetProperty("features").EnumerateArray().ToArray();
        var province = Assert.Single(features, f => f.GetProperty("properties").GetProperty("title").GetString()!.StartsWith("Syria", StringComparison.Ordinal));
        Assert.Equal(JsonValueKind.Null, province.GetProperty("geometry").ValueKind);
        Assert.Equal("province", province.GetProperty("properties").GetProperty("precision").GetString());
        var town = features[0].GetProperty("geometry");
        Assert.Equal("Point", town.GetProperty("type").GetString());
        Assert.InRange(town.GetProperty("coordinates")[0].GetDouble(), 43, 44.5);
    }

    [Theory]
    [InlineData(44.4, 33.3, 10.0, 1)]
    [InlineData(179.98, -16.5, 10.0, 2)]
    [InlineData(-179.98, 66.0, 25.0, 2)]
    [InlineData(10.0, 89.99, 25.0, 0)]
    public void An_area_is_closed_and_turns_left_and_stays_on_the_map(double longitude, double latitude, double km, int rings)
    {
        var area = PlaceShape.AreaOf(PlaceAt(longitude, latitude, PlacePrecision.Town, PlaceRelation.Near, km));
        Assert.Equal(rings, area.Count);
        Assert.All(area, ring =>
        {
            Assert.Equal(ring[0], ring[^1]);
            Assert.All(ring, p => Assert.InRange(p.Longitude, -180, 180));
            Assert.True(Enumerable.Range(0, ring.Count - 1).Sum(i => (ring[i].Longitude * ring[i + 1].Latitude) - (ring[i + 1].Longitude * ring[i].Latitude)) > 0);
        });
    }

    [Theory]
    [InlineData(PlacePrecision.Country, PlaceRelation.In, null, false)]
    [InlineData(PlacePrecision.Region, PlaceRelation.In, 80.0, false)]
    [InlineData(PlacePrecision.Province, PlaceRelation.Near, 80.0, false)]
    [InlineData(PlacePrecision.District, PlaceRelation.In, null, true)]
    [InlineData(PlacePrecision.Town, PlaceRelation.NorthOf, null, false)]
    [InlineData(PlacePrecision.Town, PlaceRelation.NorthOf, 30.0, true)]
    public void Only_what_is_told_narrowly_has_a_place_on_the_map(PlacePrecision precision, PlaceRelation relation, double? km, bool narrow) =>
        Assert.Equal(narrow, PlaceShape.IsNarrow(PlaceAt(44, 33, precision, relation, km)));

    [Theory]
    [InlineData("2016-03-07", "2016-03-07", 1, 1, "2016-03-07")]
    [InlineData("2016-03-07", "2016-03-09", 2, 2, "2016-03-08")]
    [InlineData("2016-03-07", "2016-03-13", 2, 3, "2016-03-10")]
    [InlineData("2016-03-01", "2016-03-31", 3, 4, "2016-03-16")]
    [InlineData("2016-01-01", "2016-12-31", null, 5, null)]
    [InlineData(null, "2016-12-31", null, null, null)]
    public void Days_have_the_precision_codes_of_others(string? from, string? to, int? acled, int? ucdp, string? day)
    {
        LocalDate? Day(string? text) => text is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
        var time = new TimeInterval(Day(from), Day(to), TimePrecision.Day);
        Assert.Equal(new IntervalCodes(acled, ucdp), IntervalCodes.Of(time));
        Assert.Equal(Day(day), IntervalCodes.DayOf(time));
    }

    [Fact]
    public void Every_event_type_and_kind_of_actor_has_its_codes()
    {
        var codes = ExportCodes.Instance;
        Assert.All(codes.Types.All.SelectMany(t => t.Codes["acled"]), c => Assert.NotEqual("", codes.AcledOf(c).Disorder));
        Assert.All(Enum.GetValues<ActorKind>().Select(RecordJson.NameOf), k => Assert.True(codes.Find("stix_identity_classes", k) is not null && codes.Find("ftm_schemata", k) is not null, k));
        Assert.Equal("Iraq", codes.CountryOf("IQ"));
    }

    private static EventPlace PlaceAt(double longitude, double latitude, PlacePrecision precision, PlaceRelation relation, double? km) =>
        new(new Place { Name = "X", Coordinates = new Coordinates(latitude, longitude), Precision = precision }, relation, km, []);
}
