using Ascribe.Lab.Training;
using Ascribe.Language;

namespace Ascribe.Tests.Lab;

/// <summary>The measures of chains on examples small enough to be worked out by hand.</summary>
public sealed class CoreferenceScoreTests
{
    [Fact]
    public void Equal_chains_have_full_marks()
    {
        var score = Score([[1, 2, 3], [4, 5]], [[4, 5], [3, 2, 1]]);
        Assert.Equal((100, 100, 100), (score.Muc, score.B3, score.Ceaf));
    }

    [Fact]
    public void Chains_that_share_no_mention_have_none()
    {
        var score = Score([[1, 2]], [[3, 4]]);
        Assert.Equal(0, score.Mean);
    }

    /// <summary>
    /// Gold {1 2 3} {4 5 6 7}; found {1 2} {3 4 5} {6 7 8}. MUC: recall ((3 - 2) + (4 - 2)) / (2 + 3) = 3/5, precision ((2 - 1) + (3 - 2) + (3 - 2)) / (1 + 2 + 2) = 3/5.
    /// B³: recall ((4 + 1)/3 + (4 + 4)/4) / 7 = 11/21, precision (4/2 + (1 + 4)/3 + 4/3) / 8 = 5/8.
    /// CEAF: {1 2 3} with {1 2} 4/5, {4 5 6 7} with either of the others 4/7; recall 48/70, precision 48/105.
    /// </summary>
    [Fact]
    public void Measures_are_those_worked_out_by_hand()
    {
        var score = Score([[1, 2, 3], [4, 5, 6, 7]], [[1, 2], [3, 4, 5], [6, 7, 8]]);
        Assert.Equal(60, score.Muc, 6);
        Assert.Equal(F(11 / 21.0, 5 / 8.0), score.B3, 6);
        Assert.Equal(F(48 / 70.0, 48 / 105.0), score.Ceaf, 6);
        Assert.Equal((score.Muc + score.B3 + score.Ceaf) / 3, score.Mean, 6);
    }

    /// <summary>
    /// Found: all in one chain, gold two chains of two. MUC recall 2/2, precision (4 - 2)/3; B³ recall 1, precision (4 + 4)/4/4 = 1/2; CEAF: 2*2/(2 + 4) = 2/3 once,
    /// recall 1/3, precision 2/3.
    /// </summary>
    [Fact]
    public void One_chain_of_everything_costs_precision()
    {
        var score = Score([[1, 2], [3, 4]], [[1, 2, 3, 4]]);
        Assert.Equal(F(1, 2 / 3.0), score.Muc, 6);
        Assert.Equal(F(1, 1 / 2.0), score.B3, 6);
        Assert.Equal(F(1 / 3.0, 2 / 3.0), score.Ceaf, 6);
    }

    /// <summary>Recall and precision are sums over the documents, not means: two links of three found in one document, one of one in the other.</summary>
    [Fact]
    public void Documents_add_up()
    {
        var score = new CoreferenceScore();
        score.Add([Chain(1, 2, 3, 4)], [Chain(1, 2, 3)]);
        score.Add([Chain(1, 2)], [Chain(1, 2)]);
        Assert.Equal(F(3 / 4.0, 1), score.Muc, 6);
    }

    [Fact]
    public void A_mention_in_two_chains_is_refused() =>
        Assert.Throws<InvalidDataException>(() => Score([[1, 2], [2, 3]], [[1, 2]]));

    /// <summary>Greedily the first row takes 9 and the sum is 10; the best sum is 8 + 7.</summary>
    [Fact]
    public void The_best_assignment_is_not_the_greedy_one()
    {
        Assert.Equal(15, Assignment.Best(new[,] { { 9.0, 8 }, { 7, 1 } }), 6);
        Assert.Equal(9, Assignment.Best(new[,] { { 9.0 }, { 7 } }), 6);
        Assert.Equal(0, Assignment.Best(new double[0, 0]));
    }

    private static double F(double recall, double precision) => 200 * recall * precision / (recall + precision);

    private static TokenRange[] Chain(params int[] tokens) => [.. tokens.Select(TokenRange.Of)];

    private static CoreferenceScore Score(int[][] gold, int[][] found)
    {
        var score = new CoreferenceScore();
        score.Add([.. gold.Select(Chain)], [.. found.Select(Chain)]);
        return score;
    }
}
