using Ascribe.Language.Models;

namespace Ascribe.Language;

/// <summary>
/// Text to <see cref="Document"/> for one language: tokens, sentences, tags, lemmas, parse, names, in that order. Pure and thread-safe;
/// load it once and share it.
/// </summary>
public sealed class TextAnalyzer
{
    private readonly Tokenizer _tokenizer;
    private readonly SentenceSplitter _splitter;
    private readonly Lemmatizer _lemmatizer;
    private readonly Tagger _tagger;
    private readonly DependencyParser _parser;
    private readonly NameRecognizer _names;
    private readonly WordCache _words = new();

    private TextAnalyzer(string language, ModelStore models)
    {
        var abbreviations = Abbreviations.Load(language);
        _tokenizer = Tokenizer.Load(language, abbreviations);
        _splitter = new SentenceSplitter(abbreviations);
        _lemmatizer = Lemmatizer.Load(language);
        _tagger = Tagger.Load(models);
        _parser = DependencyParser.Load(models);
        _names = NameRecognizer.Load(models);
        ModelVersion = models.Version;
    }

    /// <summary>Names the models in records: two analyzers with the same version give the same documents.</summary>
    public string ModelVersion { get; }

    /// <summary>The analyzer of a language with the embedded models.</summary>
    /// <param name="language">ISO 639-1 code.</param>
    /// <param name="modelsDirectory">A folder of models (its sub-folder <paramref name="language"/>) to use in place of the embedded ones.</param>
    /// <exception cref="InvalidDataException">A model is missing, damaged or of another format; the message says which.</exception>
    public static TextAnalyzer Load(string language, string? modelsDirectory = null) =>
        new(language, ModelStore.Open(language, modelsDirectory));

    /// <summary>Analyses any text whatever; never throws for its content.</summary>
    public Document Analyze(string text)
    {
        var document = Segment(text);
        _tagger.Tag(document);
        document.Lemmas = _lemmatizer.Lemmas(document);
        _parser.Parse(document);
        _names.Recognize(document);
        return document;
    }

    /// <summary>Tokens, folded forms and sentences alone.</summary>
    internal Document Segment(string text)
    {
        var spans = _tokenizer.Tokenize(text);
        var forms = new string[spans.Length];
        for (var t = 0; t < spans.Length; t++) forms[t] = _words.Form(spans[t].In(text));
        var sentences = _splitter.Split(text, spans);
        return new Document(text, spans, forms, sentences.Firsts, sentences.OpensParagraph) { Dateline = sentences.Dateline };
    }
}
