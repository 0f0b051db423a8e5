using Ascribe.Lab;
using Ascribe.Lab.Predictions;

namespace Ascribe.Tests.Quantities;

/// <summary>The floor of counts on the half of lab/corpora/counts-en that nobody reads when the reader is changed.</summary>
public class LabelledCountsTests
{
    [Fact]
    public void Counts_of_the_frozen_half_are_exact()
    {
        var gold = RepositoryRoot.Combine("lab/corpora/counts-en/frozen.jsonl");
        var found = Path.GetTempFileName();
        try
        {
            PredictionTasks.All["counts"](new PredictionRun([gold], found, null, Raw: false, GoldMentions: false));
            Assert.InRange(CountScore.Of(gold, found).ExactF, 95, 100);
        }
        finally
        {
            File.Delete(found);
        }
    }
}
