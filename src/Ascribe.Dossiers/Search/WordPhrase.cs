namespace Ascribe.Dossiers.Search;

/// <summary>Words in a row; of the last perhaps only the beginning.</summary>
internal sealed record WordPhrase(IReadOnlyList<string> Words, bool IsPrefix)
{
    /// <summary>No name has more words.</summary>
    private const int MostWords = 64;

    /// <summary>The phrase of a name as somebody asks for it: "islamic state", "barzo*". Without a word in it, or with more than names have, it fits nothing.</summary>
    public static WordPhrase OfName(string asked) => new(SearchWords.Of(asked) is { Count: <= MostWords } words ? words : [], asked.TrimEnd().EndsWith('*'));

    /// <summary>
    /// For FTS5: what holds all of its words, in whatever order, for the index does not keep where they stand. Words are letters and digits alone, so nothing in
    /// them means anything to FTS5.
    /// </summary>
    /// <param name="mark">What stands before each word in the index.</param>
    public string Fts(string mark = "") => Words.Count == 0 ? $"\"{SearchCodes.Mark}\"" : $"({string.Join(" AND ", Words.Select(w => $"\"{mark}{w}\""))}{(IsPrefix ? " *" : "")})";

    public bool FitsName(string? name) => Fits(SearchWords.Of(name));

    /// <summary>Whether a name has these words and no others.</summary>
    public bool IsName(string? name) => Words.Count > 0 && Words.SequenceEqual(SearchWords.Of(name), StringComparer.Ordinal);

    public bool Fits(List<string> words)
    {
        if (Words.Count == 0) return false;
        for (var at = 0; at + Words.Count <= words.Count; at++)
        {
            if (StandsAt(words, at)) return true;
        }

        return false;
    }

    private bool StandsAt(List<string> words, int at)
    {
        for (var i = 0; i < Words.Count; i++)
        {
            if (IsPrefix && i + 1 == Words.Count ? !words[at + i].StartsWith(Words[i], StringComparison.Ordinal) : words[at + i] != Words[i]) return false;
        }

        return true;
    }
}
