using System.Globalization;
using System.Text;

namespace Ascribe.Language;

/// <summary>Classes of characters as the tokenizer and the sentence splitter see them.</summary>
internal static class Characters
{
    /// <summary>White space, control characters and the invisible separators (zero-width space, word joiner, byte order mark).</summary>
    public static bool IsBlank(char c) => c <= ' ' || (c >= '\x7f' && (char.IsWhiteSpace(c) || char.IsControl(c) || c is '\u200b' or '\u2060' or '\ufeff'));

    public static bool IsApostrophe(char c) => c is '\'' or '’' or '`' or 'ʼ' or '‘' or '´';

    public static bool IsHyphen(char c) => c is '-' or '‐' or '‑';

    /// <summary>Opening brackets and quotes; the straight quotes open and close.</summary>
    public static bool IsOpener(char c) => c is '"' or '\'' or '(' or '[' or '{' or '<' or '“' or '‘' or '«' or '‹' or '„' or '`' or '¿' or '¡';

    /// <summary>Closing brackets and quotes; the straight quotes open and close.</summary>
    public static bool IsCloser(char c) => c is '"' or '\'' or ')' or ']' or '}' or '>' or '”' or '’' or '»' or '›';

    /// <summary>
    /// How many units from <paramref name="i"/> are one letter, figure or mark that builds words: 0, 1, or 2 for a surrogate pair.
    /// </summary>
    public static int WordUnits(string text, int i, int end)
    {
        var c = text[i];
        if (c < 128) return char.IsAsciiLetterOrDigit(c) ? 1 : 0;
        if (char.IsHighSurrogate(c) && i + 1 < end && char.IsLowSurrogate(text[i + 1]))
            return IsWord(Rune.GetUnicodeCategory(new Rune(c, text[i + 1]))) ? 2 : 0;
        return IsWord(char.GetUnicodeCategory(c)) || c is '\u00ad' or '\u200c' or '\u200d' ? 1 : 0;
    }

    private static bool IsWord(UnicodeCategory category) =>
        category is <= UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber;
}
