using Ascribe.Language.Models;

namespace Ascribe.Language;

/// <summary>Text to tokens, folded forms and sentences. Pure and thread-safe.</summary>
internal sealed class Segmenter
{
    private readonly Tokenizer _tokenizer;
    private readonly SentenceSplitter _splitter;
    private readonly WordCache _words = new();

    private Segmenter(string language, ModelStore? models)
    {
        var abbreviations = Abbreviations.Load(language);
        _tokenizer = Tokenizer.Load(language, abbreviations);
        _splitter = models is null ? new SentenceSplitter(abbreviations, SentenceSplitter.ByRules) : SentenceSplitter.Load(abbreviations, models);
    }

    /// <exception cref="InvalidDataException">A lexicon is malformed, or the splitter's model is missing or damaged; the message names it.</exception>
    public static Segmenter Load(string language, ModelStore models) => new(language, models);

    /// <summary>One whose sentences are told by rules alone: training must not need a model of another kind.</summary>
    /// <exception cref="InvalidDataException">A lexicon is malformed; the message names it.</exception>
    public static Segmenter ByRules(string language) => new(language, null);

    /// <param name="titleEnd">See <see cref="TextAnalyzer.Analyze"/>.</param>
    public Document Segment(string text, int titleEnd = 0)
    {
        var spans = _tokenizer.Tokenize(text);
        var words = new Word[spans.Length];
        for (var t = 0; t < spans.Length; t++) words[t] = _words.Word(spans[t].In(text));
        var sentences = _splitter.Split(text, spans, titleEnd);
        return new Document(text, spans, words, sentences.Firsts, sentences.OpensParagraph) { Dateline = sentences.Dateline };
    }
}
