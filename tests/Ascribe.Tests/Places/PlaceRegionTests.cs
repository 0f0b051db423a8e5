using Ascribe.Places;
using Ascribe.Reports;

namespace Ascribe.Tests.Places;

/// <summary>What is told beside a place becomes a region: a middle and a radius.</summary>
public sealed class PlaceRegionTests
{
    private static readonly PlaceReader s_reader = PlaceReader.Load("en");
    private static readonly ReportAnalyzer s_analyzer = ReportAnalyzer.Load();
    private static readonly Coordinates s_mosul = Read("The truck was found in Mosul.")[0].Place.Coordinates!.Value;
    private static readonly Coordinates s_erbil = Read("The truck was found in Erbil.")[0].Place.Coordinates!.Value;

    [Theory]
    [InlineData("The truck was found near Mosul.", PlaceRelation.Near, 10, 0, 0)]
    [InlineData("The truck was found outside Mosul.", PlaceRelation.Near, 10, 0, 0)]
    [InlineData("The truck was found on the outskirts of Mosul.", PlaceRelation.Near, 10, 0, 0)]
    [InlineData("The truck was found on Mosul's northern outskirts.", PlaceRelation.Near, 10, 0, 0)]
    [InlineData("The truck was found 20 km from Mosul.", PlaceRelation.Near, 20, 0, 0)]
    [InlineData("The truck was found 15 kilometers from the centre of Mosul.", PlaceRelation.Near, 15, 0, 0)]
    [InlineData("The truck was found within 5 km of Mosul.", PlaceRelation.Near, 5, 0, 0)]
    [InlineData("The truck was found a few kilometres from Mosul.", PlaceRelation.Near, 10, 0, 0)]
    [InlineData("He was shot en route to Mosul.", PlaceRelation.OnRoad, 25, 0, 0)]
    [InlineData("The truck was found south of Mosul.", PlaceRelation.SouthOf, 25, 0, 0)]
    [InlineData("The truck was found 40 km south of Mosul.", PlaceRelation.SouthOf, 12, 40, 180)]
    [InlineData("The truck was found about 10 miles west of Mosul.", PlaceRelation.WestOf, 5, 16.1, 270)]
    [InlineData("The truck was found 30 kilometres (19 miles) northeast of Mosul.", PlaceRelation.NortheastOf, 9, 30, 45)]
    [InlineData("The truck was found on the road to Mosul.", PlaceRelation.OnRoad, 25, 0, 0)]
    [InlineData("The truck was found on the Mosul road.", PlaceRelation.OnRoad, 25, 0, 0)]
    public void Beside_a_town(string text, PlaceRelation relation, double radius, double km, double direction)
    {
        var place = Assert.Single(Read(text));
        Assert.Equal((relation, PlaceRole.Location), (place.Relation, place.Role));
        Assert.Equal(radius, place.RadiusKm);
        Assert.InRange(place.Place.Coordinates!.Value.DistanceTo(PlaceRegions.Shift(s_mosul, direction, km)), 0, 2.5);
    }

    [Theory]
    [InlineData("The truck was found between Mosul and Erbil.", PlaceRelation.Between)]
    [InlineData("The truck was found on the road between Mosul and Erbil.", PlaceRelation.Between)]
    [InlineData("The truck was found on the road from Mosul to Erbil.", PlaceRelation.OnRoad)]
    [InlineData("The truck was found on the Mosul-Erbil road.", PlaceRelation.OnRoad)]
    [InlineData("The truck was found on the Mosul–Erbil highway.", PlaceRelation.OnRoad)]
    public void Between_two_towns(string text, PlaceRelation relation)
    {
        var places = Read(text);
        Assert.Equal(["Mosul", "Erbil"], places.Select(p => p.Place.Name));
        foreach (var place in places)
        {
            Assert.Equal((relation, PlaceRole.Location), (place.Relation, place.Role));
            Assert.Equal(Math.Round(s_mosul.DistanceTo(s_erbil) / 2), place.RadiusKm);
            Assert.Equal(place.RadiusKm!.Value, place.Place.Coordinates!.Value.DistanceTo(s_mosul), 1.0);
            Assert.Equal(place.RadiusKm!.Value, place.Place.Coordinates!.Value.DistanceTo(s_erbil), 1.0);
        }
    }

    [Theory]
    [InlineData("Troops massed near the border with Syria.", PlaceRelation.Near)]
    [InlineData("A ship was hit off the coast of Yemen.", PlaceRelation.Near)]
    [InlineData("Troops massed north of Mali.", PlaceRelation.NorthOf)]
    public void Beside_a_country_there_is_no_radius(string text, PlaceRelation relation)
    {
        var place = Assert.Single(Read(text));
        Assert.Equal((relation, (double?)null), (place.Relation, place.RadiusKm));
    }

    [Theory]
    [InlineData("The truck came from Mosul.")]
    [InlineData("The mayor of Mosul died.")]
    [InlineData("Traders from the centre of Mosul fled.")]
    public void Without_a_distance_there_is_no_region(string text) => Assert.Equal((PlaceRelation.In, (double?)null), Shape(Assert.Single(Read(text))));

    [Fact]
    public void Two_ends_of_a_flight_are_no_region()
    {
        var places = Read("The jet was shot at on the flight between Baghdad and London.");
        Assert.All(places, p => Assert.Null(p.RadiusKm));
        Assert.True(places[0].Place.Coordinates!.Value.DistanceTo(places[1].Place.Coordinates!.Value) > 3000);
    }

    [Theory]
    [InlineData("Clashes broke out in Mosul and Erbil.")]
    [InlineData("The road was closed in Mosul; in Erbil it was open.")]
    [InlineData("They drove from Mosul to Erbil.")]
    public void Two_towns_are_two_places(string text)
    {
        var places = Read(text);
        Assert.Equal([s_mosul, s_erbil], places.Select(p => p.Place.Coordinates!.Value));
        Assert.All(places, p => Assert.Null(p.RadiusKm));
    }

    private static (PlaceRelation, double?) Shape(PlaceMention place) => (place.Relation, place.RadiusKm);

    private static IReadOnlyList<PlaceMention> Read(string text) => s_reader.Read(s_analyzer.Analyze(new Report { Id = "test", Text = text }));
}
