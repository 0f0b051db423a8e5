using Ascribe.Places;
using Ascribe.Reports;

namespace Ascribe.Tests.Places;

public sealed class PlaceReaderTests
{
    private static readonly PlaceReader s_reader = PlaceReader.Load("en");
    private static readonly ReportAnalyzer s_analyzer = ReportAnalyzer.Load();

    [Fact]
    public void An_unknown_place_keeps_its_name_and_has_no_point()
    {
        var places = Read("Two men died in the village of Qarat Umm Zulaykha and one in Mosul.");
        Assert.Equal(["Qarat Umm Zulaykha", "Mosul"], places.Select(p => p.Place.Name));
        Assert.Null(places[0].Place.Coordinates);
        Assert.Null(places[0].Place.Country);
        Assert.NotNull(places[1].Place.Coordinates);
    }

    [Fact]
    public void A_told_distance_moves_the_point()
    {
        var mosul = Assert.Single(Read("The truck was found in Mosul.")).Place.Coordinates!.Value;
        var north = Assert.Single(Read("The truck was found 20 km north of Mosul.")).Place.Coordinates!.Value;
        Assert.Equal(20, north.DistanceTo(mosul), 0.5);
        Assert.True(north.Latitude > mosul.Latitude);
    }

    [Fact]
    public void The_part_of_a_country_lies_on_its_side()
    {
        var north = Assert.Single(Read("A post fell in northern Mali."));
        var south = Assert.Single(Read("A post fell in southern Mali."));
        Assert.True(north.Place.Coordinates!.Value.Latitude > south.Place.Coordinates!.Value.Latitude + 3);
        Assert.NotNull(north.RadiusKm);
    }

    [Fact]
    public void A_name_means_one_place_in_a_report() =>
        Assert.Equal(["US", "US"], Read("He left Cambridge, Massachusetts. Later Cambridge was flooded.").Where(p => p.Place.Name == "Cambridge").Select(p => p.Place.Country));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("-")]
    [InlineData("al-")]
    [InlineData("al-Al-AL-")]
    [InlineData("near")]
    [InlineData("20 km north of")]
    [InlineData("km north of Mosul")]
    [InlineData("between Mosul and")]
    [InlineData("Mosul, Iraq, Mosul, Iraq, (Mosul")]
    [InlineData("😀 Mosul 😀 in São Paulo, e\u0301 Ménaka")]
    [InlineData("NORTHERN")]
    [InlineData("Of The In At")]
    [InlineData("U.S. U.K. D.C. N.J. , TX")]
    [InlineData("\uD800 in \uDC00 Kabul")]
    [InlineData("Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa Bbbbbbbbbbbb")]
    public void No_text_is_refused_and_mentions_do_not_overlap(string text)
    {
        var end = 0;
        foreach (var place in Read(text))
        {
            Assert.True(place.Tokens.First >= end);
            end = place.Tokens.End;
        }
    }

    private static IReadOnlyList<PlaceMention> Read(string text) => s_reader.Read(s_analyzer.Analyze(new Report { Id = "test", Text = text }));
}
