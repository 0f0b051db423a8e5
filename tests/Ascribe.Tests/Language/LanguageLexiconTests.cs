using Ascribe.Language;
using Ascribe.Language.Models;
using YamlDotNet.Serialization;

namespace Ascribe.Tests.Language;

/// <summary>Runs the examples of the lexicons that analysis itself reads.</summary>
public sealed class LanguageLexiconTests
{
    private static readonly Abbreviations s_abbreviations = Abbreviations.Load("en");
    private static readonly Tokenizer s_tokenizer = Tokenizer.Load("en", s_abbreviations);
    private static readonly SentenceSplitter s_splitter = SentenceSplitter.Load(s_abbreviations, ModelStore.Open("en", null));
    private static readonly Lemmatizer s_lemmatizer = Lemmatizer.Load("en");

    [Theory]
    [InlineData("abbreviations")]
    [InlineData("word-parts")]
    [InlineData("sentence-openers")]
    [InlineData("lemmas")]
    [InlineData("lemma-rules")]
    public void Examples_hold(string lexicon)
    {
        var yaml = File.ReadAllText(Path.Combine(Root(), "lexicons", "en", lexicon + ".examples.yaml"));
        var examples = new DeserializerBuilder().Build().Deserialize<List<Example>>(yaml);
        Assert.NotEmpty(examples);
        foreach (var example in examples)
        {
            var spans = s_tokenizer.Tokenize(example.Text);
            var split = s_splitter.Split(example.Text, spans);
            if (example.Tokens is { } tokens) Assert.Equal(tokens, spans.Select(s => s.In(example.Text).ToString()));
            if (example.Sentences is { } sentences) Assert.True(sentences == split.Firsts.Length, example.Text);
            if (example.Dateline is { } dateline)
                Assert.Equal(dateline, split.Dateline.IsEmpty ? "" : example.Text[spans[split.Dateline.First].Start..spans[split.Dateline.End - 1].End]);
            foreach (var (word, lemma) in example.Lemmas ?? [])
            {
                var slash = word.LastIndexOf('/');
                Assert.Equal((word, lemma), (word, s_lemmatizer.Lemma(word[..slash], PartsOfSpeech.Parse(word[(slash + 1)..]))));
            }
        }
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Ascribe.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The repository was expected above the tests.");
    }

    private sealed class Example
    {
        [YamlMember(Alias = "text")]
        public string Text { get; set; } = "";

        [YamlMember(Alias = "tokens")]
        public List<string>? Tokens { get; set; }

        [YamlMember(Alias = "sentences")]
        public int? Sentences { get; set; }

        [YamlMember(Alias = "dateline")]
        public string? Dateline { get; set; }

        [YamlMember(Alias = "lemmas")]
        public Dictionary<string, string>? Lemmas { get; set; }
    }
}
