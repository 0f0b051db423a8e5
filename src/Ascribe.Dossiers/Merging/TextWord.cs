namespace Ascribe.Dossiers.Merging;

/// <summary>A word of a report as merging compares it.</summary>
/// <param name="Form">In small letters, without a possessive ending.</param>
/// <param name="Hash">Of the form; see <see cref="TextWords.HashOf"/>.</param>
/// <param name="Start">Offset in the text.</param>
/// <param name="End">Offset behind the word.</param>
/// <param name="IsCapital">Written with a first capital.</param>
internal readonly record struct TextWord(string Form, uint Hash, int Start, int End, bool IsCapital)
{
    public bool IsNumber => char.IsAsciiDigit(Form[0]);
}
