using Ascribe.Dossiers.Search;
using Ascribe.Places;

namespace Ascribe.Tests.Search;

public sealed class AreaTextTests
{
    [Fact]
    public void A_point_has_a_distance() => Assert.Equal((new Coordinates(33.3, 44.4), 25), AreaText.Near("33.3,44.4,25"));

    [Theory]
    [InlineData("")]
    [InlineData("33.3,44.4")]
    [InlineData("91,44.4,25")]
    [InlineData("33.3,181,25")]
    [InlineData("33.3,44.4,-1")]
    [InlineData("33.3,44.4,x")]
    public void Other_texts_are_no_points(string text) => Assert.Null(AreaText.Near(text));

    [Fact]
    public void Corners_stand_apart_by_blanks() => Assert.Equal([new Coordinates(33, 44), new Coordinates(33, 45), new Coordinates(34, 45)], AreaText.Polygon("33,44  33,45 34,45"));

    [Theory]
    [InlineData("33,44 33,45")]
    [InlineData("33,44 33,45 x,y")]
    public void Fewer_than_three_or_others_are_no_area(string text) => Assert.Null(AreaText.Polygon(text));

    [Fact]
    public void An_area_without_end_is_refused() => Assert.Null(AreaText.Polygon(string.Join(' ', Enumerable.Repeat("33,44", AreaText.MostCorners + 1))));
}
