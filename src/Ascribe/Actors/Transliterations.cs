using Ascribe.Lexicons;

namespace Ascribe.Actors;

/// <summary>Makes one key of the spellings of a word that is written in Latin letters from another script: "Kata'ib" and "Kataeb", "Husayn" and "Hossein".</summary>
internal sealed class Transliterations
{
    private const int MaxLetters = 40;
    private const int Alphabet = 26;

    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _wordOf;

    /// <summary>By a letter from a to z: the letter of the key.</summary>
    private readonly char[] _single = new char[Alphabet];

    /// <summary>By two letters from a to z: the letter of the key, or 0.</summary>
    private readonly char[] _double = new char[Alphabet * Alphabet];

    private readonly HashSet<string> _articles = new(StringComparer.Ordinal);
    private readonly HashSet<string> _bound = new(StringComparer.Ordinal);

    private Transliterations()
    {
        _wordOf = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < Alphabet; i++) _single[i] = (char)('a' + i);
    }

    private enum RowKind : byte
    {
        Word,
        Article,
        Bound,
        Letters,
    }

    /// <exception cref="InvalidDataException">A line is malformed; the message names it.</exception>
    public static Transliterations Load(string language)
    {
        var lexicon = new Transliterations();
        foreach (var row in LexiconTable.Load(language + "/transliterations.tsv").Rows)
        {
            var (kind, key) = (row.Value("kind", RowKind.Word), row["key"]);
            if (kind == RowKind.Word) lexicon._words[key] = key;
            foreach (var spelling in row["spellings"].Split('|', StringSplitOptions.RemoveEmptyEntries))
            {
                switch (kind)
                {
                    case RowKind.Article:
                        lexicon._articles.Add(spelling);
                        break;
                    case RowKind.Bound:
                        lexicon._bound.Add(spelling);
                        break;
                    case RowKind.Letters:
                        if (spelling.Length > 2 || !spelling.All(char.IsAsciiLetterLower)) throw row.Error($"'{spelling}': one or two letters from a to z are expected.");
                        if (spelling.Length == 1) lexicon._single[spelling[0] - 'a'] = key[0];
                        else lexicon._double[(spelling[0] - 'a') * Alphabet + spelling[1] - 'a'] = key[0];
                        break;
                    default:
                        if (!lexicon._words.TryAdd(spelling, key) && lexicon._words[spelling] != key) throw row.Error($"'{spelling}' is a spelling of two words.");
                        break;
                }
            }
        }

        return lexicon;
    }

    /// <summary>True for an article, which keys leave out.</summary>
    /// <param name="form">The folded word.</param>
    /// <param name="hyphened">True when a hyphen stands before or behind it.</param>
    public bool IsArticle(string form, bool hyphened) => _articles.Contains(form) || hyphened && _bound.Contains(form);

    /// <summary>Writes the key of a folded word; what is no letter or digit is left out.</summary>
    /// <param name="form">The folded word.</param>
    /// <param name="key">Room for at least as many letters as the word has, or for the longest key of the lexicon.</param>
    /// <param name="length">How many letters of <paramref name="key"/> were written; 0 for a word of more than 40 letters.</param>
    /// <returns>True when the word stands in the lexicon.</returns>
    public bool WriteKey(ReadOnlySpan<char> form, Span<char> key, out int length)
    {
        length = 0;
        Span<char> letters = stackalloc char[MaxLetters];
        var count = 0;
        foreach (var c in form)
        {
            if (!char.IsLetterOrDigit(c)) continue;
            if (count == MaxLetters) return false;
            letters[count++] = c;
        }

        letters = letters[..count];
        if (_wordOf.TryGetValue(letters, out var known))
        {
            known.CopyTo(key);
            length = known.Length;
            return true;
        }

        for (var i = 0; i < letters.Length;)
        {
            var (letter, read) = Read(letters[i..]);
            i += read;
            // Doubled letters are one.
            if (length == 0 || key[length - 1] != letter) key[length++] = letter;
        }

        // "Shariah", "Harakah": the h that ends a feminine word is often left out.
        if (length > 2 && key[length - 1] == 'h' && key[length - 2] is 'a' or 'i') length--;
        return false;
    }

    /// <summary>The letter of the key for the next one or two letters of a word, and how many they were.</summary>
    private (char Letter, int Read) Read(ReadOnlySpan<char> letters)
    {
        var first = letters[0];
        if (!char.IsAsciiLetterLower(first)) return (first, 1);
        if (letters.Length > 1 && char.IsAsciiLetterLower(letters[1]) && _double[(first - 'a') * Alphabet + letters[1] - 'a'] is > '\0' and var two) return (two, 2);
        return (_single[first - 'a'], 1);
    }
}
