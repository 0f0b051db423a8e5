using Ascribe.Events;
using Ascribe.Language;
using Ascribe.Reports;

namespace Ascribe.Claims;

/// <summary>
/// Finds who speaks at a cue. The order of words decides before the parse does where they tell ("…, police said on Friday", "…, said the
/// minister, who …"): long sentences with the cue at their end are where parses go astray.
/// </summary>
internal sealed class SpeakerFinder(Document document, QuotationMarks quotes, ClaimWords words)
{
    /// <summary>A phrase between a comma and its cue is no longer than this.</summary>
    private const int LongestSegment = 14;

    private readonly List<int> _subjects = [];

    public SpeakerPhrase At(CueSite site)
    {
        if (site.IsPassive)
        {
            _subjects.Clear();
            Clause.ByAgents(document, site.Verb, _subjects);
            if (_subjects.Count == 0) AddBehindBy(site);
            if (_subjects.Count == 0) return SpeakerPhrase.Nobody;
            var agent = _subjects[0];
            var by = Phrase(agent, site);
            var start = by.First < agent && document[by.First].Tag == PartOfSpeech.IN ? by.First + 1 : by.First;
            return new SpeakerPhrase(new TokenRange(start, Math.Max(agent + 1, WithoutDay(start, by.End))), agent, false);
        }

        if (BehindRelative(site) is { IsNobody: false } described) return described;
        if (BehindCircumstance(site) is { IsNobody: false } apposed) return apposed;
        if (BeforeReserve(site) is { IsNobody: false } reserved) return reserved;
        if (site.Entry.Frame is CueFrame.Clause or CueFrame.Addressed)
        {
            if (site.Entry.Frame == CueFrame.Clause && Inverted(site) is { IsNobody: false } inverted) return inverted;
            if (Postposed(site) is { IsNobody: false } postposed) return postposed;
        }

        if (BehindAnd(site) is { IsNobody: false } second) return second;
        var subject = site.IsStray ? SpeakerPhrase.Nobody : Subject(site);
        if (!subject.IsNobody) return subject;
        return site.IsStray || IsFinite(document, site.Cue) ? Adjacent(site) : SpeakerPhrase.Nobody;
    }

    /// <summary>"The army said it had killed ten near Goma and officials said …": the parse joins the second speaker to a noun of what the first one says.</summary>
    private SpeakerPhrase BehindAnd(CueSite site)
    {
        if (site.Entry.Frame is not (CueFrame.Clause or CueFrame.Addressed) || document[site.Verb] is not { Relation: Dependency.Conj or Dependency.Ccomp, Tag: PartOfSpeech.VBD or PartOfSpeech.VBZ or PartOfSpeech.VBP } || document.Child(site.Verb, Dependency.Nsubj) >= 0) return SpeakerPhrase.Nobody;
        var nouns = NounsBefore(site);
        if (nouns.IsEmpty || nouns.First <= site.Sentence.First || site.Words.End >= site.Sentence.End || IsBreak(site.Words.End)) return SpeakerPhrase.Nobody;
        var head = HeadOf(nouns, site.Verb);
        if (head < 0 || !document[head].Tag.IsNoun() || document[nouns.First - 1].Tag != PartOfSpeech.CC || document[head] is not { Relation: Dependency.Conj, Head: >= 0 and var joined } || joined >= nouns.First || joined < document[site.Verb].Head) return SpeakerPhrase.Nobody;
        return new SpeakerPhrase(nouns, head, false);
    }

    /// <summary>Whoever issues the paper: the subject of its verb.</summary>
    public SpeakerPhrase OfIssuer(int paper)
    {
        _subjects.Clear();
        Clause.Subjects(document, document[paper].Head, _subjects);
        if (_subjects.Count == 0 || _subjects[0] > paper) return SpeakerPhrase.Nobody;
        var phrase = document.NounPhrase(_subjects[0]);
        return new SpeakerPhrase(phrase, _subjects[0], false);
    }

    /// <summary>"was claimed on Monday by the group", where the parse gives the phrase no agent's role.</summary>
    private void AddBehindBy(CueSite site)
    {
        foreach (var child in document.Children(site.Verb))
        {
            if (child > site.Verb && document[child].Relation == Dependency.Obl && words.IsUnder(child, ClaimWordUse.Agent) && !IsDay(child)) _subjects.Add(child);
        }

        for (var t = site.Words.End; t < site.Sentence.End && _subjects.Count == 0 && !IsBreak(t); t++)
        {
            if (words.Is(t, ClaimWordUse.Agent) && document[t].Head is var agent && agent > t && document[agent].Tag.IsNoun() && !IsDay(agent)) _subjects.Add(agent);
        }
    }

    /// <summary>True when a finite verb or a modal stands in the tokens.</summary>
    public static bool IsFinite(Document document, TokenRange tokens)
    {
        for (var t = tokens.First; t < tokens.End; t++)
        {
            if (document[t].Tag is PartOfSpeech.VBD or PartOfSpeech.VBZ or PartOfSpeech.VBP or PartOfSpeech.MD) return true;
        }

        return false;
    }

    /// <summary>The first comma, colon, dash or quotation mark from the token on, at most the end.</summary>
    public int SegmentEnd(int from, int end)
    {
        for (var t = from; t < end; t++)
        {
            if (IsBreak(t)) return t;
        }

        return end;
    }

    public bool IsBreak(int token) =>
        document[token].Tag is PartOfSpeech.Comma or PartOfSpeech.Colon or PartOfSpeech.FullStop || document[token].Form is "," or ";" or "—" or "–" || quotes.Opens(token) || quotes.Closes(token);

    /// <summary>"…," said the minister, a member of …</summary>
    private SpeakerPhrase Inverted(CueSite site)
    {
        if (site.Cue.First == site.Sentence.First || !IsBreak(site.Cue.First - 1) || site.Words.End >= site.Sentence.End) return SpeakerPhrase.Nobody;
        if (site.Cue.First != site.Verb || document[site.Verb].Tag == PartOfSpeech.VBG) return SpeakerPhrase.Nobody;

        // "The group, however, denied the charge": the subject stands before its verb, and nothing is said before it.
        if (document.Child(site.Verb, Dependency.Nsubj) is >= 0 and var subject && subject < site.Verb && !IsQuotedBefore(site) && !IsFinite(document, new TokenRange(site.Sentence.First, site.Cue.First)))
            return SpeakerPhrase.Nobody;
        var first = site.Words.End;
        if (!StartsNoun(document[first])) return SpeakerPhrase.Nobody;
        var end = SegmentEnd(first, site.Sentence.End);
        if (IsDay(first) && (first + 1 == end || !document[first + 1].Tag.IsNoun())) return SpeakerPhrase.Nobody;
        var described = first + 1;
        while (described < end && document[described].Tag is not (PartOfSpeech.WP or PartOfSpeech.WDT)) described++;

        // "said an officer who asked not to be named": what describes the speaker has a verb of its own.
        var segment = new TokenRange(first, described);
        if (segment.Count > LongestSegment || IsFinite(document, segment)) return SpeakerPhrase.Nobody;
        end = WithoutDay(first, end);
        var head = HeadOf(new TokenRange(first, end), site.Verb);

        // "…, the chief of police, said Tuesday": a day says nothing.
        if (head < 0 || IsDay(head)) return SpeakerPhrase.Nobody;

        // ", a spokesman for the ministry"
        if (end < site.Sentence.End && document[end].Tag == PartOfSpeech.Comma && end + 1 < site.Sentence.End && StartsNoun(document[end + 1]) && document[end + 1].Tag != PartOfSpeech.PRP)
        {
            var close = SegmentEnd(end + 1, site.Sentence.End);
            if (!IsFinite(document, new TokenRange(end, close)) && close - end <= LongestSegment && !quotes.IsInside(end + 1)) end = WithoutDay(end + 1, close);
        }

        return new SpeakerPhrase(new TokenRange(first, end), head, true);
    }

    /// <summary>"…, a police spokesman said on Friday": between a comma and the cue stands a phrase, and no clause behind it.</summary>
    private SpeakerPhrase Postposed(CueSite site)
    {
        if (!EndsAfter(site)) return SpeakerPhrase.Nobody;
        var first = site.Cue.First;
        while (first > site.Sentence.First && !IsBreak(first - 1)) first--;
        if (first == site.Cue.First) return BehindApposition(site);
        if (first == site.Sentence.First) return WithoutComma(site);
        var segment = new TokenRange(first, site.Cue.First);
        if (segment.Count > LongestSegment || IsFinite(document, segment)) return WithoutComma(site);

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
            var phrase = Phrase(subject, site);
            if (phrase.First == site.Sentence.First && SegmentEnd(site.Words.End, site.Sentence.End) == site.Sentence.End) return SpeakerPhrase.Nobody;
            if (phrase.First > site.Sentence.First && IsBreak(phrase.First - 1) && phrase.Count <= 2 * LongestSegment && document[subject].Tag is not (PartOfSpeech.WP or PartOfSpeech.WDT))
                return new SpeakerPhrase(phrase, subject, true);
        }

        if (!StartsNoun(document[first])) return SpeakerPhrase.Nobody;
        var head = HeadOf(segment, site.Verb);
        return head < 0 ? SpeakerPhrase.Nobody : new SpeakerPhrase(segment, head, true);
    }

    /// <summary>"…, an official, who did not give his name, said": the phrase before the words between the last two commas.</summary>
    private SpeakerPhrase BehindApposition(CueSite site)
    {
        var close = site.Cue.First - 1;
        if (close <= site.Sentence.First || document[close].Tag != PartOfSpeech.Comma) return SpeakerPhrase.Nobody;
        var open = close - 1;
        while (open > site.Sentence.First && !IsBreak(open)) open--;
        var first = open;
        while (first > site.Sentence.First && !IsBreak(first - 1)) first--;
        if (first == site.Sentence.First || first == open || document[open].Tag != PartOfSpeech.Comma || close - open > LongestSegment) return SpeakerPhrase.Nobody;
        var segment = new TokenRange(first, open);
        if (segment.Count > LongestSegment || IsFinite(document, segment) || !StartsNoun(document[first])) return SpeakerPhrase.Nobody;
        var head = HeadOf(segment, site.Verb);
        return head < 0 ? SpeakerPhrase.Nobody : new SpeakerPhrase(new TokenRange(first, close), head, true);
    }

    /// <summary>"The video, whose origin could not be verified, shows …", "The Front, a faction of the Army (FA), claimed …": the sentence's first phrase, with a relative clause or an apposition between it and its verb.</summary>
    private SpeakerPhrase BehindRelative(CueSite site)
    {
        var close = site.Cue.First - 1;
        if (close <= site.Sentence.First || document[close].Tag != PartOfSpeech.Comma || site.Entry.Frame != CueFrame.Object && EndsAfter(site)) return SpeakerPhrase.Nobody;
        var open = SegmentEnd(site.Sentence.First, close);
        if (open + 1 >= close || SegmentEnd(open + 1, close) < close || !(document[open + 1].Tag is PartOfSpeech.WP or PartOfSpeech.WPS or PartOfSpeech.WDT || IsApposition(open + 1, close, site))) return SpeakerPhrase.Nobody;
        var phrase = new TokenRange(site.Sentence.First, open);
        if (phrase.IsEmpty || phrase.Count > LongestSegment || IsFinite(document, phrase) || !StartsNoun(document[phrase.First])) return SpeakerPhrase.Nobody;
        var head = HeadOf(phrase, site.Verb);
        return head < 0 ? SpeakerPhrase.Nobody : new SpeakerPhrase(phrase, head, false);
    }

    /// <summary>"Speaking to the agency, Ali Hassan, a shopkeeper, said …": the name behind a circumstance and before an apposition, on whatever the parse hangs them.</summary>
    private SpeakerPhrase BehindCircumstance(CueSite site)
    {
        var close = site.Cue.First - 1;
        if (close <= site.Sentence.First || document[close].Tag != PartOfSpeech.Comma || quotes.IsInside(close)) return SpeakerPhrase.Nobody;
        if (document[site.Sentence.First].Tag is not (PartOfSpeech.IN or PartOfSpeech.VBG or PartOfSpeech.VBN or PartOfSpeech.VBD)) return SpeakerPhrase.Nobody;
        var open = close - 1;
        while (open > site.Sentence.First && !IsBreak(open)) open--;
        var first = open;
        while (first > site.Sentence.First && !IsBreak(first - 1)) first--;
        if (first == site.Sentence.First || first == open || SegmentEnd(site.Sentence.First, first) != first - 1 || close - open > LongestSegment || !StartsNoun(document[open + 1])) return SpeakerPhrase.Nobody;
        var name = new TokenRange(first, open);
        for (var t = first; t < open; t++)
        {
            if (!document[t].Tag.IsProperNoun() && document[t].Tag != PartOfSpeech.HYPH) return SpeakerPhrase.Nobody;
        }

        // "At least ten had died, Ali Hassan, a shopkeeper, said.": what he says stands before him.
        if (EndsAfter(site) && IsFinite(document, new TokenRange(site.Sentence.First + 1, first))) return SpeakerPhrase.Nobody;
        if (IsFinite(document, new TokenRange(open + 1, close)) || IsDay(first)) return SpeakerPhrase.Nobody;
        var head = HeadOf(name, site.Verb);
        return head < 0 ? SpeakerPhrase.Nobody : new SpeakerPhrase(new TokenRange(first, close), head, false);
    }

    /// <summary>"An officer who would not be named said": a verb of saying right behind that of a relative clause is the speaker's, and a finite verb opens no clause of its own there.</summary>
    private SpeakerPhrase BeforeReserve(CueSite site)
    {
        if (site.Cue.First != site.Verb || document[site.Verb].Tag is not (PartOfSpeech.VBD or PartOfSpeech.VBZ or PartOfSpeech.VBP) || site.Cue.First - 1 <= site.Sentence.First || !document[site.Cue.First - 1].Tag.IsVerb()) return SpeakerPhrase.Nobody;
        var pronoun = site.Cue.First - 1;
        while (pronoun > site.Sentence.First && !IsBreak(pronoun) && document[pronoun].Tag is not (PartOfSpeech.WP or PartOfSpeech.WDT)) pronoun--;
        if (document[pronoun].Tag is not (PartOfSpeech.WP or PartOfSpeech.WDT) || !IsFinite(document, new TokenRange(pronoun, site.Cue.First)) || Antecedent(pronoun) is var head && head == pronoun) return SpeakerPhrase.Nobody;
        return new SpeakerPhrase(new TokenRange(document.NounPhrase(head).First, site.Cue.First), head, EndsAfter(site) && document.NounPhrase(head).First > site.Sentence.First && IsBreak(document.NounPhrase(head).First - 1));
    }

    /// <summary>", a faction of the army,": a noun phrase with a name of its own, which is not the verb's subject.</summary>
    private bool IsApposition(int first, int close, CueSite site)
    {
        if (document[first].Tag != PartOfSpeech.DT || !words.Is(first, ClaimWordUse.Article) && document[site.Verb].Relation != Dependency.Acl || site.IsPassive) return false;
        var segment = new TokenRange(first, close);
        return !IsFinite(document, segment) && document.Child(site.Verb, Dependency.Nsubj) is var subject && (subject < 0 || segment.Contains(subject));
    }

    /// <summary>"A mine killed two men the governor said": copy that lost its comma. A clause stands before a noun phrase and the cue.</summary>
    private SpeakerPhrase WithoutComma(CueSite site)
    {
        var first = NominalFirst(site.Cue.First, site.Sentence.First);

        // "… the Monitor for Human Rights said"
        if (first < site.Cue.First && first - 1 > site.Sentence.First && document[first - 1].Tag == PartOfSpeech.IN && NominalFirst(first - 1, site.Sentence.First) is var wider && wider < first - 1
            && document[wider].Tag == PartOfSpeech.DT) first = wider;
        if (first == site.Cue.First || first <= site.Sentence.First + 2) return SpeakerPhrase.Nobody;
        if (document[first - 1].Tag is PartOfSpeech.WP or PartOfSpeech.WDT or PartOfSpeech.WRB or PartOfSpeech.IN or PartOfSpeech.CC or PartOfSpeech.TO) return SpeakerPhrase.Nobody;
        if (!IsFinite(document, new TokenRange(site.Sentence.First, first))) return SpeakerPhrase.Nobody;
        var tokens = new TokenRange(first, site.Cue.First);
        var head = HeadOf(tokens, site.Verb);
        return head < 0 ? SpeakerPhrase.Nobody : new SpeakerPhrase(tokens, head, true);
    }

    /// <summary>The nouns and their modifiers right before the cue; empty where none are.</summary>
    public TokenRange NounsBefore(CueSite site) => new(NominalFirst(site.Cue.First, site.Sentence.First), site.Cue.First);

    /// <summary>Where the nouns and their modifiers begin that end before the token; behind an article or pronoun at the latest.</summary>
    private int NominalFirst(int end, int least)
    {
        var first = end;
        while (first > least && IsNominal(document[first - 1]))
        {
            first--;
            if (document[first].Tag is PartOfSpeech.DT or PartOfSpeech.PRP or PartOfSpeech.PRPS) break;
        }

        return first;
    }

    /// <summary>Nothing but the sentence's end, a mark, or words of circumstance stand behind the cue.</summary>
    private bool EndsAfter(CueSite site)
    {
        var next = site.Words.End;
        if (next >= site.Sentence.End) return true;
        if (document[next].Tag == PartOfSpeech.Colon || quotes.Opens(next)) return false;
        var end = SegmentEnd(next, site.Sentence.End);
        if (IsFinite(document, new TokenRange(next, end))) return false;
        if (end < site.Sentence.End && (document[end].Tag == PartOfSpeech.Colon || quotes.Opens(end))) return false;
        if (end == next) return !(end + 1 < site.Sentence.End && quotes.Opens(end + 1) && site.Cue.First - 1 >= site.Sentence.First && !quotes.Closes(site.Cue.First - 1) && document[end].Tag == PartOfSpeech.Comma && !IsQuotedBefore(site));
        var token = document[next];
        if (site.Entry.Frame == CueFrame.Addressed && (StartsNoun(token) || token.Tag == PartOfSpeech.PRP)) return true;
        return token.Tag is PartOfSpeech.IN or PartOfSpeech.RB && !words.Is(next, ClaimWordUse.That) || IsDay(next) || words.Is(next, ClaimWordUse.To) && next + 1 < end && document[next + 1].Tag != PartOfSpeech.VB;
    }

    private bool IsQuotedBefore(CueSite site)
    {
        for (var t = site.Cue.First - 1; t >= site.Sentence.First; t--)
        {
            if (quotes.Closes(t)) return true;
        }

        return false;
    }

    private SpeakerPhrase Subject(CueSite site)
    {
        foreach (var child in document.Children(site.Verb))
        {
            if (document[child].Relation is not (Dependency.Nsubj or Dependency.NsubjPass) || document[child].Tag is not (PartOfSpeech.WP or PartOfSpeech.WDT)) continue;
            var relative = document[site.Verb];
            return new SpeakerPhrase(TokenRange.Of(child), relative.Relation == Dependency.AclRelcl && relative.Head >= 0 ? relative.Head : Antecedent(child), false);
        }

        if (ToldTo(site.Verb) is >= 0 and var told) return new SpeakerPhrase(document.NounPhrase(told), told, false);
        _subjects.Clear();
        Clause.Subjects(document, SayingBefore(site.Verb) is >= 0 and var saying ? saying : SayingAround(site.Verb) is >= 0 and var around ? around : site.Verb, _subjects);
        if (_subjects.Count == 0) return SpeakerPhrase.Nobody;
        var head = _subjects[0];

        // "[Text] Bogota, 3 May -- A spokesman said": of two subjects with a dash between, the second speaks.
        for (var i = 1; i < _subjects.Count; i++)
        {
            if (_subjects[i] < site.Verb && document[_subjects[i]].Head == site.Verb && SegmentEnd(head + 1, _subjects[i]) < _subjects[i] && document[document.Subtree(_subjects[i]).First - 1].Tag == PartOfSpeech.Colon)
                return new SpeakerPhrase(Phrase(_subjects[i], site), _subjects[i], false);
        }

        // "The jihadist group JNIM claimed": where two nouns side by side are made subjects, the second is the name of the first.
        if (_subjects.Count > 1 && document[head].Head >= 0 && document[_subjects[1]].Head == document[head].Head && document[_subjects[1]].Relation == document[head].Relation && _subjects[1] < site.Verb
            && Phrase(head, site).End == document.Subtree(_subjects[1]).First)
            return new SpeakerPhrase(Phrase(head, site).Union(Phrase(_subjects[1], site)), _subjects[1], false);
        if (document[head].Tag is PartOfSpeech.EX or PartOfSpeech.WP or PartOfSpeech.WDT) return head < site.Verb ? new SpeakerPhrase(TokenRange.Of(head), head, false) : SpeakerPhrase.Nobody;
        if (!document[head].Tag.IsNoun() && document[head].Tag is not (PartOfSpeech.PRP or PartOfSpeech.CD or PartOfSpeech.DT or PartOfSpeech.JJ or PartOfSpeech.JJS)) return SpeakerPhrase.Nobody;
        if (head > site.Verb && IsDay(head)) return SpeakerPhrase.Nobody;
        var tokens = Phrase(head, site);

        // A "phrase" with a verb of its own before its first comma is a stray parse.
        var segment = new TokenRange(tokens.First, Math.Min(tokens.End, SegmentEnd(tokens.First, tokens.End)));
        if (head < site.Verb && tokens.Count > 4 && IsFinite(document, new TokenRange(segment.First, Math.Max(segment.First, Math.Min(segment.End, head)))) && Adjacent(site) is { IsNobody: false } near) return near;
        return new SpeakerPhrase(tokens, head, false);
    }

    /// <summary>"led some analysts to suggest", "forced the army to deny": whoever is made to say it; -1: another case.</summary>
    private int ToldTo(int verb)
    {
        if (document[verb] is not { Tag: PartOfSpeech.VB, Relation: Dependency.Xcomp, Head: >= 0 and var over } || document[over].Tag != PartOfSpeech.VBG || document[verb - 1].Tag != PartOfSpeech.TO) return -1;
        return document.Child(over, Dependency.Obj) is >= 0 and var person && person > over && person < verb && document[person].Tag.IsNoun() ? person : -1;
    }

    /// <summary>"Three drivers died, a spokesman said, blaming rebels": the verb of saying set into the sentence, where the parse hangs a participle behind it on the sentence's verb; else -1.</summary>
    private int SayingBefore(int participle)
    {
        if (document[participle] is not { Tag: PartOfSpeech.VBG, Relation: Dependency.Advcl, Head: >= 0 and var verb } || verb > participle) return -1;
        foreach (var child in document.Children(verb))
        {
            if (child > verb && child < participle && document[child].Relation == Dependency.Parataxis) return child;
        }

        return -1;
    }

    /// <summary>
    /// "The ministry said that the school had been hit and blamed rebels": the verb of saying that a second one goes on with, where the parse joins that to a passive verb of what is said; else -1. What was
    /// hit blames nobody. Behind a comma, as in "denied that herders had a hand in it, and accused militias", it goes on with the verb of saying, whatever is said.
    /// </summary>
    private int SayingAround(int verb)
    {
        if (document[verb] is not { Tag: PartOfSpeech.VBD or PartOfSpeech.VBZ, Relation: Dependency.Conj, Head: >= 0 and var said } || said > verb || !Clause.IsPassive(document, said) && !IsBehindComma(verb)) return -1;
        if (document[said] is not { Relation: Dependency.Ccomp, Head: >= 0 and var saying } || saying > said || document[saying].Tag != document[verb].Tag) return -1;
        return document.Child(verb, Dependency.Nsubj) < 0 ? saying : -1;
    }

    /// <summary>", and accused"</summary>
    private bool IsBehindComma(int verb) => verb > 1 && document[verb - 1].Tag == PartOfSpeech.CC && document[verb - 2].Tag == PartOfSpeech.Comma;

    /// <summary>"the group, which denied it", where the parse takes the clause for another's: the noun right before the pronoun; itself where none is.</summary>
    public int Antecedent(int pronoun)
    {
        var noun = pronoun - 1;
        if (noun > 0 && document[noun].Tag == PartOfSpeech.Comma) noun--;
        if (noun < document.SentenceTokens(document.SentenceOf(pronoun)).First || !document[noun].Tag.IsNoun()) return pronoun;
        while (document[noun] is { Relation: Dependency.Flat or Dependency.Compound, Head: >= 0 and var head } && document[head].Tag.IsNoun()) noun = head;
        return noun;
    }

    /// <summary>The noun phrase that ends right before the cue.</summary>
    private SpeakerPhrase Adjacent(CueSite site)
    {
        var first = site.Cue.First;
        while (first > site.Sentence.First && IsPhrasal(document[first - 1])) first--;
        while (first < site.Cue.First && document[first].Tag is PartOfSpeech.IN or PartOfSpeech.CC or PartOfSpeech.RB or PartOfSpeech.POS) first++;
        if (first == site.Cue.First) return SpeakerPhrase.Nobody;
        var tokens = new TokenRange(first, site.Cue.First);
        var head = HeadOf(tokens, site.Verb);
        return head < 0 ? SpeakerPhrase.Nobody : new SpeakerPhrase(tokens, head, false);
    }

    private static bool IsNominal(Token token) =>
        token.Tag.IsNoun() || token.Tag.IsAdjective()
        || token.Tag is PartOfSpeech.DT or PartOfSpeech.CD or PartOfSpeech.PRP or PartOfSpeech.PRPS or PartOfSpeech.POS or PartOfSpeech.HYPH;

    private bool IsPhrasal(Token token) =>
        token.Tag.IsNoun() || token.Tag.IsAdjective()
        || token.Tag is PartOfSpeech.DT or PartOfSpeech.CD or PartOfSpeech.PRP or PartOfSpeech.PRPS or PartOfSpeech.POS or PartOfSpeech.IN or PartOfSpeech.HYPH && !words.Is(token.Index, ClaimWordUse.That);

    private bool StartsNoun(Token token) =>
        token.Tag.IsNoun() || token.Tag.IsAdjective()
        || token.Tag is PartOfSpeech.DT or PartOfSpeech.CD or PartOfSpeech.PRP or PartOfSpeech.PRPS or PartOfSpeech.PDT && !words.Is(token.Index, ClaimWordUse.Object);

    /// <summary>The phrase with its appositions, but without the cue itself and what hangs on it.</summary>
    private TokenRange Phrase(int head, CueSite site)
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

    /// <summary>The noun that carries the phrase: one governed by the verb or from outside, else the last before a preposition.</summary>
    private int HeadOf(TokenRange tokens, int verb)
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
    private int WithoutDay(int first, int end)
    {
        if (end - 1 > first && IsDay(end - 1)) end = end - 2 > first && words.Is(end - 2, ClaimWordUse.BeforeDay) ? end - 2 : end - 1;
        for (var t = first + 1; t < end; t++)
        {
            if (words.Is(t, ClaimWordUse.Circumstance) && document[t].Tag == PartOfSpeech.IN && t + 1 < end && words.Is(t + 1, ClaimWordUse.Article)) return t;
        }

        return end;
    }

    private bool IsDay(int token) => document[token].Relation is Dependency.OblUnmarked or Dependency.NmodUnmarked
        || document[token].Form.EndsWith("day", StringComparison.Ordinal) && document[token].Tag.IsNoun();
}
