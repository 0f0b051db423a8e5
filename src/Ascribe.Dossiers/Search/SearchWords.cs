using System.Globalization;
using System.Text;
using Ascribe.Lexicons;

namespace Ascribe.Dossiers.Search;

/// <summary>
/// Words as they are searched for: small letters and digits, without accents and vowel signs, so that "Diyala" finds "Diyálá". Index and check cut texts with
/// this alone, so that both find the same.
/// </summary>
internal static class SearchWords
{
    /// <summary>Words that stand in most texts; they are not searched for.</summary>
    private static readonly HashSet<string> s_passedOver = [.. LexiconTable.Load("en/search-words.tsv").Rows.Select(r => r["word"])];

    /// <summary>All words of a name.</summary>
    public static List<string> Of(string? text)
    {
        var words = new List<string>();
        if (string.IsNullOrEmpty(text)) return words;
        var word = new StringBuilder();
        foreach (var rune in (Ascii.IsValid(text) ? text : Decomposed(text)).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpacingCombiningMark)
            {
                var small = Rune.ToLowerInvariant(rune);
                if (small.IsBmp) word.Append((char)small.Value);
                else word.Append(small.ToString());
                continue;
            }

            // An accent stands within its word.
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark) continue;
            End();
        }

        End();
        return words;

        void End()
        {
            if (word.Length > 0) words.Add(word.ToString());
            word.Clear();
        }
    }

    /// <summary>The words of a text that can be searched for.</summary>
    public static List<string> Telling(string? text)
    {
        var words = Of(text);
        words.RemoveAll(s_passedOver.Contains);
        return words;
    }

    /// <summary>The words that can be searched for in words and the beginning of one: "state of em" without "of", "th" with all it begins.</summary>
    public static List<string> TellingPrefix(string text) => Of(text) is [.. var first, var last] ? [.. first.Where(w => !s_passedOver.Contains(w)), last] : [];

    /// <summary>Letters and accents apart; half a surrogate pair and U+FFFE, which have no normal form, become U+FFFD.</summary>
    private static string Decomposed(string text)
    {
        if (text.AsSpan().ContainsAnyInRange('\ud800', '\udfff')) text = string.Concat(text.EnumerateRunes());
        return text.Replace('\ufffe', '\ufffd').Normalize(NormalizationForm.FormKD);
    }
}
