using Ascribe.Language.Languages;

namespace Ascribe.Lab.Training;

/// <summary>A sentence of a known language.</summary>
/// <param name="Language">ISO 639-1 code.</param>
internal sealed record LanguageSentence(string Language, string Text)
{
    public LanguageSample Sample { get; } = new(Text);

    /// <summary>Lines of a language code, a tab and a sentence.</summary>
    public static IEnumerable<LanguageSentence> Read(string path)
    {
        foreach (var line in CorpusFiles.Lines(path))
        {
            if (line.Split('\t', 2) is [var language, var text]) yield return new LanguageSentence(language, text);
        }
    }
}
