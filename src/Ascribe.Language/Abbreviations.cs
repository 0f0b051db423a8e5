namespace Ascribe.Language;

/// <summary>The abbreviations of a language (lexicon <c>abbreviations</c>) and the words that open sentences (<c>sentence-openers</c>).</summary>
internal sealed class Abbreviations
{
    private const int LongestWord = 24;

    private readonly Dictionary<string, (AbbreviationKind Kind, bool Capital)> _kinds = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, (AbbreviationKind Kind, bool Capital)>.AlternateLookup<ReadOnlySpan<char>> _kindOf;
    private readonly Dictionary<string, bool> _openers = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, bool>.AlternateLookup<ReadOnlySpan<char>> _openerOf;

    private Abbreviations()
    {
        _kindOf = _kinds.GetAlternateLookup<ReadOnlySpan<char>>();
        _openerOf = _openers.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static Abbreviations Load(string language)
    {
        var abbreviations = new Abbreviations();
        foreach (var cells in WordList.Read(language, "abbreviations", 2))
        {
            if (!Enum.TryParse<AbbreviationKind>(cells[1], ignoreCase: true, out var kind))
                throw new InvalidDataException($"lexicons/{language}/abbreviations.tsv: '{cells[1]}' is no kind of abbreviation.");
            // Of two entries that differ in case ("No.", "no.") the one without a capital is the weaker condition.
            var capital = char.IsUpper(cells[0][0]) && !(abbreviations._kinds.TryGetValue(cells[0], out var known) && !known.Capital);
            abbreviations._kinds[cells[0]] = (kind, capital);
        }

        foreach (var cells in WordList.Read(language, "sentence-openers", 2)) abbreviations._openers[cells[0]] = cells[1] == "strong";
        return abbreviations;
    }

    /// <param name="word">The word with its full stop.</param>
    public AbbreviationKind KindOf(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestWord || !_kindOf.TryGetValue(word, out var entry)) return AbbreviationKind.None;
        return entry.Capital && !char.IsUpper(word[0]) ? AbbreviationKind.None : entry.Kind;
    }

    /// <summary>
    /// True when the word begins with a capital and is one of those that open a sentence. A word all in capitals tells less: it must be a
    /// strong opener.
    /// </summary>
    public bool Opens(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty || word.Length > LongestWord || !char.IsUpper(word[0]) || !_openerOf.TryGetValue(word, out var strong)) return false;
        return strong || word.Length == 1 || !char.IsUpper(word[1]);
    }
}
