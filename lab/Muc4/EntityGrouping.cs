using Ascribe.Actors;
using Ascribe.Language;

namespace Ascribe.Lab.Muc4;

/// <summary>Which phrases of a document speak of the same: one actor of the table, a name and its short form, parts of a person's name, the same noun.</summary>
internal sealed class EntityGrouping
{
    private static readonly Lazy<TitleLexicon> s_titles = new(() => TitleLexicon.Load("en"));

    private readonly IncidentText _text;
    private readonly int[] _group;
    private readonly Document _document;

    private EntityGrouping(IncidentText text)
    {
        _text = text;
        _document = text.Document;
        _group = [.. Enumerable.Range(0, text.Phrases.Count)];
    }

    public static IEnumerable<IReadOnlyList<Phrase>> Of(IncidentText text)
    {
        var grouping = new EntityGrouping(text);
        grouping.JoinKeys();
        grouping.JoinNames();
        return text.Phrases.GroupBy(p => grouping.Find(p.Index)).Select(g => g.ToList());
    }

    private void JoinKeys()
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var phrase in _text.Phrases)
        {
            var key = KeyOf(phrase);
            if (!first.TryAdd(key, phrase.Index)) Join(first[key], phrase.Index);
        }
    }

    private string KeyOf(Phrase phrase)
    {
        if (!phrase.Name.IsEmpty && phrase.Name.End == phrase.Tokens.End)
        {
            var mentions = _text.Reading.Mentions;
            var chain = mentions.ChainAt(phrase.Head);
            if (chain >= 0 && mentions.Chains[chain] is { ActorId: { } id, Kind: not ActorKind.Person and not ActorKind.State }) return "=" + id;
        }

        return (phrase.Name.IsEmpty ? "" : "#") + _document[phrase.Tokens.End - 1].Lemma.ToLowerInvariant();
    }

    private void JoinNames()
    {
        var places = _text.Reading.Mentions.Places.SelectMany(p => Enumerable.Range(p.Tokens.First, p.Tokens.Count)).ToHashSet();
        var names = _text.Phrases.Where(p => !p.Name.IsEmpty && p.Name.End == p.Tokens.End && !places.Contains(p.Tokens.End - 1)).Select(p => (p.Index, Words: Words(p.Name), Initials: Initials(p.Name))).DistinctBy(n => string.Join(' ', n.Words)).ToList();
        foreach (var (index, words, _) in names)
        {
            foreach (var (other, more, initials) in names)
            {
                if (index == other) continue;
                if (words.Length < more.Length && IsPart(words, more) && (words.Length > 1 || words[0].Length > 3) || words.Length == 1 && more.Length > 1 && words[0] == initials) Join(index, other);
            }
        }
    }

    private string[] Words(TokenRange name) => [.. Enumerable.Range(name.First, name.Count).Select(t => _document[t].Form.ToUpperInvariant())];

    /// <summary>"Oqueli" and "Hector Oqueli" of "Hector Oqueli Colindres".</summary>
    private static bool IsPart(string[] less, string[] more)
    {
        for (var i = 0; i + less.Length <= more.Length; i++)
        {
            if (less.AsSpan().SequenceEqual(more.AsSpan(i, less.Length))) return true;
        }

        return false;
    }

    /// <summary>The first letters of the words, without articles, prepositions and the particles of names: what a short form has.</summary>
    private string Initials(TokenRange name)
    {
        var letters = Enumerable.Range(name.First, name.Count)
            .Where(t => _document[t].Tag is not (PartOfSpeech.DT or PartOfSpeech.IN or PartOfSpeech.CC) && !s_titles.Value.IsParticle(_document[t].Form))
            .Select(t => char.ToUpperInvariant(_document[t].Form[0]));
        return string.Concat(letters);
    }

    private int Find(int phrase)
    {
        while (_group[phrase] != phrase) phrase = _group[phrase] = _group[_group[phrase]];
        return phrase;
    }

    private void Join(int a, int b)
    {
        (a, b) = (Find(a), Find(b));
        if (a != b) _group[Math.Max(a, b)] = Math.Min(a, b);
    }
}
