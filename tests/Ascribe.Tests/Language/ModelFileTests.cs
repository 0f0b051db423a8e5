using Ascribe.Language;
using Ascribe.Language.Models;

namespace Ascribe.Tests.Language;

public sealed class ModelFileTests
{
    [Fact]
    public void What_is_written_is_read_back()
    {
        var (tables, _) = ModelFile.Read(new MemoryStream(Small()), "test", "tagger", "en");
        Assert.Equal(5, Assert.Single(tables).Weights[7]);
    }

    [Fact]
    public void A_changed_byte_is_noticed()
    {
        var bytes = Small();
        bytes[^1] ^= 1;
        Assert.Contains("damaged", Refusal(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_cut_short_is_noticed() => Assert.Contains("cut short", Refusal(Small()[..^5]), StringComparison.Ordinal);

    [Fact]
    public void A_foreign_file_is_refused() => Assert.Contains("no model file", Refusal("something else entirely"u8.ToArray()), StringComparison.Ordinal);

    [Fact]
    public void A_model_of_another_kind_is_refused() =>
        Assert.Contains("'parser'", Assert.Throws<InvalidDataException>(() => ModelFile.Read(new MemoryStream(Small()), "test", "parser", "en")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("The army said on Monday that rebels had shelled the town.")]
    [InlineData("REBELS SHELLED THE TOWN ON MONDAY, THE ARMY SAID.")]
    [InlineData("( ( ( ) ) , , 12 “ ”")]
    public void Every_sentence_is_a_tree_with_one_root(string text)
    {
        var document = TextAnalyzer.Load("en").Analyze(text);
        foreach (var sentence in document.Sentences)
        {
            var roots = 0;
            for (var t = sentence.Tokens.First; t < sentence.Tokens.End; t++)
            {
                if (document[t].Head < 0) roots++;
                var steps = 0;
                for (var up = t; up >= 0; up = document[up].Head) Assert.True(++steps <= sentence.Tokens.Count);
            }

            Assert.Equal(1, roots);
        }
    }

    private static byte[] Small()
    {
        var weights = new sbyte[LinearModel.StrideOf(3) << 4];
        weights[7] = 5;
        var stream = new MemoryStream();
        ModelFile.Write(stream, "tagger", "en", [new LinearModel(3, 4, weights)]);
        return stream.ToArray();
    }

    private static string Refusal(byte[] bytes) => Assert.Throws<InvalidDataException>(() => ModelFile.Read(new MemoryStream(bytes), "test", "tagger", "en")).Message;
}
