using Ascribe.Actors;
using Ascribe.Language;
using Ascribe.Lexicons;

namespace Ascribe.Lab.Muc4;

/// <summary>Finds the phrases of a document that may fill slots.</summary>
internal static class PhraseFinder
{
    private static readonly Lazy<HashSet<string>> s_agents = new(() =>
        [.. LexiconTable.Load("en/agents.tsv").Rows.SelectMany(r => new[] { r["noun"], r["plural"] }).Where(n => n.Length > 0)]);

    private static readonly Lazy<ActorTable> s_actors = new(() => ActorTable.Load("en"));

    private static readonly Lazy<TitleLexicon> s_titles = new(() => TitleLexicon.Load("en"));

    public static IReadOnlyList<Phrase> Find(Document document, int bodyStart)
    {
        var found = new List<Phrase>();
        for (var t = bodyStart; t < document.Count; t++)
        {
            if (!IsHead(document, t)) continue;
            var tokens = Trim(document, document.NounPhrase(t));
            if (tokens.IsEmpty || tokens.First < bodyStart) continue;
            AddModifiers(document, t, tokens, found);
            Add(document, t, tokens, found);
        }

        return found;
    }

    /// <summary>Names and nouns in front of the head that may be somebody or something by themselves: "Shining Path terrorists", "bomb blast".</summary>
    private static void AddModifiers(Document document, int head, TokenRange tokens, List<Phrase> found)
    {
        var first = tokens.First;
        for (var t = tokens.First; t < tokens.End && t < head; t++)
        {
            if (s_actors.Value.Longest(document, t, head) is { Tokens: { Count: > 1 } name })
            {
                // A known name, whatever its words are tagged: "Shining Path".
                t = name.End - 1;
                found.Add(new Phrase(found.Count, document.SentenceOf(t), t, name, name) { IsModifier = true });
                continue;
            }

            if (document[t].Tag == PartOfSpeech.NN && document[t].Relation is Dependency.Compound or Dependency.NmodPoss)
                found.Add(new Phrase(found.Count, document.SentenceOf(t), t, TokenRange.Of(t), default) { IsModifier = true });
            if (!document[t].Tag.IsProperNoun()) continue;
            first = t;
            while (t + 1 < head && document[t + 1].Tag.IsProperNoun()) t++;
            if (t + 1 == head && document[head].Tag.IsProperNoun()) break;
            found.Add(new Phrase(found.Count, document.SentenceOf(t), t, new TokenRange(first, t + 1), new TokenRange(first, t + 1)) { IsModifier = true });
        }
    }

    private static bool IsHead(Document document, int token)
    {
        var tag = document[token].Tag;
        if (!tag.IsNoun() && !(tag is PartOfSpeech.CD or PartOfSpeech.JJ or PartOfSpeech.FW or PartOfSpeech.VBG or PartOfSpeech.VBN && document[token].Relation is Dependency.Nsubj or Dependency.NsubjPass or Dependency.Obj or Dependency.OblAgent)) return false;
        return document[token].Relation is not (Dependency.Compound or Dependency.Flat or Dependency.Fixed or Dependency.Goeswith or Dependency.NmodDesc or Dependency.Amod or Dependency.Nummod)
            || document[token].Head < 0 || !document[document[token].Head].Tag.IsNoun() && document[document[token].Head].Tag != PartOfSpeech.CD;
    }

    /// <summary>Without article, possessive, and marks.</summary>
    private static TokenRange Trim(Document document, TokenRange tokens)
    {
        var (first, end) = (tokens.First, tokens.End);
        while (first < end && (document[first].Tag is PartOfSpeech.DT or PartOfSpeech.PDT or PartOfSpeech.PRPS or PartOfSpeech.POS or PartOfSpeech.WPS or PartOfSpeech.IN or PartOfSpeech.CC || document[first].Tag.IsPunctuation())) first++;
        while (end > first && (document[end - 1].Tag is PartOfSpeech.POS || document[end - 1].Tag.IsPunctuation())) end--;
        return new TokenRange(first, end);
    }

    private static void Add(Document document, int head, TokenRange tokens, List<Phrase> found)
    {
        var sentence = document.SentenceOf(head);
        var name = NameOf(document, tokens);
        if (name.IsEmpty || name == tokens)
        {
            found.Add(new Phrase(found.Count, sentence, head, tokens, name));
            return;
        }

        if (name.End == tokens.End && IsTitle(document, name.First - 1))
        {
            // "mayor Ruiz": what he is, and who.
            found.Add(new Phrase(found.Count, sentence, head, name, name));
            var title = new TokenRange(tokens.First, name.First);
            found.Add(new Phrase(found.Count, sentence, title.End - 1, title, default) { Describes = found.Count - 1 });
            return;
        }

        found.Add(new Phrase(found.Count, sentence, head, tokens, name));
    }

    /// <summary>The last run of proper nouns without what describes people in front of it, with the particles between them; "police officer" in capitals is none.</summary>
    private static TokenRange NameOf(Document document, TokenRange tokens)
    {
        var first = tokens.End;
        while (first > tokens.First && (document[first - 1].Tag.IsProperNoun() || s_titles.Value.IsParticle(document[first - 1].Form))) first--;
        while (first < tokens.End && IsTitle(document, first)) first++;
        if (first == tokens.End || !IsTitle(document, tokens.End - 1)) return new TokenRange(first, tokens.End);
        var own = 0;
        for (var t = first; t < tokens.End; t++)
        {
            if (!IsTitle(document, t)) own++;
        }

        // "Atlas Defence Front": a body whose last word says what it is.
        return own >= 2 ? new TokenRange(first, tokens.End) : new TokenRange(tokens.End, tokens.End);
    }

    /// <summary>"judge", "guerrilla": what a person or a body is.</summary>
    private static bool IsTitle(Document document, int token) => s_agents.Value.Contains(document[token].Form) || s_agents.Value.Contains(document[token].Lemma);
}
