using Ascribe.Language;

namespace Ascribe.Claims;

/// <summary>The nouns that may name a speaker: how far their phrase reaches, and which of its tokens carries it.</summary>
internal sealed class SpeakerNouns(Document document, ClaimWords words)
{
    /// <summary>The phrase with its appositions, but without the cue itself and what hangs on it.</summary>
    public TokenRange Phrase(int head, CueSite site)
    {
        var subtree = document.Subtree(head);
        int first = subtree.First, end = subtree.End;
        if (site.Cue.First >= first && site.Cue.First < end) (first, end) = site.Verb > head ? (first, Math.Max(head + 1, site.Cue.First)) : (Math.Min(head, site.Words.End), end);
        while (end > head + 1 && document[end - 1].Tag.IsPunctuation() && document[end - 1].Tag != PartOfSpeech.RightBracket) end--;
        while (first < head && (document[first].Tag.IsPunctuation() || document[first].Tag is PartOfSpeech.CC or PartOfSpeech.RB || words.Is(first, ClaimWordUse.That) && document[first].Tag == PartOfSpeech.IN)) first++;

        // "In answer to the raid, the minister rallied …, saying": what stands before the comma is a phrase of its own.
        if (document[first].Tag is PartOfSpeech.IN or PartOfSpeech.TO or PartOfSpeech.VBG)
        {
            for (var t = head - 1; t > first; t--)
            {
                if (document[t].Tag != PartOfSpeech.Comma) continue;
                first = t + 1;
                break;
            }
        }

        return new TokenRange(first, Math.Max(end, head + 1));
    }

    /// <summary>The noun phrase that ends right before the cue.</summary>
    public SpeakerPhrase Adjacent(CueSite site)
    {
        var first = site.Cue.First;
        while (first > site.Sentence.First && IsPhrasal(document[first - 1])) first--;
        while (first < site.Cue.First && document[first].Tag is PartOfSpeech.IN or PartOfSpeech.CC or PartOfSpeech.RB or PartOfSpeech.POS) first++;
        if (first == site.Cue.First) return SpeakerPhrase.Nobody;
        var tokens = new TokenRange(first, site.Cue.First);
        var head = HeadOf(tokens, site.Verb);
        return head < 0 ? SpeakerPhrase.Nobody : new SpeakerPhrase(tokens, head, false);
    }

    /// <summary>The nouns and their modifiers right before the cue; empty where none are.</summary>
    public TokenRange NounsBefore(CueSite site) => new(NominalFirst(site.Cue.First, site.Sentence.First), site.Cue.First);

    /// <summary>Where the nouns and their modifiers begin that end before the token; behind an article or pronoun at the latest.</summary>
    public int NominalFirst(int end, int least)
    {
        var first = end;
        while (first > least && IsNominal(document[first - 1]))
        {
            first--;
            if (document[first].Tag is PartOfSpeech.DT or PartOfSpeech.PRP or PartOfSpeech.PRPS) break;
        }

        return first;
    }

    /// <summary>"the group, which denied it", where the parse takes the clause for another's: the noun right before the pronoun; itself where none is.</summary>
    public int Antecedent(int pronoun)
    {
        var noun = pronoun - 1;
        if (noun > 0 && document[noun].Tag == PartOfSpeech.Comma) noun--;
        if (noun < document.SentenceTokens(document.SentenceOf(pronoun)).First || !document[noun].Tag.IsNoun()) return pronoun;
        while (document[noun] is { Relation: Dependency.Flat or Dependency.Compound, Head: >= 0 and var head } && document[head].Tag.IsNoun()) noun = head;
        return noun;
    }

    /// <summary>The noun that carries the phrase: one governed by the verb or from outside, else the last before a preposition.</summary>
    public int HeadOf(TokenRange tokens, int verb)
    {
        for (var t = tokens.First; t < tokens.End; t++)
        {
            if (document[t].Head != verb || !document[t].Tag.IsNoun() && document[t].Tag is not PartOfSpeech.PRP) continue;

            // "army spokesman Pascal Zagre said": of two nouns side by side the second is the name of the first.
            for (var next = t + 1; next < tokens.End && document[t].Tag == PartOfSpeech.NN; next++)
            {
                if (document[next].Head == verb && document[next].Tag.IsProperNoun() && document.NounPhrase(next).First == t + 1) return next;
            }

            return t;
        }

        for (var t = tokens.First; t < tokens.End; t++)
        {
            var token = document[t];
            if ((token.Tag.IsNoun() || token.Tag is PartOfSpeech.PRP) && !tokens.Contains(token.Head) && token.Relation is not (Dependency.Compound or Dependency.Flat or Dependency.Amod or Dependency.NmodPoss)) return t;
        }

        var last = -1;
        for (var t = tokens.First; t < tokens.End && document[t].Tag != PartOfSpeech.IN; t++)
        {
            if (document[t].Tag.IsNoun() || document[t].Tag is PartOfSpeech.PRP or PartOfSpeech.CD) last = t;
        }

        // "The general/JJ told"
        return last < 0 && !tokens.IsEmpty && document[tokens.End - 1].Tag == PartOfSpeech.JJ ? tokens.End - 1 : last;
    }

    /// <summary>Without "on Friday" or "Friday" at the end.</summary>
    public int WithoutDay(int first, int end)
    {
        if (end - 1 > first && IsDay(end - 1)) end = end - 2 > first && words.Is(end - 2, ClaimWordUse.BeforeDay) ? end - 2 : end - 1;
        for (var t = first + 1; t < end; t++)
        {
            if (words.Is(t, ClaimWordUse.Circumstance) && document[t].Tag == PartOfSpeech.IN && t + 1 < end && words.Is(t + 1, ClaimWordUse.Article)) return t;
        }

        return end;
    }

    /// <summary>A noun, or a word that may stand before one.</summary>
    public bool StartsNoun(Token token) =>
        token.Tag.IsNoun() || token.Tag.IsAdjective()
        || token.Tag is PartOfSpeech.DT or PartOfSpeech.CD or PartOfSpeech.PRP or PartOfSpeech.PRPS or PartOfSpeech.PDT && !words.Is(token.Index, ClaimWordUse.Object);

    private static bool IsNominal(Token token) =>
        token.Tag.IsNoun() || token.Tag.IsAdjective()
        || token.Tag is PartOfSpeech.DT or PartOfSpeech.CD or PartOfSpeech.PRP or PartOfSpeech.PRPS or PartOfSpeech.POS or PartOfSpeech.HYPH;

    private bool IsPhrasal(Token token) =>
        token.Tag.IsNoun() || token.Tag.IsAdjective()
        || token.Tag is PartOfSpeech.DT or PartOfSpeech.CD or PartOfSpeech.PRP or PartOfSpeech.PRPS or PartOfSpeech.POS or PartOfSpeech.IN or PartOfSpeech.HYPH && !words.Is(token.Index, ClaimWordUse.That);

    /// <summary>"Friday", where it tells when.</summary>
    public bool IsDay(int token) => document[token].Relation is Dependency.OblUnmarked or Dependency.NmodUnmarked
        || document[token].Form.EndsWith("day", StringComparison.Ordinal) && document[token].Tag.IsNoun();
}
