namespace Ascribe.Dossiers.Merging;

/// <summary>Cuts a text into words and numbers. Coarser than the reader's tokens and much faster: merging looks at nothing but forms.</summary>
internal static class TextWords
{
    public static List<TextWord> Of(string text)
    {
        var words = new List<TextWord>(text.Length / 6);
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }

            var start = at;
            while (at < text.Length && (char.IsLetterOrDigit(text[at]) || Joins(text, at))) at++;
            var end = at;
            if (end - start > 2 && text[end - 1] is 's' or 'S' && text[end - 2] is '\'' or '’') end -= 2;
            var form = text[start..end].ToLowerInvariant();
            words.Add(new TextWord(form, HashOf(form), start, end, char.IsUpper(text[start])));
        }

        return words;
    }

    /// <summary>FNV-1a over UTF-16 code units, 32 bits.</summary>
    public static uint HashOf(ReadOnlySpan<char> form)
    {
        var hash = 2166136261u;
        foreach (var c in form) hash = (hash ^ c) * 16777619u;
        return hash;
    }

    /// <summary>A hash for several in this order.</summary>
    public static uint Join(uint first, uint second) => (first * 31 + second) * 2654435761u ^ first >> 15;

    /// <summary>An apostrophe between letters; a point, comma or colon between digits.</summary>
    private static bool Joins(string text, int at) => at > 0 && at + 1 < text.Length
        && (text[at] is '\'' or '’' && char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1])
            || text[at] is '.' or ',' or ':' && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]));
}
