using Ascribe.Lab.Muc4;

namespace Ascribe.Tests.Lab.Muc4;

public sealed class SlotClassifierTests
{
    private static readonly SparseNetworkTrainer s_trainer = new() { Passes = 40, Dropout = 0, HiddenDropout = 0, Decay = 0, Hidden = 16, LeastExamples = 1 };

    /// <summary>Learns from examples of one feature whose values come as often as told.</summary>
    private static SlotClassifier Learnt(params (string Value, int Count)[] values) =>
        new(s_trainer.Train(values.Length, values.SelectMany((v, i) => Enumerable.Repeat(new SparseExample([1], i), v.Count))), [.. values.Select(v => v.Value)]);

    [Fact]
    public void A_wider_value_is_chosen_where_it_earns_more() =>
        Assert.Equal("SUSPECTED OR ACCUSED", Learnt(("REPORTED AS FACT", 40), ("SUSPECTED OR ACCUSED", 32), ("SUSPECTED OR ACCUSED BY AUTHORITIES", 28)).Choose([1]));

    [Fact]
    public void Otherwise_the_likeliest_is_chosen() =>
        Assert.Equal("REPORTED AS FACT", Learnt(("REPORTED AS FACT", 60), ("SUSPECTED OR ACCUSED", 20), ("SUSPECTED OR ACCUSED BY AUTHORITIES", 20)).Choose([1]));

    [Theory]
    [InlineData(90, 10, "")]
    [InlineData(60, 40, "DEATH")]
    public void A_value_that_is_likely_enough_fills_the_slot(int empty, int deaths, string chosen) =>
        Assert.Equal(chosen, Learnt(("", empty), ("DEATH", deaths)).Choose([1]));

    [Theory]
    [InlineData("VEHICLE BOMB", "EXPLOSIVE", true)]
    [InlineData("EXPLOSIVE", "VEHICLE BOMB", false)]
    [InlineData("BOMB", "BOMB", false)]
    [InlineData("RIFLE", "EXPLOSIVE", false)]
    public void Values_lie_under_wider_ones(string narrow, string wide, bool isUnder) => Assert.Equal(isUnder, SlotHierarchy.IsUnder(narrow, wide));
}
