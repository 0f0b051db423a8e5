using Ascribe.Lab.Training;

namespace Ascribe.Tests.Lab;

public sealed class BoostedTreesTrainerTests
{
    [Fact]
    public void What_two_numbers_tell_together_is_learnt()
    {
        var random = new Random(3);
        float[][] rows = [.. Enumerable.Range(0, 2000).Select(_ => new[] { random.NextSingle(), random.NextSingle(), random.NextSingle() })];
        bool[] labels = [.. rows.Select(r => r[0] > 0.5 != r[1] > 0.5)];
        var trees = new BoostedTreesTrainer(rows, labels).Train([.. Enumerable.Range(0, rows.Length)], trees: 60, depth: 3);
        Assert.True(rows.Zip(labels).Count(p => trees.LogOdds(p.First) > 0 == p.Second) > 1900);
    }
}
