using Ascribe.Events;
using Ascribe.Language;

namespace Ascribe.Claims;

/// <summary>Finds who speaks at a cue: whom the order of words tells, else the subject in the parse, of a passive its agent.</summary>
internal sealed class SpeakerFinder(Document document, ClaimWords words, Segments segments, SpeakerNouns nouns, SpeakerByOrder order)
{
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
            var by = nouns.Phrase(agent, site);
            var start = by.First < agent && document[by.First].Tag == PartOfSpeech.IN ? by.First + 1 : by.First;
            return new SpeakerPhrase(new TokenRange(start, Math.Max(agent + 1, nouns.WithoutDay(start, by.End))), agent, false);
        }

        if (order.At(site) is { IsNobody: false } told) return told;
        var subject = site.IsStray ? SpeakerPhrase.Nobody : Subject(site);
        if (!subject.IsNobody) return subject;
        return site.IsStray || Segments.IsFinite(document, site.Cue) ? nouns.Adjacent(site) : SpeakerPhrase.Nobody;
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
            if (child > site.Verb && document[child].Relation == Dependency.Obl && words.IsUnder(child, ClaimWordUse.Agent) && !nouns.IsDay(child)) _subjects.Add(child);
        }

        for (var t = site.Words.End; t < site.Sentence.End && _subjects.Count == 0 && !segments.IsBreak(t); t++)
        {
            if (words.Is(t, ClaimWordUse.Agent) && document[t].Head is var agent && agent > t && document[agent].Tag.IsNoun() && !nouns.IsDay(agent)) _subjects.Add(agent);
        }
    }

    private SpeakerPhrase Subject(CueSite site)
    {
        foreach (var child in document.Children(site.Verb))
        {
            if (document[child].Relation is not (Dependency.Nsubj or Dependency.NsubjPass) || document[child].Tag is not (PartOfSpeech.WP or PartOfSpeech.WDT)) continue;
            var relative = document[site.Verb];
            return new SpeakerPhrase(TokenRange.Of(child), relative.Relation == Dependency.AclRelcl && relative.Head >= 0 ? relative.Head : nouns.Antecedent(child), false);
        }

        if (ToldTo(site.Verb) is >= 0 and var told) return new SpeakerPhrase(document.NounPhrase(told), told, false);
        _subjects.Clear();
        Clause.Subjects(document, SayingBefore(site.Verb) is >= 0 and var saying ? saying : SayingAround(site.Verb) is >= 0 and var around ? around : site.Verb, _subjects);
        if (_subjects.Count == 0) return SpeakerPhrase.Nobody;
        var head = _subjects[0];

        // "[Text] Bogota, 3 May -- A spokesman said": of two subjects with a dash between, the second speaks.
        for (var i = 1; i < _subjects.Count; i++)
        {
            if (_subjects[i] < site.Verb && document[_subjects[i]].Head == site.Verb && segments.End(head + 1, _subjects[i]) < _subjects[i] && document[document.Subtree(_subjects[i]).First - 1].Tag == PartOfSpeech.Colon)
                return new SpeakerPhrase(nouns.Phrase(_subjects[i], site), _subjects[i], false);
        }

        // "The jihadist group JNIM claimed": where two nouns side by side are made subjects, the second is the name of the first.
        if (_subjects.Count > 1 && document[head].Head >= 0 && document[_subjects[1]].Head == document[head].Head && document[_subjects[1]].Relation == document[head].Relation && _subjects[1] < site.Verb
            && nouns.Phrase(head, site).End == document.Subtree(_subjects[1]).First)
            return new SpeakerPhrase(nouns.Phrase(head, site).Union(nouns.Phrase(_subjects[1], site)), _subjects[1], false);
        if (document[head].Tag is PartOfSpeech.EX or PartOfSpeech.WP or PartOfSpeech.WDT) return head < site.Verb ? new SpeakerPhrase(TokenRange.Of(head), head, false) : SpeakerPhrase.Nobody;
        if (!document[head].Tag.IsNoun() && document[head].Tag is not (PartOfSpeech.PRP or PartOfSpeech.CD or PartOfSpeech.DT or PartOfSpeech.JJ or PartOfSpeech.JJS)) return SpeakerPhrase.Nobody;
        if (head > site.Verb && nouns.IsDay(head)) return SpeakerPhrase.Nobody;
        var tokens = nouns.Phrase(head, site);

        // A "phrase" with a verb of its own before its first comma is a stray parse.
        var segment = new TokenRange(tokens.First, Math.Min(tokens.End, segments.End(tokens.First, tokens.End)));
        if (head < site.Verb && tokens.Count > 4 && Segments.IsFinite(document, new TokenRange(segment.First, Math.Max(segment.First, Math.Min(segment.End, head)))) && nouns.Adjacent(site) is { IsNobody: false } near) return near;
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
    /// hit blames nobody, and no more does what "was under way" or whoever "had shot" before anybody blamed anybody. Behind a comma, as in "denied that herders had a hand in it, and accused
    /// militias", it goes on with the verb of saying, whatever is said.
    /// </summary>
    private int SayingAround(int verb)
    {
        if (document[verb] is not { Tag: PartOfSpeech.VBD or PartOfSpeech.VBZ, Relation: Dependency.Conj, Head: >= 0 and var said } || said > verb || !Clause.IsPassive(document, said) && !IsBehindComma(verb) && !IsStateOrPast(said)) return -1;
        if (document[said] is not { Relation: Dependency.Ccomp, Head: >= 0 and var saying } || saying > said || document[saying].Tag != document[verb].Tag) return -1;
        return document.Child(verb, Dependency.Nsubj) < 0 ? saying : -1;
    }

    /// <summary>"was under way", "had been wrong", "had shot"</summary>
    private bool IsStateOrPast(int said) =>
        document.Child(said, Dependency.Cop) >= 0 || document[said].Tag == PartOfSpeech.VBN && document.Child(said, Dependency.Aux) is >= 0 and var had && document[had].Tag == PartOfSpeech.VBD;

    /// <summary>", and accused"</summary>
    private bool IsBehindComma(int verb) => verb > 1 && document[verb - 1].Tag == PartOfSpeech.CC && document[verb - 2].Tag == PartOfSpeech.Comma;
}
