using Ascribe.Language.Languages;
using Ascribe.Language.Models;

namespace Ascribe.Language;

/// <summary>
/// Tells in which language a text is written: by its script, and among the languages of a script by character n-grams and words.
/// Thread-safe; load it once and share it. A text costs no more than its first 2,048 UTF-16 code units would.
/// </summary>
public sealed class LanguageIdentifier
{
    private readonly LanguageModel _model;

    internal LanguageIdentifier(LanguageModel model) => _model = model;

    /// <summary>The ISO 639-1 codes of the languages that are told apart, in order.</summary>
    public IReadOnlyList<string> Languages => [.. _model.Languages];

    /// <param name="modelsDirectory">A folder of models to use in place of the embedded ones, or null.</param>
    /// <exception cref="InvalidDataException">The model is missing, damaged or of another format; the message says which.</exception>
    public static LanguageIdentifier Load(string? modelsDirectory = null) =>
        new(ModelStore.Open(LanguageModel.Language, modelsDirectory).Read(LanguageModel.FileName, LanguageModel.Read));

    /// <summary>
    /// The ISO 639-1 code of the likeliest language; null where nothing can be told: no letters, or a script of none of the <see cref="Languages"/>.
    /// Never throws for any content, unpaired surrogates among it.
    /// </summary>
    public string? Identify(string text) => Identify(text, out _);

    /// <inheritdoc cref="Identify(string)"/>
    /// <param name="text">Any text.</param>
    /// <param name="confidence">The probability (0 to 1) of the language among those of its script; 0 where none was told.</param>
    public string? Identify(string text, out double confidence)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = _model.Identify(new LanguageSample(text));
        confidence = found?.Probability ?? 0;
        return found?.Language;
    }
}
