using Ascribe.Language;
using Ascribe.Language.Models;

namespace Ascribe.Tests.Language;

public sealed class ModelFileTests
{
    [Fact]
    public void What_is_written_is_read_back()
    {
        var network = new SentenceNetwork(new Dictionary<uint, int> { [17] = 0, [4] = 1 });
        network.Words[SentenceNetwork.WordSize + 3] = -2;
        network.Places[5] = 0.25f;
        network.Names.Far[7] = 0.5f;
        var stream = new MemoryStream();
        ModelFile.Write(stream, SentenceNetwork.FileName, "en", network.Write);
        stream.Position = 0;
        var (read, _) = ModelFile.Read(stream, "test", SentenceNetwork.FileName, "en", SentenceNetwork.Read);
        Assert.Equal(network.Rows, read.Rows);
        Assert.Equal(-2, read.Words[SentenceNetwork.WordSize + 3], 0.001f);
        Assert.Equal(0.25f, read.Places[5]);
        Assert.Equal(0.5f, read.Names.Far[7]);
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
        Assert.Contains("'parser'", Assert.Throws<InvalidDataException>(() => ModelFile.Read(new MemoryStream(Small()), "test", "parser", "en", SentenceNetwork.Read)).Message, StringComparison.Ordinal);

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

    [Fact]
    public void Weights_that_cannot_be_are_refused() =>
        Assert.Contains("cannot be", Assert.Throws<InvalidDataException>(() => ModelFile.Read(new MemoryStream(Small()), "test", "tagger", "en", SentenceNetwork.Read)).Message, StringComparison.Ordinal);

    private static byte[] Small()
    {
        var stream = new MemoryStream();
        ModelFile.Write(stream, "tagger", "en", payload => payload.Write("weights"u8));
        return stream.ToArray();
    }

    private static string Refusal(byte[] bytes) => Assert.Throws<InvalidDataException>(() => ModelFile.Read(new MemoryStream(bytes), "test", "tagger", "en", SentenceNetwork.Read)).Message;
}
