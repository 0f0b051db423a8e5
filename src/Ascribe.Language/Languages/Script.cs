namespace Ascribe.Language.Languages;

/// <summary>Scripts of the languages that are told apart. The numbers are kept in model files.</summary>
internal enum Script : byte
{
    /// <summary>No letter, or one of no script that is known here.</summary>
    None,
    Latin,
    Greek,
    Cyrillic,
    Armenian,
    Hebrew,
    Arabic,
    Devanagari,
    Bengali,
    Gurmukhi,
    Gujarati,
    Tamil,
    Telugu,
    Sinhala,
    Thai,
    Georgian,
    Ethiopic,
    Han,
    Kana,
    Hangul,
}
