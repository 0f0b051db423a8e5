using Ascribe.Places;

namespace Ascribe.Tests.Places;

public sealed class PrecisionCodesTests
{
    [Theory]
    [InlineData(PlacePrecision.Site, PlaceRelation.In, null, 1, 1, 1, false)]
    [InlineData(PlacePrecision.Quarter, PlaceRelation.In, 3.0, 1, 1, 1, false)]
    [InlineData(PlacePrecision.Town, PlaceRelation.In, null, 1, 1, 1, false)]
    [InlineData(PlacePrecision.Town, PlaceRelation.Near, 10.0, 2, 2, 1, true)]
    [InlineData(PlacePrecision.Town, PlaceRelation.NorthOf, 6.0, 2, 2, 1, true)]
    [InlineData(PlacePrecision.Town, PlaceRelation.NorthOf, 60.0, 3, 5, 4, false)]
    [InlineData(PlacePrecision.Town, PlaceRelation.OnRoad, 25.0, 2, 2, 1, true)]
    [InlineData(PlacePrecision.Town, PlaceRelation.Between, 20.0, 3, 5, 4, false)]
    [InlineData(PlacePrecision.District, PlaceRelation.In, null, 3, 3, 3, false)]
    [InlineData(PlacePrecision.District, PlaceRelation.Near, 50.0, 3, 4, 3, false)]
    [InlineData(PlacePrecision.Province, PlaceRelation.In, null, 3, 4, 4, false)]
    [InlineData(PlacePrecision.Region, PlaceRelation.In, 150.0, 3, 5, 4, false)]
    [InlineData(PlacePrecision.Country, PlaceRelation.In, null, null, 6, 5, false)]
    [InlineData(PlacePrecision.Country, PlaceRelation.Near, 50.0, 3, 5, 4, false)]
    public void Codes_follow_from_what_is_told(PlacePrecision precision, PlaceRelation relation, double? radius, int? acled, int ucdp, int gtd, bool vicinity) =>
        Assert.Equal(new PrecisionCodes(acled, ucdp, gtd, vicinity), PrecisionCodes.Of(Place(precision), relation, radius));

    [Fact]
    public void What_no_gazetteer_has_is_as_precise_as_what_holds_it()
    {
        var town = Place(PlacePrecision.Town) with { Coordinates = null };
        Assert.Equal(new PrecisionCodes(3, 4, 2, false), PrecisionCodes.Of(town, PlaceRelation.In, null));
        Assert.Equal(new PrecisionCodes(null, 6, 5, false), PrecisionCodes.Of(town with { Admin1 = null }, PlaceRelation.Near, 10));
    }

    [Fact]
    public void The_high_sea_has_its_own_code() => Assert.Equal(new PrecisionCodes(3, 7, 5, false), PrecisionCodes.Of(Place(PlacePrecision.Region) with { Country = null, Admin1 = null }, PlaceRelation.In, 300, isAtSea: true));

    private static Place Place(PlacePrecision precision) => new() { Name = "Somewhere", Precision = precision, Coordinates = new Coordinates(33, 44), Country = "IQ", Admin1 = "Anbar" };
}
