using Ascribe.Language;
using Ascribe.Lexicons;
using Ascribe.Ontology;

namespace Ascribe.Events;

/// <summary>Finds which act is said to answer which: "air strikes in retaliation for rocket attacks". The two are never one incident.</summary>
internal sealed class AnswerReader(EventTypes types, EventLexicon lexicon)
{
    /// <summary>So many words after the cue the answered act is looked for; the answering one as far on the other side.</summary>
    private const int Reach = 12;

    private readonly PhraseMatcher<bool> _cues = new();

    public void Add(string phrase) => _cues.Add(phrase, true);

    public IReadOnlyList<AnswerPair> Read(Document document, IReadOnlyList<EventMention> found)
    {
        var pairs = new List<AnswerPair>();
        var last = -1;
        foreach (var mention in found)
        {
            if (mention.Sentence == last || !types.IsViolence(mention.Type)) continue;
            last = mention.Sentence;
            foreach (var cue in _cues.All(document, document.SentenceTokens(last)))
            {
                if (PairAt(document, found, cue.Tokens) is { } pair) pairs.Add(pair);
            }
        }

        return pairs;
    }

    /// <summary>True when the mention and one of the incident's answer each other.</summary>
    public static bool Parts(IReadOnlyList<AnswerPair> pairs, Incident incident, EventMention mention)
    {
        foreach (var pair in pairs)
        {
            if (pair.Answering == mention && pair.Answered is { } answered && incident.Mentions.Contains(answered)) return true;
            if (pair.Answered == mention && incident.Mentions.Contains(pair.Answering)) return true;
        }

        return false;
    }

    private AnswerPair? PairAt(Document document, IReadOnlyList<EventMention> found, TokenRange cue)
    {
        var sentence = document.SentenceOf(cue.First);
        var names = document[cue.End - 1].Tag is PartOfSpeech.IN or PartOfSpeech.TO
            || cue.End < document.Count && document[cue.End].Tag is PartOfSpeech.IN or PartOfSpeech.TO && document[cue.End].Form != "by";
        EventMention? before = null;
        EventMention? answered = null;
        EventMention? means = null;
        EventMention? after = null;
        foreach (var mention in found)
        {
            if (mention.Sentence != sentence || !types.IsViolence(mention.Type)) continue;
            if (IsMeans(document, cue, mention)) means ??= mention;
            else if (document[mention.Head] is { Relation: Dependency.Obj, Head: var verb } && cue.Contains(verb)) answered ??= mention;
            else if (mention.Head < cue.First) before = mention.Head >= cue.First - 2 * Reach ? mention : before;
            else if (names && answered is null && mention.Head >= cue.End && mention.Head <= cue.End + Reach) answered = mention;
            else if (answered is null || document[mention.Head].Relation != Dependency.Conj || document[mention.Head].Head != answered.Head) after ??= mention;
        }

        if (means is not null) return new AnswerPair(means, answered ?? before);
        return (before ?? after) is { } answering ? new AnswerPair(answering, answered) : null;
    }

    /// <summary>"responded with air strikes", "retaliated by shelling": the act that the verb is done with.</summary>
    private bool IsMeans(Document document, TokenRange cue, EventMention mention)
    {
        if (!document[cue.First].Tag.IsVerb() || document[mention.Head].Head != cue.First) return false;
        var preposition = document.Child(mention.Head, document[mention.Head].Tag.IsVerb() ? Dependency.Mark : Dependency.Case);
        return preposition > cue.First && lexicon.RoleOf(document[preposition].Form) is PrepositionRole.Weapon or PrepositionRole.Agent;
    }
}
