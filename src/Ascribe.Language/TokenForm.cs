using System.Globalization;
using System.Text;

namespace Ascribe.Language;

/// <summary>
/// The folded form of a word, against which lexicons and models are matched: lower case, compatibility variants and diacritics removed
/// ("Diyālá" and "diyala" are one), typographic quotes and dashes made plain.
/// </summary>
public static class TokenForm
{
    public static string Fold(ReadOnlySpan<char> word)
    {
        var plain = true;
        foreach (var c in word)
        {
            if (c is >= 'a' and <= 'z' or >= '0' and <= '9' or '-' or '\'' or '.' or ',') continue;
            plain = false;
            break;
        }

        return plain ? word.ToString() : FoldSlowly(word.ToString());
    }

    private static string FoldSlowly(string word)
    {
        var ascii = true;
        foreach (var c in word) ascii &= c < 128;
        if (ascii) return word.ToLowerInvariant();
        string parts;
        try
        {
            parts = word.Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            // An unpaired surrogate or U+FFFE has no normal form.
            parts = word;
        }

        var folded = new StringBuilder(parts.Length);
        foreach (var c in parts)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark) continue;
            folded.Append(c switch
            {
                '‘' or '’' or '‛' or 'ʼ' or 'ʻ' or '`' or '´' => '\'',
                '“' or '”' or '„' or '‟' or '«' or '»' => '"',
                '‐' or '‑' or '‒' or '–' => '-',
                '—' or '―' => '—',
                _ => char.ToLowerInvariant(c),
            });
        }

        return folded.Length == 0 ? word : folded.ToString();
    }
}
