using Ascribe.Language;
using Ascribe.Language.Models;

namespace Ascribe.Tests.Language;

public sealed class SentenceSplitterTests
{
    private static readonly Abbreviations s_abbreviations = Abbreviations.Load("en");
    private static readonly Tokenizer s_tokenizer = Tokenizer.Load("en", s_abbreviations);
    private static readonly SentenceSplitter s_splitter = SentenceSplitter.Load(s_abbreviations, ModelStore.Open("en", null));

    [Theory]
    [InlineData("Lt. Gen. Ali Hadi spoke. Then he left.", "Lt. Gen. Ali Hadi spoke.|Then he left.")]
    [InlineData("\"We know.\" He paused. \"We wait.\"", "\"We know.\"|He paused.|\"We wait.\"")]
    [InlineData("“Did you?” he asked. (Nobody knew.) It rained.", "“Did you?” he asked.|(Nobody knew.)|It rained.")]
    [InlineData("The U.S. Embassy was hit. It left the U.S. The rest stayed.", "The U.S. Embassy was hit.|It left the U.S.|The rest stayed.")]
    [InlineData("Why? Nobody knows! Well...", "Why?|Nobody knows!|Well...")]
    [InlineData("It was 3.5 km away. 12 men came.", "It was 3.5 km away.|12 men came.")]
    [InlineData("Harbour calm\n\nThe harbour was calm", "Harbour calm|The harbour was calm")]
    [InlineData("First headline\nSecond headline", "First headline|Second headline")]
    [InlineData("He left.[3] She stayed.", "He left.[3]|She stayed.")]
    [InlineData("QUIET, 5 JAN 90 (NEWSWIRE) -- [TEXT] THE MEN LEFT.", "QUIET, 5 JAN 90 (NEWSWIRE) --|[TEXT] THE MEN LEFT.")]
    [InlineData("ERBIL, Iraq (Wire) — Two men left.", "ERBIL, Iraq (Wire) —|Two men left.")]
    [InlineData("Erbil (Wire) - Two men left.", "Erbil (Wire) -|Two men left.")]
    [InlineData("ERBIL Two men left.", "ERBIL|Two men left.")]
    [InlineData("ERBIL, Iraq Two men left.", "ERBIL, Iraq|Two men left.")]
    [InlineData("NATO Secretary General Lund left.", "NATO Secretary General Lund left.")]
    [InlineData("The men - all of them - left.", "The men - all of them - left.")]
    public void Text_is_cut_into_sentences(string text, string expected) => Assert.Equal(expected, string.Join('|', Sentences(text)));

    [Fact]
    public void Lines_wrapped_to_a_column_are_one_sentence()
    {
        const string Text = "THE ARMED MEN CAME TO THE VILLAGE AT NIGHT AND LEFT BEFORE\nDAWN, A SPOKESMAN OF THE MINISTRY OF DEFENCE SAID TODAY IN THE\nCAPITAL.\n\nTHEY TOOK TWO HORSES WITH THEM AND SOME OF THE MAIZE THAT THE\nFARMERS HAD STORED.\n";
        Assert.Equal(2, Sentences(Text).Count);
    }

    [Fact]
    public void A_sentence_opens_a_paragraph_after_an_empty_line()
    {
        const string Text = "One came. Two came.\n\nThree came.";
        Assert.Equal([true, false, true], s_splitter.Split(Text, s_tokenizer.Tokenize(Text)).OpensParagraph);
    }

    [Fact]
    public void No_sentence_is_endless()
    {
        var text = string.Concat(Enumerable.Repeat("word ", 100_000));
        Assert.True(Sentences(text).Count >= 100_000 / 400);
    }

    private static List<string> Sentences(string text)
    {
        var spans = s_tokenizer.Tokenize(text);
        var firsts = s_splitter.Split(text, spans).Firsts;
        return [.. firsts.Select((first, i) => text[spans[first].Start..spans[i + 1 < firsts.Length ? firsts[i + 1] - 1 : spans.Length - 1].End])];
    }
}
