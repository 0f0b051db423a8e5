using Ascribe.Language;
using FsCheck;
using FsCheck.Fluent;

namespace Ascribe.Tests.Language;

public sealed class ChainTests
{
    private static readonly TextAnalyzer s_analyzer = TextAnalyzer.Load("en");

    [Theory]
    [InlineData("Maria Keller runs the harbour office. Keller said the ferry was late.", "Maria Keller", "Keller")]
    [InlineData("The committee met in Oslo on Monday. The committee will meet again in May.", "The committee", "The committee")]
    [InlineData("A small bridge fell into the river. Nobody had used the bridge for years.", "A small bridge", "the bridge")]
    public void Mentions_of_one_thing_are_in_one_chain(string text, string first, string second)
    {
        var document = s_analyzer.Analyze(text);
        Assert.Contains(document.Chains, chain => chain.Mentions.Select(m => document.TextOf(m.Tokens)).SequenceEqual([first, second]));
    }

    [Theory]
    [InlineData("The river is wide. A farmer sold four horses.")]
    [InlineData("")]
    public void What_is_said_once_is_in_no_chain(string text) => Assert.Empty(s_analyzer.Analyze(text).Chains);

    [Fact]
    public void Any_text_has_valid_chains()
    {
        var piece = Gen.OneOf(
            Gen.Elements("Anna Berg", "the mayor", "she", "her", "the town", "a town of 300", " and ", ", ", ". ", "\n\n", "said", "Berg's", "(", ")", "“", "”", "2015", " who ", " of ", "\ud83d\ude80"),
            Gen.Choose(0, 0xFFFF).Select(c => ((char)c).ToString()));
        Prop.ForAll(piece.ListOf().Select(p => string.Join(' ', p)).ToArbitrary(), Check).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_text_has_the_same_chains_each_time()
    {
        const string text = "The mayor of Lund met two farmers. She told them that the town would buy the farm. Lund has bought land before, the farmers said.";
        Assert.NotEmpty(s_analyzer.Analyze(text).Chains);
        Assert.Equal(Shown(s_analyzer.Analyze(text)), Shown(s_analyzer.Analyze(text)));
    }

    private static string Shown(Document document) =>
        string.Join('\n', document.Chains.Select(c => string.Join('|', c.Mentions.Select(m => $"{m.Tokens} {m.Kind}"))));

    private static void Check(string text)
    {
        var document = s_analyzer.Analyze(text);
        var mentions = document.Chains.SelectMany(c => c.Mentions).ToList();
        Assert.All(document.Chains, c => Assert.True(c.Mentions.Count > 1));
        Assert.All(document.Chains, c => Assert.True(c.Mentions.SequenceEqual(c.Mentions.OrderBy(m => m.Tokens.First).ThenByDescending(m => m.Tokens.End))));
        Assert.All(mentions, m => Assert.True(m.Tokens.First >= 0 && m.Tokens.End <= document.Count && m.Tokens.Contains(m.Head)));
        Assert.All(mentions, m => Assert.Equal(document.SentenceOf(m.Tokens.First), document.SentenceOf(m.Tokens.End - 1)));
        Assert.Equal(mentions.Count, mentions.DistinctBy(m => m.Tokens).Count());
    }
}
