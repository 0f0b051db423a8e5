using System.Globalization;
using Ascribe.Lexicons;
using Ascribe.Places;

namespace Ascribe.Tests.Places;

/// <summary>Our own table of places as facts: a wrong sign, swapped degrees or a wrong country shows.</summary>
public sealed class KnownPlacesTests
{
    /// <summary>The loneliest row is an oil field in the Empty Quarter.</summary>
    private const double LoneliestKm = 540;

    private static readonly LexiconTable s_table = LexiconTable.Load("en/places.tsv");
    private static readonly Gazetteer s_gazetteer = Gazetteer.Load();

    [Fact]
    public void Each_place_lies_among_the_towns_of_its_country()
    {
        var towns = Enumerable.Range(0, s_gazetteer.Count).Where(e => s_gazetteer.Classes[e] >= GazetteerClass.Capital).ToLookup(s_gazetteer.Country);
        foreach (var row in s_table.Rows.Where(r => r["geoname"].Length == 0 && r["country"].Length > 0 && towns.Contains(r["country"])))
        {
            var at = Point(row);
            var radius = row["radius"] is { Length: > 0 } cell ? double.Parse(cell, CultureInfo.InvariantCulture) : 0;
            var nearest = towns[row["country"]].Min(e => s_gazetteer.Coordinates(e).DistanceTo(at));
            Assert.True(nearest <= Math.Max(radius, row["class"] is "site" or "region" ? LoneliestKm : 190), $"{row["name"]}: {nearest:F0} km from the next town of {row["country"]}.");
        }
    }

    [Fact]
    public void Each_name_means_one_place()
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in s_table.Rows)
        {
            foreach (var name in (row["name"] + ";" + row["aliases"]).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var key = ToponymKey.Of(name);
                Assert.True(key.Length >= 2, name);
                Assert.True(seen.TryAdd(key, row["name"]) || seen[key] == row["name"], $"{name}: {row["name"]} and {seen[key]}.");
            }
        }
    }

    [Fact]
    public void A_place_that_is_small_has_a_country_and_what_lies_in_one_is_found_in_its_province()
    {
        foreach (var row in s_table.Rows.Where(r => r["class"] is "quarter" or "town" && r["geoname"].Length == 0)) Assert.True(row["country"].Length == 2, row["name"]);
        var index = PlaceIndex.Load("en", null);
        var camp = Assert.Single(index.Find(ToponymKey.Of("Kalma camp"), out _));
        var province = index.Find(ToponymKey.Of(camp.Known!.Place.Admin1!), out _).First(c => index.ClassOf(c) == GazetteerClass.Province);
        Assert.True(index.Holds(province, camp));
    }

    private static Coordinates Point(LexiconTable.Row row) =>
        new(double.Parse(row["latitude"], CultureInfo.InvariantCulture), double.Parse(row["longitude"], CultureInfo.InvariantCulture));
}
