using Ascribe.Language.Coreference;
using Ascribe.Language.Models;

namespace Ascribe.Language;

/// <summary>
/// Text to <see cref="Document"/> for one language: tokens, sentences, tags, names, parse and lemmas, and the chains of mentions on demand. Pure and thread-safe;
/// load it once and share it.
/// </summary>
public sealed class TextAnalyzer
{
    private readonly Segmenter _segmenter;
    private readonly Lemmatizer _lemmatizer;
    private readonly SentenceModel _model;
    private readonly Lazy<ChainReader> _chains;

    private TextAnalyzer(string language, ModelStore models)
    {
        _segmenter = Segmenter.Load(language, models);
        _lemmatizer = Lemmatizer.Load(language);
        _model = SentenceModel.Load(models);
        ModelVersion = models.Version;

        // Records are read without chains: whoever asks for none neither waits for their weights nor names them.
        _chains = new Lazy<ChainReader>(() => ChainReader.Load(models));
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
    /// <param name="titleEnd">Where a title that the text begins with ends: a semicolon in it sets two headlines apart.</param>
    public Document Analyze(string text, int titleEnd = 0)
    {
        var document = _segmenter.Segment(text, titleEnd);
        _model.Analyze(document);
        document.Lemmas = _lemmatizer.Lemmas(document);
        document.ChainReader = _chains;
        return document;
    }
}
