namespace Ascribe.Lab.Training;

/// <summary>The corpora that may train shipped weights.</summary>
internal static class Corpora
{
    /// <summary>English Web Treebank and GUM, the latter without its non-commercial genres (wikiHow and fiction).</summary>
    public static List<TreebankSentence> EnglishTreebanks(string data) =>
    [
        .. Treebank.Read(Path.Combine(data, "ling/ud-english-ewt/en_ewt-ud-train.conllu.xz")),
        .. Treebank.Read(
            Path.Combine(data, "ling/ud-english-gum/en_gum-ud-train.conllu.xz"),
            id => id.StartsWith("GUM_whow", StringComparison.Ordinal) || id.StartsWith("GUM_fiction", StringComparison.Ordinal)),
    ];

    /// <summary>Files of unlabelled news, for counts and word vectors only.</summary>
    public static IEnumerable<string> EnglishNews(string data) =>
        new[] { "news-en-conflict-world", "news-en-general-1" }.Select(f => Path.Combine(data, "ling/news-unlabelled", f + ".txt.xz"));

    /// <summary>
    /// Sentences with names: UNER-EWT, WNUT-17, the named mentions of GUM (without its non-commercial genres), and those written for the project.
    /// </summary>
    public static List<NamedSentence> EnglishNames(string data)
    {
        var tagger = new Language.Models.Tagger(TaggerTrainer.Train(EnglishTreebanks(data), epochs: 4));
        List<NamedSentence> sentences =
        [
            .. NameCorpora.Columns(Path.Combine(data, "ling/ner-uner-ewt-en/dev.bio.xz")),
            .. NameCorpora.Columns(Path.Combine(data, "ling/ner-wnut17-en/train.bio.xz")),
            .. NameCorpora.Marked("lab/corpora/names-en/train.txt"),
            .. NameCorpora.Gum(Path.Combine(data, "ling/ud-english-gum/en_gum-ud-train.conllu.xz")),
        ];
        foreach (var sentence in sentences) tagger.Tag(sentence.Document);
        return sentences;
    }
}
