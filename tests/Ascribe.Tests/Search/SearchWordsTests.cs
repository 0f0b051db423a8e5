using Ascribe.Dossiers.Search;
using YamlDotNet.Serialization;

namespace Ascribe.Tests.Search;

public sealed class SearchWordsTests
{
    [Fact]
    public void Words_that_stand_in_most_texts_are_passed_over()
    {
        using var reader = File.OpenText(RepositoryRoot.Combine("lexicons", "en", "search-words.examples.yaml"));
        foreach (var example in new DeserializerBuilder().Build().Deserialize<List<Dictionary<string, object>>>(reader))
            Assert.Equal(((List<object>)example["finds"]).Cast<string>(), SearchWords.Telling((string)example["text"]));
    }

    [Theory]
    [InlineData("DIYÁLÁ", "diyala")]
    [InlineData("Łódź", "łodz")]
    [InlineData("1,200", "1 200")]
    [InlineData("مُحَمَّد", "محمد")]
    [InlineData("ﬁre\u00adarms", "fire arms")]
    [InlineData("half \ud83d pair", "half pair")]
    [InlineData("mark \ufffe turned", "mark turned")]
    [InlineData("😀", "")]
    [InlineData(null, "")]
    public void Words_are_folded(string? text, string words) => Assert.Equal(words, string.Join(' ', SearchWords.Of(text)));
}
