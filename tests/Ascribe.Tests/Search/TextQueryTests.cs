using Ascribe.Dossiers.Search;

namespace Ascribe.Tests.Search;

public sealed class TextQueryTests
{
    private const string Title = "Bridge of Samarra closed";
    private const string Text = "A car bomb went off near the bridge. A white pickup was seen in the market.";

    [Theory]
    [InlineData("bomb", true)]
    [InlineData("BOMB bridge", true)]
    [InlineData("bomb tank", false)]
    [InlineData("\"car bomb\"", true)]
    [InlineData("\"bomb car\"", false)]
    [InlineData("\"bridge of samarra\"", true)]
    [InlineData("\"closed car\"", false)]
    [InlineData("pick*", true)]
    [InlineData("\"white pi\"*", true)]
    [InlineData("ick*", false)]
    [InlineData("tank OR bomb", true)]
    [InlineData("bomb NOT pickup", false)]
    [InlineData("bomb NOT tank", true)]
    [InlineData("market AND (tank OR samarra)", true)]
    [InlineData("tank OR bomb market", true)]
    [InlineData("the bomb", true)]
    [InlineData("car-bomb", true)]
    [InlineData("bomb and", true)]
    public void Words_phrases_and_beginnings_are_found(string asked, bool fits) => Assert.Equal(fits, TextQuery.Parse(asked).Fits(Title, Text));

    [Theory]
    [InlineData("", "no word")]
    [InlineData("*", "no word")]
    [InlineData("'; DROP TABLE entry; --\"", "not closed")]
    [InlineData("\"car bomb", "a '\"' is not closed")]
    [InlineData("(bomb", "a '(' is not closed")]
    [InlineData("bomb)", "closes nothing")]
    [InlineData("bomb AND", "breaks off")]
    [InlineData("OR bomb", "before OR")]
    [InlineData("NOT bomb", "before NOT")]
    [InlineData("bomb AND OR mine", "before OR")]
    [InlineData("() bomb", "before ')'")]
    [InlineData("the of and", "nearly every text")]
    [InlineData("((((((((((((((((((bomb))))))))))))))))))", "16 deep")]
    public void What_cannot_be_understood_is_told_in_a_sentence(string asked, string told)
    {
        Assert.Contains(told, TextQuery.FaultOf(asked), StringComparison.Ordinal);
        Assert.EndsWith(".", TextQuery.FaultOf(asked), StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_of_very_many_words_is_refused() => Assert.Contains("64", TextQuery.FaultOf(string.Join(' ', Enumerable.Range(0, 65).Select(n => $"word{n}"))), StringComparison.Ordinal);
}
