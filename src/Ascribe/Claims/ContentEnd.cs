using Ascribe.Language;
using Ascribe.Reports;

namespace Ascribe.Claims;

/// <summary>Finds where what is said behind a cue ends: at the next cue, the next speaker, or the medium that it was said by.</summary>
internal sealed class ContentEnd(Document document, QuotationMarks quotes, Segments segments, CueLexicon lexicon, ClaimWords words, MediaFinder media)
{
    /// <summary>A speaker between the end and its verb of saying takes no more words than this.</summary>
    private const int LongestPhrase = 10;

    /// <summary>
    /// Where what is said behind the cue ends: with the sentence, where the cue is on its main line; else with the cue's own clause. A
    /// further cue of the same speaker (", adding that …", "and called for …") ends it, too.
    /// </summary>
    public int Of(CueSite site, int first)
    {
        var end = site.Sentence.End;
        if (site.IsStray) return end;
        if (site.Entry.Frame == CueFrame.Object || !site.Entry.IsClaim || !IsOnMainLine(site.Verb)) end = Math.Max(Math.Min(end, document.Subtree(site.Verb).End), first + 1);
        for (var t = first + 1; t < end - 1; t++)
        {
            // "“… react,” the paper reported": the comma stands inside the quotation.
            if (quotes.Closes(t) && document[t - 1].Tag == PartOfSpeech.Comma && EndsWithRelay(t + 1, site.Sentence.End)) return t + 1;
            if (quotes.IsInside(t)) continue;
            var token = document[t];
            if (token.Form == ";" && (site.Entry.Frame == CueFrame.Object || OpensClaim(t + 1, end))) return t;
            if (site.Entry.Frame == CueFrame.Object && OpensMedium(t, end) || OpensNamingOfCharge(t, end)) return t;
            if (token.Tag == PartOfSpeech.Comma && t + 2 < end && document[t + 1].Tag == PartOfSpeech.IN && document[t + 2].Tag == PartOfSpeech.VBG && lexicon.CueAt(document, t + 2) is { Value: { IsClaim: true, Frame: not CueFrame.According } }) return t;
            if (token.Tag == PartOfSpeech.Comma && document[t + 1].Tag == PartOfSpeech.VBG && lexicon.CueAt(document, t + 1) is { Value: { IsClaim: true, Frame: not CueFrame.According } }) return t;
            if (token.Tag == PartOfSpeech.Comma && OpensAnswer(t + 1, end)) return t;
            if (token.Tag == PartOfSpeech.Comma && EndsWithRelay(t + 1, site.Sentence.End) && !(OpensAccording(t + 1, end) && t == first + 1 && document[first].Relation == Dependency.Mark)) return t;
            if (token.Tag == PartOfSpeech.VBG && OpensAdding(t, end) || JoinsClaim(t, end)) return t;
            if ((token.Tag == PartOfSpeech.CC || token.Relation == Dependency.Mark) && document[t - 1].Tag == PartOfSpeech.Comma && OpensClaim(t + 1, end)) return t - 1;
            if (token.Tag == PartOfSpeech.CC && t > first && OpensVerbOfClaim(t + 1, end)) return document[t - 1].Tag == PartOfSpeech.Comma ? t - 1 : t;
            if (token.Tag == PartOfSpeech.Comma && ConjunctionBehindTime(t + 1, end) is >= 0 and var then && (OpensClaim(then + 1, end) || document[first].Tag == PartOfSpeech.VBG)) return t;
            if (token.Tag == PartOfSpeech.CC && ClaimVerb(t + 1, end) is >= 0 and var joined && document[joined].Head == site.Verb
                && (document[joined].Relation == Dependency.Conj || document[joined].Relation == Dependency.Ccomp && document.Child(joined, Dependency.Nsubj) < 0)) return t;
        }

        return end;
    }

    /// <summary>"According to the army, rebels did it, but residents say soldiers did": where a clause ends before another's claim, or the end.</summary>
    public int BeforeNextClaim(int first, int end)
    {
        for (var t = first + 1; t < end - 1; t++)
        {
            if (quotes.IsInside(t)) continue;
            var isJoined = document[t].Form == ";" || document[t].Tag == PartOfSpeech.Comma && (document[t + 1].Tag == PartOfSpeech.CC || document[t + 1].Relation == Dependency.Mark);
            if (isJoined && OpensClaim(document[t].Form == ";" ? t + 1 : t + 2, end)) return t;
        }

        return end;
    }

    /// <summary>"…, which the army denied": what is denied is all that was said before.</summary>
    private bool OpensAnswer(int pronoun, int end) =>
        document[pronoun] is { Tag: PartOfSpeech.WDT, Relation: Dependency.Obj, Head: var verb } && verb > pronoun && verb < end && lexicon.CueAt(document, verb) is { Value: { IsClaim: true, Stance: Stance.Denies or Stance.Confirms } };

    private bool OpensAccording(int token, int end) => token + 1 < end && words.Is(token, ClaimWordUse.According) && words.Is(token + 1, ClaimWordUse.To);

    /// <summary>"… noting that five were wounded", without its comma.</summary>
    private bool OpensAdding(int token, int end) =>
        token + 1 < end && words.Is(token + 1, ClaimWordUse.That) && !document[token - 1].Tag.IsPunctuation() && document[token - 1].Tag is not (PartOfSpeech.IN or PartOfSpeech.CC)
        && lexicon.CueAt(document, token) is { Value: { IsClaim: true, Frame: CueFrame.Clause } adds } && (adds.Use == CueUse.Adding || document[token].Relation == Dependency.Advcl);

    /// <summary>"… and officials said", "… while the army denied it", without a comma: the word joins a verb of saying with a speaker of its own.</summary>
    private bool JoinsClaim(int token, int end)
    {
        var verb = document[token].Head;
        if (verb <= token + 1 || verb >= end || document[token].Tag != PartOfSpeech.CC && !words.Is(token, ClaimWordUse.Contrast)) return false;
        if (document[verb].Relation is not (Dependency.Conj or Dependency.Advcl or Dependency.Parataxis) || document.Child(verb, Dependency.Nsubj) is not (>= 0 and var subject) || subject < token || subject > verb) return false;
        return OpensClaim(token + 1, end) && lexicon.CueAt(document, verb) is { Value.IsClaim: true };
    }

    /// <summary>"… and called for", "… but now says": a further verb of saying of the same speaker.</summary>
    private bool OpensVerbOfClaim(int from, int end)
    {
        while (from < end && document[from].Tag == PartOfSpeech.RB) from++;
        return from < end && document[from] is { Relation: Dependency.Conj, Tag: PartOfSpeech.VBD or PartOfSpeech.VBN or PartOfSpeech.VBZ or PartOfSpeech.VBP, Head: >= 0 and var first } && document.Child(from, Dependency.AuxPass) < 0
            && (document[from].Tag != PartOfSpeech.VBN || document[first].Tag is PartOfSpeech.VBD) && lexicon.CueAt(document, from) is { Value.IsClaim: true };
    }

    /// <summary>
    /// ", hours after the army said", ", a day before rebels claimed": the word that opens the clause behind a length of time; -1: none. Behind a mere deed ("denied
    /// kidnapping a nurse, hours after police arrested a man") the report itself tells when that was.
    /// </summary>
    private int ConjunctionBehindTime(int from, int end)
    {
        var t = from;
        while (t < Math.Min(end, from + 4) && (document[t].Tag.IsNoun() || document[t].Tag is PartOfSpeech.DT or PartOfSpeech.CD or PartOfSpeech.RB or PartOfSpeech.JJ)) t++;
        return t > from && t < end && document[t].Tag == PartOfSpeech.IN && document[t - 1].Relation is Dependency.OblUnmarked or Dependency.NmodUnmarked or Dependency.Obl && !words.Is(t, ClaimWordUse.That) ? t : -1;
    }

    /// <summary>", the agency reported", ", according to the agency", ", writes the paper": what stands before is theirs.</summary>
    private bool EndsWithRelay(int from, int end)
    {
        if (from + 1 >= end) return false;
        if (OpensAccording(from, end) || ClosesWithClaim(from, end)) return true;
        if (document[from].Tag is not (PartOfSpeech.VBZ or PartOfSpeech.VBD) || lexicon.CueAt(document, from) is not { Value: { IsClaim: true, Frame: CueFrame.Clause } } cue) return false;
        var close = segments.End(cue.Tokens.End, end);
        return cue.Tokens.End < close && lexicon.VoiceAt(document, close - 1) is Voice.Document && !Segments.IsFinite(document, new TokenRange(cue.Tokens.End, close));
    }

    /// <summary>", Mr. Reza said.", ", the paper has learnt.": a noun phrase and a verb of saying end the sentence, and all of it is theirs.</summary>
    private bool ClosesWithClaim(int from, int end)
    {
        var isPerfect = document[end - 1].Tag == PartOfSpeech.VBN && document[end - 2] is { Relation: Dependency.Aux, Head: var said } && said == end - 1;
        if (!isPerfect && document[end - 1].Tag is not (PartOfSpeech.VBD or PartOfSpeech.VBZ) || end - 1 == from || end - from > LongestPhrase) return false;
        for (var t = from; t < end - (isPerfect ? 2 : 1); t++)
        {
            // "the Ministry of Defence"
            if (document[t].Tag == PartOfSpeech.IN && t > from && document[t - 1].Tag.IsProperNoun() && document[t + 1].Tag.IsProperNoun()) continue;
            if (!document[t].Tag.IsNoun() && !document[t].Tag.IsAdjective() && document[t].Tag is not (PartOfSpeech.DT or PartOfSpeech.PRP or PartOfSpeech.PRPS or PartOfSpeech.POS)) return false;
        }

        return lexicon.CueAt(document, end - 1) is { Value: { IsClaim: true, Frame: CueFrame.Clause } };
    }

    /// <summary>"Israel, which denied the charge, struck …": what a relative clause says ends at the comma before the main verb.</summary>
    public int BeforeMainVerb(int first, int end)
    {
        for (var t = first + 1; t + 1 < end; t++)
        {
            if (document[t].Tag == PartOfSpeech.Comma && !quotes.IsInside(t) && document[t + 1].Tag is PartOfSpeech.VBD or PartOfSpeech.VBN or PartOfSpeech.VBZ or PartOfSpeech.VBP or PartOfSpeech.MD) return t;
        }

        return end;
    }

    /// <summary>", but the coalition said": the first finite verb behind is a verb of saying with a speaker of its own.</summary>
    private bool OpensClaim(int from, int end) => ClaimVerb(from, end) >= 0;

    /// <summary>The verb of <see cref="OpensClaim"/>, or -1.</summary>
    private int ClaimVerb(int from, int end)
    {
        var longest = Math.Min(end, from + LongestPhrase);
        for (var t = from; t < longest; t++)
        {
            // "while Ivan Petrov, the mayor, said"
            if (t > from && EndOfApposition(t, end) is var close && close > t)
            {
                t = close;
                longest = Math.Min(end, close + LongestPhrase);
                continue;
            }

            if (document[t].Tag is PartOfSpeech.MD || segments.IsBreak(t)) return -1;
            if (document[t].Tag is not (PartOfSpeech.VBD or PartOfSpeech.VBZ or PartOfSpeech.VBP)) continue;
            var verb = document[t] is { Relation: Dependency.Aux, Head: var said } && said > t ? said : t;
            return t > from && lexicon.CueAt(document, verb) is { Value: { IsClaim: true, Frame: CueFrame.Clause or CueFrame.Addressed or CueFrame.Object } } ? verb : -1;
        }

        return -1;
    }

    /// <summary>The comma that closes the apposition which the token, a comma, opens; -1: none.</summary>
    private int EndOfApposition(int comma, int end)
    {
        if (document[comma].Tag != PartOfSpeech.Comma || !document[comma - 1].Tag.IsNoun()) return -1;
        var close = segments.End(comma + 1, end);
        if (close + 1 >= end || document[close].Tag != PartOfSpeech.Comma || close - comma > LongestPhrase) return -1;
        for (var t = comma + 1; t < close; t++)
        {
            if (document[t].Tag.IsVerb() || document[t].Tag == PartOfSpeech.MD) return -1;
            if (document[t] is { Relation: Dependency.Appos, Head: var named } && named < comma) return close;
        }

        return -1;
    }

    /// <summary>", a charge that …": an apposition that names the whole.</summary>
    private bool OpensNamingOfCharge(int token, int end) =>
        document[token].Tag == PartOfSpeech.Comma && token + 2 < end && document[token + 1].Tag == PartOfSpeech.DT
        && lexicon.CueAt(document, token + 2) is { Value.Frame: CueFrame.Noun };

    /// <summary>"in a statement", "on Twitter" at the end: the way it was said, not what.</summary>
    private bool OpensMedium(int token, int end)
    {
        if (!words.Is(token, ClaimWordUse.Medium) || document[token].Tag != PartOfSpeech.IN) return false;
        for (var t = token + 1; t < Math.Min(end, token + 5) && (document[t].Tag.IsNoun() || document[t].Tag.IsAdjective() || document[t].Relation == Dependency.Amod || document[t].Tag is PartOfSpeech.DT or PartOfSpeech.PRPS or PartOfSpeech.POS); t++)
        {
            // "an attack on a magazine": what hangs on a noun is part of what is said; "the bombing of the bank in a statement" is not.
            if (words.Is(token, ClaimWordUse.Agent) && lexicon.IsAgent(document, t)) return false;
            if (lexicon.VoiceAt(document, t) is Voice.Document || media.OutletOf(t) >= 0) return document[t].Relation != Dependency.Nmod || (words.Is(token, ClaimWordUse.Platform) ? document[t].Tag.IsProperNoun() && lexicon.IsMeans(document, t) : words.Is(token, ClaimWordUse.Agent) || IsOneOfMany(token + 1));
        }

        return false;
    }

    /// <summary>"a statement", "its agency": named for the first time.</summary>
    private bool IsOneOfMany(int determiner) => words.Is(determiner, ClaimWordUse.Article) || document[determiner].Tag == PartOfSpeech.PRPS;

    /// <summary>The verb is its sentence's main verb, joined to it, or what stands before or around it is what is said.</summary>
    private bool IsOnMainLine(int verb)
    {
        // "An officer who would not be named said": the parse hangs the main verb on the relative clause.
        if (document[verb] is { Relation: Dependency.Xcomp, Tag: PartOfSpeech.VBD or PartOfSpeech.VBZ or PartOfSpeech.VBP }) return true;
        for (var steps = 0; steps < 10; steps++)
        {
            var token = document[verb];
            if (token.Head < 0) return true;
            if (token.Relation is Dependency.Parataxis or Dependency.Advcl && token.Head < verb || token.Relation is Dependency.Conj or Dependency.Ccomp or Dependency.Xcomp) verb = token.Head;
            else return false;
        }

        return false;
    }
}
