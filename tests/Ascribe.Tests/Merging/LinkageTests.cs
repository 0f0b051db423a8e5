using Ascribe.Dossiers.Merging;

namespace Ascribe.Tests.Merging;

public sealed class LinkageTests
{
    [Fact]
    public void What_is_likely_on_average_is_joined()
    {
        var joined = Linkage.Join([[0], [1], [2]], (a, b) => (a, b) is (0, 1) or (1, 0) ? 3 : -4);
        Assert.Equal([[0, 1], [2]], joined);
    }

    [Fact]
    public void One_likely_pair_makes_no_chain_of_unlike_groups()
    {
        // 1 and 2 are alike, but all others of the two groups are not: no snowball.
        var joined = Linkage.Join([[0], [1], [2], [3]], (a, b) => Math.Abs(a - b) == 1 ? (a + b == 3 ? 1 : 4) : -5);
        Assert.Equal([[0, 1], [2, 3]], joined);
    }

    [Fact]
    public void Groups_given_are_never_taken_apart() =>
        Assert.Equal([[0, 1], [2]], Linkage.Join([[0, 1], [2]], (_, _) => -9));

    [Fact]
    public void The_order_of_the_groups_decides_nothing()
    {
        float Score(int a, int b) => a / 3 == b / 3 ? 2 : -2;
        var random = new Random(5);
        for (var round = 0; round < 10; round++)
        {
            var order = Enumerable.Range(0, 12).ToArray();
            random.Shuffle(order);
            var joined = Linkage.Join([.. order.Select(i => new List<int> { i })], Score);
            Assert.Equal([[0, 1, 2], [3, 4, 5], [6, 7, 8], [9, 10, 11]], joined.Select(g => g.Order().ToList()).OrderBy(g => g[0]));
        }
    }
}
