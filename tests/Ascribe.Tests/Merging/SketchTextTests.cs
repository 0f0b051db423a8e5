using Ascribe.Dossiers.Merging;

namespace Ascribe.Tests.Merging;

public sealed class SketchTextTests
{
    [Theory]
    [InlineData("A 23-year-old driver was hurt.", new[] { 23 })]
    [InlineData("Tomas Brandt, 41, died at the gate.", new[] { 41 })]
    [InlineData("Some 30 people came on May 12.", new int[0])]
    [InlineData("At 140-year-old walls nobody stood.", new int[0])]
    public void Ages_are_told_by_hyphens_and_commas(string text, int[] ages) => Assert.Equal(ages, new SketchText(text).Ages(text.Length));

    [Theory]
    [InlineData("It began at 10:45 p.m. and ended at 11 pm.", new[] { (22 * 60) + 45, 23 * 60 })]
    [InlineData("At 12:05 a.m. the gate stood open.", new[] { 5 })]
    [InlineData("The 9 aims of the plan, 13 pm and all.", new int[0])]
    public void Times_of_day_are_minutes(string text, int[] minutes) => Assert.Equal(minutes, new SketchText(text).Clocks());

    [Fact]
    public void The_same_block_is_told_in_several_ways()
    {
        var one = new SketchText("in the 1100 block of North Harbour Street").Addresses();
        var two = new SketchText("on the 1100-block of North Harbour on Friday").Addresses();
        Assert.Single(one);
        Assert.Equal(one, two);
        Assert.Empty(new SketchText("12 soldiers came").Addresses());
    }

    [Fact]
    public void Copies_are_found_by_what_the_shorter_text_shares()
    {
        var text = string.Join(' ', Enumerable.Range(0, 200).Select(i => "word" + i));
        var cut = string.Join(' ', text.Split(' ')[..60]);
        var other = string.Join(' ', Enumerable.Range(200, 200).Select(i => "word" + i));
        Assert.Equal(1, NearDuplicates.Containment(new SketchText(text).Shingles(), new SketchText(cut).Shingles()));
        Assert.Equal(0, NearDuplicates.Containment(new SketchText(text).Shingles(), new SketchText(other).Shingles()));
        Assert.Equal(0, NearDuplicates.Containment(new SketchText("too short to say").Shingles(), new SketchText("too short to say").Shingles()));
    }
}
