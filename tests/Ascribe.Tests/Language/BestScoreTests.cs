using Ascribe.Language.Models;

namespace Ascribe.Tests.Language;

public class BestScoreTests
{
    [Theory]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(41)]
    [InlineData(48)]
    public void The_first_of_the_largest_wins_wherever_it_stands(int count)
    {
        for (var at = 0; at < count; at++)
        {
            var scores = new short[count];
            Array.Fill(scores, short.MinValue);
            scores[at] = -3;
            scores[^1] = -3;
            Assert.Equal(at, Rows.Best(scores));
        }
    }
}
