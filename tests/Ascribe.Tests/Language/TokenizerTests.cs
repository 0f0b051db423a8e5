using Ascribe.Language;
using FsCheck;
using FsCheck.Fluent;

namespace Ascribe.Tests.Language;

public sealed class TokenizerTests
{
    private static readonly Tokenizer s_tokenizer = Tokenizer.Load("en", Abbreviations.Load("en"));

    [Fact]
    public void Tokens_cover_every_character_that_is_not_blank()
    {
        // Pieces that meet each other's rules, and any other characters at all.
        var piece = Gen.OneOf(
            Gen.Elements("U.S.", "Lt.", "don't", "’s", "5.56", "mm", "10,000", "http://a.b/c", "x@y.org", "--", "...", "…", "\ud83d\ude80", "\u200d", "'", "\"", "(", ")", "$", " ", "\n", "\n\n", "-", ".", "7", "A"),
            Gen.Choose(0, 0xFFFF).Select(c => ((char)c).ToString()));
        Prop.ForAll(piece.ListOf().Select(string.Concat).ToArbitrary(), CheckCover).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("")]
    [InlineData("\ud800")]
    [InlineData("\udc00\ud800 \ud800x")]
    [InlineData("\0\u0001\u0002")]
    public void Odd_text_is_covered(string text) => CheckCover(text);

    [Theory]
    [InlineData('a')]
    [InlineData('.')]
    [InlineData('-')]
    [InlineData('\'')]
    [InlineData('1')]
    [InlineData('@')]
    [InlineData('\ud83d')]
    public void A_million_characters_without_a_blank_are_covered(char c) => CheckCover(new string(c, 1_000_000));

    [Theory]
    [InlineData("1-")]
    [InlineData("a-")]
    [InlineData("a.")]
    [InlineData("A.")]
    [InlineData("a'")]
    [InlineData("1,")]
    [InlineData("a@")]
    [InlineData("\ud83d\ude80")]
    public void A_million_repeated_pairs_are_covered(string pair) => CheckCover(string.Concat(Enumerable.Repeat(pair, 500_000)));

    [Theory]
    [InlineData("He said: \"We're not going.\"", "He said : \" We 're not going . \"")]
    [InlineData("‘It wasn’t us,’ the militants’ spokesman said…", "‘ It was n’t us , ’ the militants ’ spokesman said …")]
    [InlineData("al-Sudani met Kata'ib Hezbollah's O'Brien", "al - Sudani met Kata'ib Hezbollah 's O'Brien")]
    [InlineData("$1.5m and €20,000 (about 12%)", "$ 1.5 m and € 20,000 ( about 12 % )")]
    [InlineData("US$5 million", "US$ 5 million")]
    [InlineData("at 10:30 p.m. on 12/05/2023", "at 10:30 p.m. on 12/05/2023")]
    [InlineData("on 2023-12-14, call 555-0123", "on 2023-12-14 , call 555-0123")]
    [InlineData("two—maybe three--men", "two — maybe three -- men")]
    [InlineData("See https://example.org/a-b?c=d.", "See https://example.org/a-b?c=d .")]
    [InlineData("write to press@example.org, please", "write to press@example.org , please")]
    [InlineData("and/or the 1990s and the '90s", "and / or the 1990s and the '90s")]
    [InlineData("an AK-47 and a 107mm rocket", "an AK - 47 and a 107 mm rocket")]
    [InlineData("the ex-army co-founder’s anti-tank mine", "the ex-army co-founder ’s anti-tank mine")]
    [InlineData("He fled.The others stayed.", "He fled . The others stayed .")]
    [InlineData("J. R. Haddad Jr., of AT&T", "J. R. Haddad Jr. , of AT&T")]
    [InlineData("I CANNOT GO. WE DON'T KNOW.", "I CAN NOT GO . WE DO N'T KNOW .")]
    [InlineData("10-15 men, a 5-year-old and the 9/11 attacks", "10 - 15 men , a 5 - year - old and the 9/11 attacks")]
    public void Text_is_cut_as_treebanks_cut_it(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', s_tokenizer.Tokenize(text).Select(s => s.In(text).ToString())));

    private static void CheckCover(string text)
    {
        var end = 0;
        foreach (var span in s_tokenizer.Tokenize(text))
        {
            Assert.True(span.Start >= end && span.End > span.Start && span.End <= text.Length);
            for (var i = end; i < span.Start; i++) Assert.True(Characters.IsBlank(text[i]));
            for (var i = span.Start; i < span.End; i++) Assert.False(Characters.IsBlank(text[i]));
            end = span.End;
        }

        for (var i = end; i < text.Length; i++) Assert.True(Characters.IsBlank(text[i]));
    }
}
