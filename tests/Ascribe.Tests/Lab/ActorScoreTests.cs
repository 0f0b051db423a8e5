using System.Text.Json;
using Ascribe.Lab;

namespace Ascribe.Tests.Lab;

public sealed class ActorScoreTests
{
    [Fact]
    public void A_phrase_is_right_when_all_that_the_gold_states_is()
    {
        var gold = Rows(
            """{"id":"1","text":"Omani farmers","labels":{"expected":{"country":"OMN","code_1":"AGR"}}}""",
            """{"id":"2","text":"farmers","labels":{"expected":{"country":"","code_1":"AGR"}}}""",
            """{"id":"3","text":"Chad","labels":{"expected":{"cc":"TCD"}}}""",
            """{"id":"4","text":"a cat","labels":{"expected":{"not_code":null}}}""");
        var found = Rows(
            """{"id":"1","country":"OMN","sector":"CVL"}""",
            """{"id":"2","country":"","sector":"AGR"}""",
            """{"id":"3","country":"TCD","sector":"GOV"}""",
            """{"id":"4","country":"","sector":"UNK"}""");
        var score = ActorScore.Of(gold, found);
        Assert.Equal(200.0 / 3, score.Accuracy, 6);
        Assert.Equal("phrases 3, country and sector right 2: 66.7; country 100.0 of 3; sector 50.0 of 2", score.ToString());
        Assert.Single(score.Errors);
    }

    [Fact]
    public void A_phrase_without_prediction_is_a_fault() =>
        Assert.Throws<InvalidDataException>(() => ActorScore.Of(Rows("""{"id":"1","text":"Chad","labels":{"expected":{"country":"TCD"}}}"""), []));

    private static JsonElement[] Rows(params string[] lines) => [.. lines.Select(l => JsonDocument.Parse(l).RootElement)];
}
