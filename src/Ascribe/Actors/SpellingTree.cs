using Ascribe.Language;
using Ascribe.Lexicons;

namespace Ascribe.Actors;

/// <summary>
/// The names of the actor table that are written from another script, by the keys of their words: "Harakat Hizballah an-Nujaba" is found where the
/// table has "Harakat Hezbollah al-Nujaba". A name is here when one of its words stands in transliterations.tsv and it has two words besides
/// articles; a key that two actors share finds neither.
/// </summary>
internal sealed class SpellingTree
{
    private const int MaxKey = 64;

    private readonly Transliterations _spellings;
    private readonly LetterTree _keys;
    private readonly NamedActor?[] _actors;

    public SpellingTree(Transliterations spellings, IEnumerable<(string Name, NamedActor Actor)> names)
    {
        _spellings = spellings;
        var byKey = new Dictionary<string, NamedActor?>(StringComparer.Ordinal);
        foreach (var (name, actor) in names)
        {
            if (KeyOf(name) is not { } key) continue;
            byKey[key] = byKey.TryGetValue(key, out var other) && other != actor ? null : actor;
        }

        _keys = new LetterTree(byKey.Keys);
        _actors = new NamedActor?[_keys.Count];
        foreach (var (key, actor) in byKey)
        {
            var node = 0;
            foreach (var letter in key) node = _keys.Next(node, letter);
            _actors[node] = actor;
        }
    }

    /// <summary>The longest name that begins at the token, written with a capital, within the sentence; or null.</summary>
    public (TokenRange Tokens, NamedActor Actor)? Longest(Document document, int token, int sentenceEnd)
    {
        if (!char.IsUpper(document[token].Text[0])) return null;
        (TokenRange, NamedActor)? best = null;
        Span<char> key = stackalloc char[MaxKey];
        var node = 0;
        for (var t = token; t < sentenceEnd; t++)
        {
            var view = document[t];
            if (view.Form == "-" || t > token && IsArticle(document, t, sentenceEnd)) continue;
            if (view.Tag == PartOfSpeech.POS || !char.IsLetterOrDigit(view.Form[0])) return best;
            if (t > token && (node = _keys.Next(node, ' ')) < 0) return best;
            _spellings.WriteKey(view.Form, key, out var length);
            if (length == 0) return best;
            foreach (var letter in key[..length])
            {
                node = _keys.Next(node, letter);
                if (node < 0) return best;
            }

            if (_actors[node] is { } actor) best = (new TokenRange(token, t + 1), actor);
        }

        return best;
    }

    private bool IsArticle(Document document, int t, int sentenceEnd) => _spellings.IsArticle(
        document[t].Form, document[t - 1].Form == "-" && !document[t].SpaceBefore || t + 1 < sentenceEnd && document[t + 1].Form == "-" && !document[t + 1].SpaceBefore);

    /// <summary>The keys of the words with blanks between them, or null for a name that is not compared by its key.</summary>
    private string? KeyOf(string name)
    {
        var parts = TokenForm.Fold(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var keys = new List<string>();
        var isWritten = false;
        Span<char> key = stackalloc char[MaxKey];
        foreach (var part in parts)
        {
            var words = part.Split('-', StringSplitOptions.RemoveEmptyEntries);
            foreach (var word in words)
            {
                if (_spellings.IsArticle(word, words.Length > 1)) continue;
                isWritten |= _spellings.WriteKey(word, key, out var length);
                if (length == 0) return null;
                keys.Add(key[..length].ToString());
            }
        }

        return isWritten && keys.Count > 1 ? string.Join(' ', keys) : null;
    }
}
