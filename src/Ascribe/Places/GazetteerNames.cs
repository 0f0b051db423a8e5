using Ascribe.Lexicons;

namespace Ascribe.Places;

/// <summary>Under which keys the names of an entry of GeoNames are found.</summary>
internal static class GazetteerNames
{
    /// <summary>Words that a division's name is also kept without: "province", "departamento de".</summary>
    private static readonly string[] s_generic =
    [
        .. LexiconTable.Load("en/place-words.tsv").Rows
            .Where(r => r["class"] is "province" or "district" or "town")
            .Select(r => r["phrase"].Replace("/n", "", StringComparison.Ordinal)),
    ];

    /// <summary>
    /// Alternate names in Latin, Cyrillic and Arabic letters that hold a capital where there are any: GeoNames writes mechanical
    /// transliterations in small letters. Codes of airports (three capitals) are none.
    /// </summary>
    public static bool IsUseful(ReadOnlySpan<char> name)
    {
        if (name.Length is < 3 or > ToponymKey.MaxLength - 4) return false;
        var hasCapital = false;
        var isCode = name.Length <= 4;
        foreach (var c in name)
        {
            if (char.IsDigit(c) || c is '(' or '[' or ';' or '"') return false;
            if (char.IsLetter(c) && c is not (< '\u0250' or (>= '\u0400' and <= '\u04FF') or (>= '\u0600' and <= '\u06FF') or (>= '\u1E00' and <= '\u1EFF'))) return false;
            hasCapital |= char.IsUpper(c);
            isCode &= char.IsAsciiLetterUpper(c);
        }

        return !isCode && (hasCapital || name[0] is >= '\u0600' and <= '\u06FF');
    }

    /// <summary>The key of a division's name without the word for what it is: "anbar" for "anbar province".</summary>
    public static string WithoutGenericWord(string key)
    {
        foreach (var generic in s_generic)
        {
            if (key.EndsWith(generic, StringComparison.Ordinal) && key.Length > generic.Length && key[^(generic.Length + 1)] == ' ') key = key[..^(generic.Length + 1)];
            else if (key.StartsWith(generic, StringComparison.Ordinal) && key.Length > generic.Length && key[generic.Length] == ' ') key = key[(generic.Length + 1)..];
        }

        return key;
    }
}
