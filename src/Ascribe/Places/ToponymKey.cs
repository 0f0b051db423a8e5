using System.Globalization;
using System.Text;

namespace Ascribe.Places;

/// <summary>
/// The form under which gazetteers keep and find a name: lower case, without diacritics, apostrophes and full stops, hyphens as blanks,
/// "st" as "saint". "Hīt" and "Hit", "Tel Aviv-Yafo" and "tel aviv yafo", "St. John's" and "Saint Johns" are one.
/// </summary>
internal static class ToponymKey
{
    /// <summary>Names longer than this are not kept and not looked for.</summary>
    public const int MaxLength = 60;

    private const int TableEnd = 0x250;
    private static readonly string[] s_folded = BuildTable();

    /// <summary>Writes the key of a name.</summary>
    /// <returns>Number of characters written; 0 where the name has none that count or is too long.</returns>
    public static int Write(ReadOnlySpan<char> name, Span<char> key)
    {
        var length = 0;
        var wordStart = 0;
        foreach (var c in name)
        {
            if (c is ' ' or '-' or '\u00A0' or '‐' or '‑' or '–' or '—' or '/' or '\n' or '\r' or '\t' or ',')
            {
                EndWord(key, ref length, ref wordStart);
                if (length > 0 && key[length - 1] != ' ' && length < MaxLength) key[length++] = ' ';
                wordStart = length;
                continue;
            }

            if (length >= MaxLength - 4) return 0;
            if (c is >= 'a' and <= 'z' or >= '0' and <= '9')
            {
                key[length++] = c;
            }
            else if (c is >= 'A' and <= 'Z')
            {
                key[length++] = (char)(c | 0x20);
            }
            else if (c < TableEnd)
            {
                foreach (var f in s_folded[c]) key[length++] = f;
            }
            else
            {
                length += FoldFar(c, key[length..]);
            }
        }

        EndWord(key, ref length, ref wordStart);
        while (length > 0 && key[length - 1] == ' ') length--;
        return length;
    }

    /// <summary>The key as a string; empty where there is none.</summary>
    public static string Of(ReadOnlySpan<char> name)
    {
        Span<char> key = stackalloc char[MaxLength];
        return key[..Write(name, key)].ToString();
    }

    /// <summary>The key without an Arabic article, assimilated or not; empty where it has none.</summary>
    public static ReadOnlySpan<char> WithoutArticle(ReadOnlySpan<char> key)
    {
        var blank = key.IndexOf(' ');
        return blank is 2 or 3 && key.Length >= 6 && IsArticle(key[..blank]) ? key[(blank + 1)..] : [];
    }

    /// <summary>True for "al", "ash" and the other forms of the Arabic article.</summary>
    public static bool IsArticle(ReadOnlySpan<char> word) => word is "al" or "el" or "ar" or "as" or "ad" or "an" or "at" or "az" or "ash" or "adh";

    private static void EndWord(Span<char> key, ref int length, ref int wordStart)
    {
        var word = key[wordStart..length];
        var full = word switch
        {
            "st" or "ste" => "saint",
            "mt" => "mount",
            "ft" => "fort",
            _ => null,
        };
        if (full is null || wordStart + full.Length > MaxLength) return;
        full.CopyTo(key[wordStart..]);
        length = wordStart + full.Length;
    }

    private static int FoldFar(char c, Span<char> key)
    {
        if (char.IsSurrogate(c)) return 0;
        switch (CharUnicodeInfo.GetUnicodeCategory(c))
        {
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.ModifierLetter or UnicodeCategory.ModifierSymbol
                or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.Format
                or UnicodeCategory.OtherPunctuation or UnicodeCategory.Control:
                return 0;
        }

        if (c is >= '\u1E00' and <= '\u1EFF')
        {
            var parts = c.ToString().Normalize(NormalizationForm.FormD);
            key[0] = char.ToLowerInvariant(parts[0]);
            return 1;
        }

        key[0] = c switch
        {
            // Spellings of one Arabic letter on different keyboards; Cyrillic io is mostly written as ie.
            'أ' or 'إ' or 'آ' => 'ا',
            'ى' or 'ي' => 'ی',
            'ك' => 'ک',
            'ة' => 'ه',
            'ё' or 'Ё' => 'е',
            _ => char.ToLowerInvariant(c),
        };
        return 1;
    }

    private static string[] BuildTable()
    {
        var table = new string[TableEnd];
        for (var c = 0; c < TableEnd; c++)
        {
            table[c] = (char)c switch
            {
                'ß' => "ss",
                'æ' or 'Æ' => "ae",
                'œ' or 'Œ' => "oe",
                'ø' or 'Ø' => "o",
                'ł' or 'Ł' => "l",
                'đ' or 'Đ' or 'ð' or 'Ð' => "d",
                'ħ' or 'Ħ' => "h",
                'ı' => "i",
                'þ' or 'Þ' => "th",
                '&' => "&",
                var other when char.IsLetterOrDigit(other) => Plain(other),
                _ => "",
            };
        }

        return table;

        static string Plain(char c)
        {
            var first = c.ToString().Normalize(NormalizationForm.FormD)[0];
            return char.IsLetterOrDigit(first) ? char.ToLowerInvariant(first).ToString() : "";
        }
    }
}
