namespace Ascribe.Language;

/// <summary>
/// The dictionary form of each word by its folded form and tag: the irregular ones of lexicon <c>lemmas</c>, else the rule of lexicon
/// <c>lemma-rules</c> with the longest ending, else the form itself. Lemmas are folded like forms. Pure and thread-safe.
/// </summary>
internal sealed class Lemmatizer
{
    private const int LongestEnding = 10;

    private readonly Dictionary<(string Form, PartOfSpeech Tag), string> _exceptions = [];
    private readonly Dictionary<string, (int Cut, string Ending)>?[] _rules = new Dictionary<string, (int Cut, string Ending)>?[PartsOfSpeech.Count];
    private readonly Dictionary<string, (int Cut, string Ending)>.AlternateLookup<ReadOnlySpan<char>>[] _ruleOf =
        new Dictionary<string, (int Cut, string Ending)>.AlternateLookup<ReadOnlySpan<char>>[PartsOfSpeech.Count];

    private Lemmatizer()
    {
    }

    /// <exception cref="InvalidDataException">A lexicon is malformed; the message names it.</exception>
    public static Lemmatizer Load(string language)
    {
        var lemmatizer = new Lemmatizer();
        foreach (var cells in WordList.Read(language, "lemmas", 3))
        {
            foreach (var tag in Tags(cells[1], "lemmas")) lemmatizer._exceptions[(cells[0], tag)] = cells[2];
        }

        foreach (var cells in WordList.Read(language, "lemma-rules", 3))
        {
            if (cells[1].Length is 0 or > LongestEnding)
                throw new InvalidDataException($"lexicons/{language}/lemma-rules.tsv: the ending '{cells[1]}' needs 1 to {LongestEnding} letters.");
            foreach (var tag in Tags(cells[0], "lemma-rules"))
            {
                var rules = lemmatizer._rules[(int)tag] ??= new Dictionary<string, (int, string)>(StringComparer.Ordinal);
                rules[cells[1]] = (cells[1].Length, cells[2]);
                lemmatizer._ruleOf[(int)tag] = rules.GetAlternateLookup<ReadOnlySpan<char>>();
            }
        }

        return lemmatizer;

        IEnumerable<PartOfSpeech> Tags(string cell, string name)
        {
            foreach (var word in cell.Split(' '))
            {
                var tag = PartsOfSpeech.Parse(word);
                if (tag == PartOfSpeech.Unknown) throw new InvalidDataException($"lexicons/{language}/{name}.tsv: '{word}' is no tag.");
                yield return tag;
            }
        }
    }

    /// <summary>One lemma a token.</summary>
    public string[] Lemmas(Document document)
    {
        var lemmas = new string[document.Count];
        for (var t = 0; t < lemmas.Length; t++)
        {
            var (word, tag) = (document.Words[t], document.Tags[t]);
            if (word.Lemma(tag) is not { } lemma) word.Remember(tag, lemma = Lemma(word.Form, tag));
            lemmas[t] = lemma;
        }

        return lemmas;
    }

    /// <param name="form">The folded form.</param>
    public string Lemma(string form, PartOfSpeech tag)
    {
        if (_exceptions.TryGetValue((form, tag), out var lemma)) return lemma;
        if (_rules[(int)tag] is null) return form;
        for (var length = Math.Min(LongestEnding, form.Length); length > 0; length--)
        {
            if (!_ruleOf[(int)tag].TryGetValue(form.AsSpan(form.Length - length), out var rule)) continue;
            return string.Concat(form.AsSpan(0, form.Length - rule.Cut), rule.Ending);
        }

        return form;
    }
}
