using Ascribe.Language;
using Ascribe.Reports;

namespace Ascribe.Claims;

/// <summary>
/// Finds a speaker by the order of words, where it tells more surely than the parse ("…, police said on Friday", "…, said the
/// minister, who …"): long sentences with the cue at their end are where parses go astray.
/// </summary>
internal sealed class SpeakerByOrder(Document document, QuotationMarks quotes, ClaimWords words, Segments segments, SpeakerNouns nouns)
{
    /// <summary>A phrase between a comma and its cue is no longer than this.</summary>
    private const int LongestSegment = 14;

    /// <summary>The speaker that the order of words tells, or nobody.</summary>
    public SpeakerPhrase At(CueSite site)
    {
        if (BehindRelative(site) is { IsNobody: false } described) return described;
        if (BehindCircumstance(site) is { IsNobody: false } apposed) return apposed;
        if (BeforeReserve(site) is { IsNobody: false } reserved) return reserved;
        if (site.Entry.Frame is CueFrame.Clause or CueFrame.Addressed)
        {
            if (site.Entry.Frame == CueFrame.Clause && Inverted(site) is { IsNobody: false } inverted) return inverted;
            if (Postposed(site) is { IsNobody: false } postposed) return postposed;
        }

        return BehindAnd(site);
    }

    /// <summary>"The video, whose origin could not be verified, shows …", "The Front, a faction of the Army (FA), claimed …": the sentence's first phrase, with a relative clause or an apposition between it and its verb.</summary>
    private SpeakerPhrase BehindRelative(CueSite site)
    {
        var close = site.Cue.First - 1;
        if (close <= site.Sentence.First || document[close].Tag != PartOfSpeech.Comma || site.Entry.Frame != CueFrame.Object && EndsAfter(site)) return SpeakerPhrase.Nobody;
        var open = segments.End(site.Sentence.First, close);
        if (open + 1 >= close || segments.End(open + 1, close) < close || !(document[open + 1].Tag is PartOfSpeech.WP or PartOfSpeech.WPS or PartOfSpeech.WDT || IsApposition(open + 1, close, site))) return SpeakerPhrase.Nobody;
        var phrase = new TokenRange(site.Sentence.First, open);
        if (phrase.IsEmpty || phrase.Count > LongestSegment || Segments.IsFinite(document, phrase) || !nouns.StartsNoun(document[phrase.First])) return SpeakerPhrase.Nobody;
        var head = nouns.HeadOf(phrase, site.Verb);
        return head < 0 ? SpeakerPhrase.Nobody : new SpeakerPhrase(phrase, head, false);
    }

    /// <summary>"Speaking to the agency, Ali Hassan, a shopkeeper, said …": the name behind a circumstance and before an apposition, on whatever the parse hangs them.</summary>
    private SpeakerPhrase BehindCircumstance(CueSite site)
    {
        var close = site.Cue.First - 1;
        if (close <= site.Sentence.First || document[close].Tag != PartOfSpeech.Comma || quotes.IsInside(close)) return SpeakerPhrase.Nobody;
        if (document[site.Sentence.First].Tag is not (PartOfSpeech.IN or PartOfSpeech.VBG or PartOfSpeech.VBN or PartOfSpeech.VBD)) return SpeakerPhrase.Nobody;
        var open = close - 1;
        while (open > site.Sentence.First && !segments.IsBreak(open)) open--;
        var first = open;
        while (first > site.Sentence.First && !segments.IsBreak(first - 1)) first--;
        if (first == site.Sentence.First || first == open || segments.End(site.Sentence.First, first) != first - 1 || close - open > LongestSegment || !nouns.StartsNoun(document[open + 1])) return SpeakerPhrase.Nobody;
        var name = new TokenRange(first, open);
        for (var t = first; t < open; t++)
        {
            if (!document[t].Tag.IsProperNoun() && document[t].Tag != PartOfSpeech.HYPH) return SpeakerPhrase.Nobody;
        }

        // "At least ten had died, Ali Hassan, a shopkeeper, said.": what he says stands before him.
        if (EndsAfter(site) && Segments.IsFinite(document, new TokenRange(site.Sentence.First + 1, first))) return SpeakerPhrase.Nobody;
        if (Segments.IsFinite(document, new TokenRange(open + 1, close)) || nouns.IsDay(first)) return SpeakerPhrase.Nobody;
        var head = nouns.HeadOf(name, site.Verb);
        return head < 0 ? SpeakerPhrase.Nobody : new SpeakerPhrase(new TokenRange(first, close), head, false);
    }

    /// <summary>"An officer who would not be named said": a verb of saying right behind that of a relative clause is the speaker's, and a finite verb opens no clause of its own there.</summary>
    private SpeakerPhrase BeforeReserve(CueSite site)
    {
        if (site.Cue.First != site.Verb || document[site.Verb].Tag is not (PartOfSpeech.VBD or PartOfSpeech.VBZ or PartOfSpeech.VBP) || site.Cue.First - 1 <= site.Sentence.First || !document[site.Cue.First - 1].Tag.IsVerb()) return SpeakerPhrase.Nobody;
        var pronoun = site.Cue.First - 1;
        while (pronoun > site.Sentence.First && !segments.IsBreak(pronoun) && document[pronoun].Tag is not (PartOfSpeech.WP or PartOfSpeech.WDT)) pronoun--;
        if (document[pronoun].Tag is not (PartOfSpeech.WP or PartOfSpeech.WDT) || !Segments.IsFinite(document, new TokenRange(pronoun, site.Cue.First)) || nouns.Antecedent(pronoun) is var head && head == pronoun) return SpeakerPhrase.Nobody;
        return new SpeakerPhrase(new TokenRange(document.NounPhrase(head).First, site.Cue.First), head, EndsAfter(site) && document.NounPhrase(head).First > site.Sentence.First && segments.IsBreak(document.NounPhrase(head).First - 1));
    }

    /// <summary>"…," said the minister, a member of …</summary>
    private SpeakerPhrase Inverted(CueSite site)
    {
        if (site.Cue.First == site.Sentence.First || !segments.IsBreak(site.Cue.First - 1) || site.Words.End >= site.Sentence.End) return SpeakerPhrase.Nobody;
        if (site.Cue.First != site.Verb || document[site.Verb].Tag == PartOfSpeech.VBG) return SpeakerPhrase.Nobody;

        // "The group, however, denied the charge": the subject stands before its verb, and nothing is said before it.
        if (document.Child(site.Verb, Dependency.Nsubj) is >= 0 and var subject && subject < site.Verb && !IsQuotedBefore(site) && !Segments.IsFinite(document, new TokenRange(site.Sentence.First, site.Cue.First)))
            return SpeakerPhrase.Nobody;
        var first = site.Words.End;
        if (!nouns.StartsNoun(document[first])) return SpeakerPhrase.Nobody;
        var end = segments.End(first, site.Sentence.End);
        if (nouns.IsDay(first) && (first + 1 == end || !document[first + 1].Tag.IsNoun())) return SpeakerPhrase.Nobody;
        var described = first + 1;
        while (described < end && document[described].Tag is not (PartOfSpeech.WP or PartOfSpeech.WDT)) described++;

        // "said an officer who asked not to be named": what describes the speaker has a verb of its own.
        var segment = new TokenRange(first, described);
        if (segment.Count > LongestSegment || Segments.IsFinite(document, segment)) return SpeakerPhrase.Nobody;
        end = nouns.WithoutDay(first, end);
        var head = nouns.HeadOf(new TokenRange(first, end), site.Verb);

        // "…, the chief of police, said Tuesday": a day says nothing.
        if (head < 0 || nouns.IsDay(head)) return SpeakerPhrase.Nobody;

        // ", a spokesman for the ministry"
        if (end < site.Sentence.End && document[end].Tag == PartOfSpeech.Comma && end + 1 < site.Sentence.End && nouns.StartsNoun(document[end + 1]) && document[end + 1].Tag != PartOfSpeech.PRP)
        {
            var close = segments.End(end + 1, site.Sentence.End);
            if (!Segments.IsFinite(document, new TokenRange(end, close)) && close - end <= LongestSegment && !quotes.IsInside(end + 1)) end = nouns.WithoutDay(end + 1, close);
        }

        return new SpeakerPhrase(new TokenRange(first, end), head, true);
    }

    /// <summary>"…, a police spokesman said on Friday": between a comma and the cue stands a phrase, and no clause behind it.</summary>
    private SpeakerPhrase Postposed(CueSite site)
    {
        if (!EndsAfter(site)) return SpeakerPhrase.Nobody;
        var first = site.Cue.First;
        while (first > site.Sentence.First && !segments.IsBreak(first - 1)) first--;
        if (first == site.Cue.First) return BehindApposition(site);
        if (first == site.Sentence.First) return WithoutComma(site);
        var segment = new TokenRange(first, site.Cue.First);
        if (segment.Count > LongestSegment || Segments.IsFinite(document, segment)) return WithoutComma(site);

        // ", a charge that Israel denied", ", a charge Israel denied": a relative clause of its own.
        if (document[site.Verb] is { Relation: Dependency.AclRelcl, Head: var noun } && segment.Contains(noun) && document.Child(site.Verb, Dependency.Nsubj) > noun) return SpeakerPhrase.Nobody;
        for (var t = first + 1; t < site.Cue.First; t++)
        {
            if (words.Is(t, ClaimWordUse.That) || document[t].Tag is PartOfSpeech.WDT or PartOfSpeech.WP) return SpeakerPhrase.Nobody;
        }

        // "Gen. Ali, the spokesman for the army, said": the commas are inside the phrase. Of two subjects that the parse sees, the nearer one speaks.
        var subject = -1;
        foreach (var child in document.Children(site.Verb))
        {
            if (child < site.Verb && document[child].Relation == Dependency.Nsubj) subject = child;
        }

        if (subject >= 0 && subject < first && !quotes.IsInside(subject))
        {
            var phrase = nouns.Phrase(subject, site);
            if (phrase.First == site.Sentence.First && segments.End(site.Words.End, site.Sentence.End) == site.Sentence.End) return SpeakerPhrase.Nobody;
            if (phrase.First > site.Sentence.First && segments.IsBreak(phrase.First - 1) && phrase.Count <= 2 * LongestSegment && document[subject].Tag is not (PartOfSpeech.WP or PartOfSpeech.WDT))
                return new SpeakerPhrase(phrase, subject, true);
        }

        if (!nouns.StartsNoun(document[first])) return SpeakerPhrase.Nobody;
        var head = nouns.HeadOf(segment, site.Verb);
        return head < 0 ? SpeakerPhrase.Nobody : new SpeakerPhrase(segment, head, true);
    }

    /// <summary>"…, an official, who gave no name, said": the phrase before the words between the last two commas.</summary>
    private SpeakerPhrase BehindApposition(CueSite site)
    {
        var close = site.Cue.First - 1;
        if (close <= site.Sentence.First || document[close].Tag != PartOfSpeech.Comma) return SpeakerPhrase.Nobody;
        var open = close - 1;
        while (open > site.Sentence.First && !segments.IsBreak(open)) open--;
        var first = open;
        while (first > site.Sentence.First && !segments.IsBreak(first - 1)) first--;
        if (first == site.Sentence.First || first == open || document[open].Tag != PartOfSpeech.Comma || close - open > LongestSegment) return SpeakerPhrase.Nobody;
        var segment = new TokenRange(first, open);
        if (segment.Count > LongestSegment || Segments.IsFinite(document, segment) || !nouns.StartsNoun(document[first])) return SpeakerPhrase.Nobody;
        var head = nouns.HeadOf(segment, site.Verb);
        return head < 0 ? SpeakerPhrase.Nobody : new SpeakerPhrase(new TokenRange(first, close), head, true);
    }

    /// <summary>"A mine killed two men the governor said": copy that lost its comma. A clause stands before a noun phrase and the cue.</summary>
    private SpeakerPhrase WithoutComma(CueSite site)
    {
        var first = nouns.NominalFirst(site.Cue.First, site.Sentence.First);

        // "… the Monitor for Human Rights said"
        if (first < site.Cue.First && first - 1 > site.Sentence.First && document[first - 1].Tag == PartOfSpeech.IN && nouns.NominalFirst(first - 1, site.Sentence.First) is var wider && wider < first - 1
            && document[wider].Tag == PartOfSpeech.DT) first = wider;
        if (first == site.Cue.First || first <= site.Sentence.First + 2) return SpeakerPhrase.Nobody;
        if (document[first - 1].Tag is PartOfSpeech.WP or PartOfSpeech.WDT or PartOfSpeech.WRB or PartOfSpeech.IN or PartOfSpeech.CC or PartOfSpeech.TO) return SpeakerPhrase.Nobody;
        if (!Segments.IsFinite(document, new TokenRange(site.Sentence.First, first))) return SpeakerPhrase.Nobody;
        var tokens = new TokenRange(first, site.Cue.First);
        var head = nouns.HeadOf(tokens, site.Verb);
        return head < 0 ? SpeakerPhrase.Nobody : new SpeakerPhrase(tokens, head, true);
    }

    /// <summary>"The army said it had killed ten near Goma and officials said …": the parse joins the second speaker to a noun of what the first one says.</summary>
    private SpeakerPhrase BehindAnd(CueSite site)
    {
        if (site.Entry.Frame is not (CueFrame.Clause or CueFrame.Addressed) || document[site.Verb] is not { Relation: Dependency.Conj or Dependency.Ccomp, Tag: PartOfSpeech.VBD or PartOfSpeech.VBZ or PartOfSpeech.VBP } || document.Child(site.Verb, Dependency.Nsubj) >= 0) return SpeakerPhrase.Nobody;
        var phrase = nouns.NounsBefore(site);
        if (phrase.IsEmpty || phrase.First <= site.Sentence.First || site.Words.End >= site.Sentence.End || segments.IsBreak(site.Words.End)) return SpeakerPhrase.Nobody;
        var head = nouns.HeadOf(phrase, site.Verb);
        if (head < 0 || !document[head].Tag.IsNoun() || document[phrase.First - 1].Tag != PartOfSpeech.CC || document[head] is not { Relation: Dependency.Conj, Head: >= 0 and var joined } || joined >= phrase.First || joined < document[site.Verb].Head) return SpeakerPhrase.Nobody;
        return new SpeakerPhrase(phrase, head, false);
    }

    /// <summary>", a faction of the army,": a noun phrase with a name of its own, which is not the verb's subject.</summary>
    private bool IsApposition(int first, int close, CueSite site)
    {
        if (document[first].Tag != PartOfSpeech.DT || !words.Is(first, ClaimWordUse.Article) && document[site.Verb].Relation != Dependency.Acl || site.IsPassive) return false;
        var segment = new TokenRange(first, close);
        return !Segments.IsFinite(document, segment) && document.Child(site.Verb, Dependency.Nsubj) is var subject && (subject < 0 || segment.Contains(subject));
    }

    /// <summary>Nothing but the sentence's end, a mark, or words of circumstance stand behind the cue.</summary>
    private bool EndsAfter(CueSite site)
    {
        var next = site.Words.End;
        if (next >= site.Sentence.End) return true;
        if (document[next].Tag == PartOfSpeech.Colon || quotes.Opens(next)) return false;
        var end = segments.End(next, site.Sentence.End);
        if (Segments.IsFinite(document, new TokenRange(next, end))) return false;
        if (end < site.Sentence.End && (document[end].Tag == PartOfSpeech.Colon || quotes.Opens(end))) return false;
        if (end == next) return !(end + 1 < site.Sentence.End && quotes.Opens(end + 1) && site.Cue.First - 1 >= site.Sentence.First && !quotes.Closes(site.Cue.First - 1) && document[end].Tag == PartOfSpeech.Comma && !IsQuotedBefore(site));
        var token = document[next];
        if (site.Entry.Frame == CueFrame.Addressed && (nouns.StartsNoun(token) || token.Tag == PartOfSpeech.PRP)) return true;
        return token.Tag is PartOfSpeech.IN or PartOfSpeech.RB && !words.Is(next, ClaimWordUse.That) || nouns.IsDay(next) || words.Is(next, ClaimWordUse.To) && next + 1 < end && document[next + 1].Tag != PartOfSpeech.VB;
    }

    private bool IsQuotedBefore(CueSite site)
    {
        for (var t = site.Cue.First - 1; t >= site.Sentence.First; t--)
        {
            if (quotes.Closes(t)) return true;
        }

        return false;
    }
}
