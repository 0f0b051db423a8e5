using Ascribe.Language;
using Ascribe.Lexicons;

namespace Ascribe.Actors;

/// <summary>The agent nouns, found by their last word.</summary>
internal sealed class AgentLexicon
{
    private readonly Dictionary<string, List<Entry>> _byLastWord = new(StringComparer.Ordinal);
    private readonly WordFilter _lastWords = new();

    private AgentLexicon()
    {
    }

    /// <summary>An agent noun in the text: its first token, the noun, and whether it stands in the plural.</summary>
    public readonly record struct Match(int First, AgentNoun Noun, bool IsPlural);

    private sealed record Entry(string[] Words, AgentNoun Noun, bool IsPlural);

    /// <exception cref="InvalidDataException">A line is malformed; the message names it.</exception>
    public static AgentLexicon Load(string language)
    {
        var lexicon = new AgentLexicon();
        foreach (var row in LexiconTable.Load(language + "/agents.tsv").Rows)
        {
            RelationKind? role = row["role"].Length == 0 ? null : row.Value("role", RelationKind.HoldsOffice);
            var noun = new AgentNoun(
                row["noun"], row.Value("kind", ActorKind.Unknown), row["sector"], row.Value("count", AgentCount.One), row["authority"] == "yes",
                role, row.Value("refers", AgentReference.None), row.Value("gender", Gender.Unknown));
            lexicon.Add(noun.Noun, new Entry([], noun, noun.Count == AgentCount.Many));
            if (row["plural"].Length > 0) lexicon.Add(row["plural"], new Entry([], noun, true));
        }

        foreach (var entries in lexicon._byLastWord.Values) entries.Sort((a, b) => b.Words.Length.CompareTo(a.Words.Length));
        return lexicon;
    }

    /// <summary>The longest agent noun that ends with the token, or null.</summary>
    public Match? EndingAt(Document document, int token)
    {
        var form = document[token].Form;
        if (!_lastWords.MayHold(form) || !_byLastWord.TryGetValue(form, out var entries)) return null;
        var start = document.SentenceTokens(document.SentenceOf(token)).First;
        foreach (var entry in entries)
        {
            var first = token - entry.Words.Length;
            if (first < start) continue;
            var fits = true;
            for (var i = 0; fits && i < entry.Words.Length; i++) fits = document[first + i].Form == entry.Words[i];
            if (fits) return new Match(first, entry.Noun, entry.IsPlural);
        }

        return null;
    }

    private void Add(string phrase, Entry entry)
    {
        // Hyphens are tokens of their own, but not after every prefix.
        AddWords(phrase.Replace("-", " - ", StringComparison.Ordinal).Replace("'s", " 's", StringComparison.Ordinal), entry);
        if (phrase.Contains('-', StringComparison.Ordinal)) AddWords(phrase, entry);
    }

    private void AddWords(string phrase, Entry entry)
    {
        var words = phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++) words[i] = TokenForm.Fold(words[i]);
        _lastWords.Add(words[^1]);
        if (!_byLastWord.TryGetValue(words[^1], out var entries)) _byLastWord[words[^1]] = entries = [];
        entries.Add(entry with { Words = words[..^1] });
    }
}
