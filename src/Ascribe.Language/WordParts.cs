namespace Ascribe.Language;

/// <summary>Where a language cuts words: clitics, contractions, elisions, prefixes and units (lexicon <c>word-parts</c>).</summary>
internal sealed class WordParts
{
    private const int LongestPart = 12;

    private readonly Dictionary<string, int> _contractions = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _contraction;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _clitic, _elision, _prefix, _unit;
    private readonly List<string> _negations = [];

    private WordParts()
    {
        _contraction = _contractions.GetAlternateLookup<ReadOnlySpan<char>>();
        _clitic = Set();
        _elision = Set();
        _prefix = Set();
        _unit = Set();

        static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Set() =>
            new HashSet<string>(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static WordParts Load(string language)
    {
        var parts = new WordParts();
        foreach (var cells in WordList.Read(language, "word-parts", 2))
        {
            var part = cells[0];
            switch (cells[1])
            {
                // Clitics and elisions are kept without their apostrophe, which has several shapes in texts.
                case "clitic": parts._clitic.Add(part.AsSpan(1)); break;
                case "elision": parts._elision.Add(part.AsSpan(1)); break;
                case "negation": parts._negations.Add(part); break;
                case "prefix": parts._prefix.Add(part); break;
                case "unit": parts._unit.Add(part); break;
                case "contraction":
                    parts._contractions[part.Replace("|", "", StringComparison.Ordinal)] = part.IndexOf('|', StringComparison.Ordinal);
                    break;
                default: throw new InvalidDataException($"lexicons/{language}/word-parts.tsv: '{cells[1]}' is no kind of part.");
            }
        }

        return parts;
    }

    /// <summary>Length of the first part of a contraction ("cannot": 3), or 0.</summary>
    public int CutOf(ReadOnlySpan<char> word) => word.Length <= LongestPart && _contraction.TryGetValue(word, out var cut) ? cut : 0;

    /// <param name="letters">The letters after an apostrophe.</param>
    public bool IsClitic(ReadOnlySpan<char> letters) => letters.Length <= LongestPart && _clitic.Contains(letters);

    /// <param name="letters">The letters after an apostrophe.</param>
    public bool IsElision(ReadOnlySpan<char> letters) => letters.Length <= LongestPart && _elision.Contains(letters);

    public bool IsPrefix(ReadOnlySpan<char> letters) => letters.Length <= LongestPart && _prefix.Contains(letters);

    public bool IsUnit(ReadOnlySpan<char> letters) => letters.Length <= LongestPart && _unit.Contains(letters);

    /// <summary>
    /// How many letters before the apostrophe belong to a negation that ends the word ("do" + "n't": 1), or 0.
    /// </summary>
    /// <param name="before">The letters before the apostrophe.</param>
    /// <param name="after">The letters after it.</param>
    public int NegationStart(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        foreach (var negation in _negations)
        {
            var apostrophe = negation.IndexOf('\'', StringComparison.Ordinal);
            if (after.Equals(negation.AsSpan(apostrophe + 1), StringComparison.OrdinalIgnoreCase)
                && before.EndsWith(negation.AsSpan(0, apostrophe), StringComparison.OrdinalIgnoreCase)) return apostrophe;
        }

        return 0;
    }
}
