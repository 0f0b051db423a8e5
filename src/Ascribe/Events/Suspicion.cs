using Ascribe.Language;

namespace Ascribe.Events;

/// <summary>Whether those who are named as doers are only suspected: "suspected militants", "Syrian or Russian jets".</summary>
internal sealed class Suspicion(Document document, ResponsibilityWords words)
{
    /// <summary>"Suspected militants" are militants: the basis says that they are suspected.</summary>
    public TokenRange Without(TokenRange tokens) =>
        words.Suspicions.Longest(document, tokens.First) is { } word && word.Tokens.End < tokens.End ? new TokenRange(word.Tokens.End, tokens.End) : tokens;

    /// <summary>"suspected Islamic State militants", and of two who are told with "or" each.</summary>
    public bool IsOn(int agent)
    {
        var phrase = document.NounPhrase(agent);
        for (var t = Math.Max(document.SentenceTokens(document.SentenceOf(agent)).First, phrase.First - 1); t < agent; t++)
        {
            if (words.Suspicions.Longest(document, t) is not null) return true;
        }

        // "men suspected of planning"
        foreach (var child in document.Children(agent))
        {
            if (child > agent && document[child] is { Relation: Dependency.Acl, Tag: PartOfSpeech.VBN } && words.Suspicions.Longest(document, child) is not null) return true;
        }

        return IsOneOf(agent) || document[agent].Relation is Dependency.Amod or Dependency.Compound && document[agent].Head >= 0 && IsOneOf(document[agent].Head);
    }

    /// <summary>"was apparently kidnapped by", "killed, presumably by rebels", "may have been rebels".</summary>
    public bool IsOn(int agent, EventMention mention)
    {
        if (IsOn(agent) || IsDoubted(mention.Head)) return true;

        // "the army reportedly launched an attack", "such attacks are usually carried out by rebels"
        if (document[mention.Head] is { Relation: Dependency.Obj or Dependency.NsubjPass, Head: >= 0 and var governor } && document[mention.Head].Tag.IsNoun() && IsDoubted(governor)) return true;
        if (document[mention.Head].Relation == Dependency.Xcomp && words.Doubts.Longest(document, document[mention.Head].Head) is not null) return true;
        var before = document.Child(agent, Dependency.Case) is >= 0 and var preposition && preposition < agent ? preposition - 1 : document.NounPhrase(agent).First - 1;
        return before >= 0 && document.SentenceOf(before) == document.SentenceOf(agent) && words.Doubts.Longest(document, before) is not null;
    }

    /// <summary>"apparently", "may", "whether" before the word that they hang on.</summary>
    public bool IsDoubted(int word)
    {
        foreach (var child in document.Children(word))
        {
            if (child < word && document[child].Relation is Dependency.Advmod or Dependency.Aux or Dependency.AuxPass or Dependency.Cop or Dependency.Mark && words.Doubts.Longest(document, child) is not null) return true;
        }

        return false;
    }

    /// <summary>"Suspected militants killed …" at the head of a sentence, where the parse takes the first word for its verb.</summary>
    public int SuspectBefore(EventMention mention)
    {
        var verb = mention.Tokens.First;
        var first = document.SentenceTokens(mention.Sentence).First;
        if (document[verb].Tag != PartOfSpeech.VBD || verb - first is < 2 or > 5 || !document[verb - 1].Tag.IsNoun() || words.Suspicions.Longest(document, first) is null) return -1;
        return verb - 1;
    }

    /// <summary>"Syrian or Russian jets", "the army or its allies": the noun or a word before it is one of several that "or" joins.</summary>
    private bool IsOneOf(int head)
    {
        if (IsJoined(head)) return true;
        foreach (var child in document.Children(head))
        {
            if (child < head && document[child].Relation is Dependency.Amod or Dependency.Compound && IsJoined(child)) return true;
        }

        return false;
    }

    /// <summary>The parse hangs the conjunction on the second of the two.</summary>
    private bool IsJoined(int head)
    {
        if (document[head].Relation == Dependency.Conj && HasAlternative(head)) return true;
        foreach (var child in document.Children(head))
        {
            if (document[child].Relation == Dependency.Conj && HasAlternative(child)) return true;
        }

        return false;
    }

    private bool HasAlternative(int conjunct)
    {
        foreach (var child in document.Children(conjunct))
        {
            if (document[child].Relation == Dependency.Cc && words.Alternatives.Longest(document, child) is not null) return true;
        }

        return false;
    }
}
