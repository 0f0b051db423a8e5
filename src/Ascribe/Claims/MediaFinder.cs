using Ascribe.Language;

namespace Ascribe.Claims;

/// <summary>Finds the media that a speaker speaks through: statements, outlets, networks, those whom a paper was sent to.</summary>
internal sealed class MediaFinder(Document document, CueLexicon lexicon)
{
    /// <summary>
    /// "said in a statement", "told the news agency", "said in an interview with the station", "speaking to the station, he said", "telephoned the paper to say", "took to Twitter to
    /// condemn", "in a speech, he voiced regret, but denied".
    /// </summary>
    public List<TokenRange> At(CueSite site, SpeakerPhrase speaker, List<TokenRange> content)
    {
        var via = new List<TokenRange>();
        foreach (var child in document.Children(site.Verb))
        {
            if (document[child] is { Tag: PartOfSpeech.VBG, Relation: Dependency.Advcl }) AddSpokenTo(via, child, content);
            if (document[child].Relation is not (Dependency.Obl or Dependency.Iobj or Dependency.Obj or Dependency.Nmod) && !(site.IsPassive && site.Entry.Frame == CueFrame.Addressed && document[child].Relation == Dependency.NsubjPass)) continue;

            // "confirmed reports that": a paper for the object is what is spoken of.
            if (document[child].Relation == Dependency.Obj && site.Entry.Frame != CueFrame.Addressed && !lexicon.IsAgent(document, child)) continue;
            var phrase = Named(child);
            if (content.Exists(c => c.Overlaps(phrase)) || phrase.Overlaps(speaker.Tokens)) continue;
            if (site.Entry.Frame == CueFrame.Addressed && child > site.Verb && IsOutlet(child)) via.Add(phrase);
            else if (lexicon.IsMedium(document, phrase)) AddMedium(via, child);
        }

        AddOfSpeaker(via, speaker, content);
        if (document[site.Verb] is { Relation: Dependency.Xcomp or Dependency.Advcl, Tag: PartOfSpeech.VB, Head: >= 0 and var over } && over < site.Verb) AddBefore(via, over, site.Verb);
        if (document[site.Verb] is { Relation: Dependency.Conj, Head: >= 0 and var joined } && document[joined].Tag.IsVerb() && document.Child(site.Verb, Dependency.Nsubj) < 0) AddBefore(via, joined, joined);
        if (via.Count == 0 && site.Entry.Frame == CueFrame.Addressed) AddBetween(via, site.Words.End, content[0].First);
        if (content[^1].End is var end && end < site.Sentence.End && document[end] is { Relation: Dependency.Case, Head: var behind } && behind > end && (lexicon.IsMedium(document, document.NounPhrase(behind)) || OutletOf(behind) >= 0)) AddMedium(via, behind);
        return via;
    }

    /// <summary>
    /// The outlet that a paper or a call is sent to or that got hold of it: "a letter to the newspaper", "an interview with state radio", "a document seen by the agency", "a statement sent
    /// to the agency"; -1: none.
    /// </summary>
    public int OutletOf(int medium)
    {
        foreach (var child in document.Children(medium))
        {
            if (child < medium) continue;
            if (document[child].Relation == Dependency.Nmod && Named(child) is var phrase && lexicon.IsMedium(document, phrase) && (IsNamed(phrase) || lexicon.IsAgent(document, child))) return child;
            if (document[child] is { Relation: Dependency.Acl, Tag: PartOfSpeech.VBN } && OutletBehind(child) is >= 0 and var outlet) return outlet;
        }

        return -1;
    }

    /// <summary>"seen by the agency", "sent to the agency", "posted on its website"</summary>
    private int OutletBehind(int participle)
    {
        foreach (var child in document.Children(participle))
        {
            if (child > participle && document[child].Relation is Dependency.OblAgent or Dependency.Obl && lexicon.IsMedium(document, document.NounPhrase(child))) return child;
        }

        return -1;
    }

    /// <summary>The noun with the name right behind it: "the news agency Fars".</summary>
    private TokenRange Named(int noun)
    {
        var phrase = document.NounPhrase(noun);
        return document.Child(noun, Dependency.Appos) is >= 0 and var name && document[name].Tag.IsProperNoun() && document.NounPhrase(name) is var named && named.First == phrase.End ? phrase.Union(named) : phrase;
    }

    /// <summary>"The senator, speaking to the station, said", "the senator appearing on the station said"</summary>
    private void AddOfSpeaker(List<TokenRange> via, SpeakerPhrase speaker, List<TokenRange> content)
    {
        if (speaker.IsNobody) return;
        foreach (var child in document.Children(speaker.Head))
        {
            if (child > speaker.Head && document[child] is { Tag: PartOfSpeech.VBG, Relation: Dependency.Acl or Dependency.Advcl }) AddSpokenTo(via, child, content);
        }
    }

    /// <summary>The media that hang on a verb which the cue goes on with, up to a token.</summary>
    private void AddBefore(List<TokenRange> via, int verb, int end)
    {
        foreach (var child in document.Children(verb))
        {
            if (child < end && document[child].Relation is Dependency.Obj or Dependency.Obl && lexicon.IsMedium(document, Named(child))) AddMedium(via, child);
        }
    }

    /// <summary>"Speaking to the station, the governor said"</summary>
    private void AddSpokenTo(List<TokenRange> via, int participle, List<TokenRange> content)
    {
        foreach (var child in document.Children(participle))
        {
            if (document[child].Relation == Dependency.Obl && document.NounPhrase(child) is var phrase && lexicon.IsMedium(document, phrase) && !content.Exists(c => c.Overlaps(phrase))) AddMedium(via, child);
        }
    }

    /// <summary>"told the newspaper El Sol that …", where the parse makes no phrase of the words before what is said.</summary>
    private void AddBetween(List<TokenRange> via, int first, int end)
    {
        const int longest = 6;
        if (end <= first || end - first > longest) return;
        for (var t = first; t < end; t++)
        {
            if (!document[t].Tag.IsNoun() && !document[t].Tag.IsAdjective() && document[t].Tag is not (PartOfSpeech.DT or PartOfSpeech.PRPS or PartOfSpeech.POS or PartOfSpeech.HYPH)) return;
        }

        var phrase = new TokenRange(first, end);
        if (lexicon.IsMedium(document, phrase)) via.Add(phrase);
    }

    /// <summary>The outlet first, which is nearer to the report than what was written to it.</summary>
    private void AddMedium(List<TokenRange> via, int medium)
    {
        if (OutletOf(medium) is >= 0 and var outlet) AddOnce(via, Named(outlet));
        AddOnce(via, Named(medium));
    }

    private static void AddOnce(List<TokenRange> via, TokenRange phrase)
    {
        if (!via.Contains(phrase)) via.Add(phrase);
    }

    /// <summary>"the newspaper El Sol", but not "a phone call".</summary>
    private bool IsNamed(TokenRange phrase)
    {
        for (var t = phrase.First; t < phrase.End; t++)
        {
            if (document[t].Tag.IsProperNoun()) return true;
        }

        return false;
    }

    /// <summary>Whom somebody tells something, by a name that is no person's and no place's: an outlet, known or not.</summary>
    private bool IsOutlet(int head)
    {
        foreach (var name in document.Names)
        {
            if (name.Tokens.Contains(head)) return name.Kind is NameKind.Organization or NameKind.Other;
        }

        return false;
    }
}
