namespace Ascribe.Lab.Training;

/// <summary>The corpora that may train shipped weights.</summary>
internal static class Corpora
{
    /// <summary>Files of unlabelled news, for counts and word vectors only.</summary>
    public static IEnumerable<string> EnglishNews(string data) =>
        new[] { "news-en-conflict-world", "news-en-general-1", "news-en-general-2", "news-en-general-3" }.Select(f => Path.Combine(data, "ling/news-unlabelled", f + ".txt.xz"));

    /// <summary>The part of it that tells of conflict and the world.</summary>
    public static IEnumerable<string> EnglishConflictNews(string data) => EnglishNews(data).Take(1);

    /// <summary>Texts whose sentences are known: EWT, and GUM without its non-commercial genres.</summary>
    public static List<TreebankText> EnglishTexts(string data) =>
    [
        .. TreebankText.Read(Path.Combine(data, "ling/ud-english-ewt/en_ewt-ud-train.conllu.xz")),
        .. TreebankText.Read(Path.Combine(data, "ling/ud-english-gum/en_gum-ud-train.conllu.xz"), IsNonCommercial),
    ];

    /// <summary>
    /// Sentences with trees (EWT, those written for the project), with names (UNER-EWT, WNUT-17, those written for the project) or with both (GUM without its
    /// non-commercial genres).
    /// </summary>
    /// <param name="benchmark">With CoNLL-2003, whose licence lets no weights ship.</param>
    public static List<LabelledSentence> EnglishSentences(string data, bool benchmark)
    {
        var ewt = Treebank.Read(Path.Combine(data, "ling/ud-english-ewt/en_ewt-ud-train.conllu.xz"));
        var gum = Path.Combine(data, "ling/ud-english-gum/en_gum-ud-train.conllu.xz");
        IEnumerable<NamedSentence> named =
        [
            .. NameCorpora.Columns(Path.Combine(data, "ling/ner-uner-ewt-en/dev.bio.xz"), NameConvention.ThreeKinds),
            .. NameCorpora.Columns(Path.Combine(data, "ling/ner-wnut17-en/train.bio.xz"), NameConvention.ThreeKinds),
        ];
        // All kinds are labelled in them, and they are nearer to what is read: they count twice.
        NamedSentence[] news = [.. NamedNews(data, benchmark)];
        // Few, and on what the treebanks lack: they count twice.
        TreebankSentence[] written = [.. Treebank.Read("lab/corpora/syntax-en/train.conllu")];
        return
        [
            .. Enumerable.Repeat(written, 2).SelectMany(w => w).Select(t => new LabelledSentence(t.Document, t, null)),
            .. ewt.Select(t => new LabelledSentence(t.Document, t, null)),
            .. Treebank.Read(gum, IsNonCommercial).Zip(NameCorpora.Gum(gum), (t, n) => new LabelledSentence(t.Document, t, n.Convention.Allowed(n.Classes))),
            .. named.Select(LabelledSentence.Of),
            .. news.Concat(news).Select(LabelledSentence.Of),
        ];
    }

    /// <summary>Reports whose incidents are known.</summary>
    public static IEnumerable<string> SameIncidents(string data) =>
        new[] { "gvc", "gva", "newsclusters", "ecbplus" }.Select(f => Path.Combine(data, "crossdoc", f + ".docs.jsonl.gz"));

    /// <summary>Texts with chains of mentions: GUM without its non-commercial genres.</summary>
    public static List<CoreferenceText> EnglishChains(string data) =>
        [.. CoreferenceText.Read(Path.Combine(data, "ling/ud-english-gum/en_gum-ud-train.conllu.xz"), IsNonCommercial)];

    /// <summary>News with names of all kinds: the sentences written for the project.</summary>
    /// <param name="benchmark">With CoNLL-2003, whose licence lets no weights ship.</param>
    public static IEnumerable<NamedSentence> NamedNews(string data, bool benchmark) =>
    [
        .. NameCorpora.Marked("lab/corpora/names-en/train.txt"),
        .. benchmark ? NameCorpora.Columns(Path.Combine(data, "ling/ner-conll2003-en/train.bio.xz"), NameConvention.FourKinds) : [],
    ];

    /// <summary>True for the documents of GUM whose licence lets no weights ship: wikiHow and fiction.</summary>
    public static bool IsNonCommercial(string id) => id.StartsWith("GUM_whow", StringComparison.Ordinal) || id.StartsWith("GUM_fiction", StringComparison.Ordinal);
}
