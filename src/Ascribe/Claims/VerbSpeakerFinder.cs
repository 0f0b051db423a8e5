using Ascribe.Events;
using Ascribe.Language;

namespace Ascribe.Claims;

/// <summary>Finds who speaks at a verb where other words than its own subject tell it, too: the issuer of a paper, the speaker before a participle, whoever is shown or quoted.</summary>
internal sealed class VerbSpeakerFinder(Document document, CueLexicon lexicon, ClaimWords words, Segments segments, SpeakerFinder speakers, AttributionTraits traits, MediaFinder media)
{
    /// <summary>Who speaks at the verb, by what paper, and through whom.</summary>
    /// <param name="found">The report's attributions so far.</param>
    public VerbSpeaker At(CueSite site, List<Attribution> found)
    {
        var paper = IssuedBefore(site.Verb);
        var shown = ShownBefore(site);
        var phrase = shown >= 0 ? new SpeakerPhrase(new TokenRange(document.NounPhrase(shown).First, site.Cue.First), shown, false)
            : (site.Entry.Use == CueUse.Adding || SaysThat(site)) && SpeakerBefore(site, found) is { } adding ? adding
            : paper < 0 ? speakers.At(site)
            : speakers.OfIssuer(paper);
        if (!phrase.IsNobody && IsSpokenOf(site, phrase) && SpeakerBefore(site, found) is { } saying) phrase = saying;
        var outlet = phrase.IsNobody || traits.Voice(phrase.Tokens, phrase.Head) != Voice.Document ? -1 : media.OutletOf(phrase.Head);
        if (outlet >= 0) phrase = WithoutOutlet(phrase, outlet);
        return new VerbSpeaker(phrase, paper, shown >= 0 ? ShowingOf(shown) : outlet < 0 ? [] : [new Relayer(document.NounPhrase(outlet), outlet, Voice.Document)]);
    }

    /// <summary>"Neither the army nor the rebels have commented."</summary>
    public bool IsNeither(SpeakerPhrase speaker) =>
        words.Is(speaker.Tokens.First, ClaimWordUse.Neither) || speaker.Tokens.First > 0 && words.Is(speaker.Tokens.First - 1, ClaimWordUse.Neither);

    /// <summary>"Nobody has claimed it", "no group said", "not any group".</summary>
    public bool IsNoOne(SpeakerPhrase speaker, CueSite site) =>
        words.Is(speaker.Head, ClaimWordUse.Nobody) || words.Is(speaker.Tokens.First, ClaimWordUse.No)
        || document.Child(speaker.Head, Dependency.Det) is >= 0 and var det && words.Is(det, site.IsNegated ? ClaimWordUse.No | ClaimWordUse.Any : ClaimWordUse.No);

    /// <summary>"No group in the area has so far claimed", whatever the parse makes the subject.</summary>
    public bool IsNoOneBefore(CueSite site)
    {
        for (var t = site.Cue.First - 1; t >= site.Sentence.First && !segments.IsBreak(t); t--)
        {
            if (words.Is(t, ClaimWordUse.Nobody) || words.Is(t, ClaimWordUse.No) && document[t].Tag == PartOfSpeech.DT) return true;
        }

        return false;
    }

    /// <summary>"Police said the school had been hit, blaming rebels", "the rebels said 80 died in the province blaming the army": who was hit says nothing, and no more does what is nobody.</summary>
    private bool IsSpokenOf(CueSite site, SpeakerPhrase speaker)
    {
        if (document[site.Verb].Tag != PartOfSpeech.VBG || speaker.Head > site.Verb || document[speaker.Head].Tag is PartOfSpeech.WP or PartOfSpeech.WDT or PartOfSpeech.PRP) return false;
        return !lexicon.IsSpeaker(document, speaker.Head) || document[speaker.Head].Relation == Dependency.NsubjPass && document[site.Verb - 1].Tag == PartOfSpeech.Comma;
    }

    /// <summary>"…, adding that some were missing": who spoke last in the sentence, in nobody else's words; null: none.</summary>
    private SpeakerPhrase? SpeakerBefore(CueSite site, List<Attribution> found)
    {
        if (document[site.Verb].Tag != PartOfSpeech.VBG) return null;
        for (var i = found.Count - 1; i >= 0 && site.Sentence.Contains(found[i].Cue); i--)
        {
            var last = found[i];
            if (!last.IsClaim || last.Source.IsEmpty || last.Cue.First > site.Verb || found.Exists(o => o != last && o.Content.Any(c => c.Contains(last.Cue)))) continue;
            return new SpeakerPhrase(last.Source, last.SourceHead, false);
        }

        return null;
    }

    /// <summary>"…, noting that two had died": where the parse makes nobody its subject who can speak.</summary>
    private bool SaysThat(CueSite site)
    {
        if (site.Entry is not { IsClaim: true, Frame: CueFrame.Clause } || site.Words.End >= site.Sentence.End || !words.Is(site.Words.End, ClaimWordUse.That) || document[site.Verb].Relation != Dependency.Advcl) return false;
        var speaker = speakers.At(site);
        return speaker.IsNobody || !lexicon.IsSpeaker(document, speaker.Head) && document[speaker.Head].Tag != PartOfSpeech.PRP;
    }

    /// <summary>"a document seen by the agency": the document speaks, through the agency.</summary>
    private SpeakerPhrase WithoutOutlet(SpeakerPhrase speaker, int outlet)
    {
        var end = outlet;
        while (end > speaker.Head + 1 && document[end].Relation != Dependency.Acl && document[end].Head != speaker.Head) end--;
        while (end > speaker.Head + 1 && document[end - 1].Tag == PartOfSpeech.Comma) end--;
        return speaker.Tokens.First < end && end < speaker.Tokens.End ? speaker with { Tokens = new TokenRange(speaker.Tokens.First, end) } : speaker;
    }

    /// <summary>"The rebels issued a statement saying that …", "published a letter that condemned …": the paper that somebody issues to say it, or -1.</summary>
    private int IssuedBefore(int saying)
    {
        if (document[saying] is not { Head: >= 0 and var head }) return -1;
        var isRelative = document[saying].Relation == Dependency.AclRelcl && document.Child(saying, Dependency.Nsubj) is >= 0 and var pronoun && document[pronoun].Tag is PartOfSpeech.WDT or PartOfSpeech.WP;
        if (!isRelative && document[saying] is not { Tag: PartOfSpeech.VBG, Relation: Dependency.Acl or Dependency.Advcl }) return -1;
        var paper = document[head].Tag.IsNoun() ? head : isRelative ? -1 : document.Child(head, Dependency.Obj);
        if (paper < 0 || paper > saying || lexicon.VoiceAt(document, paper) is not Voice.Document || document[paper] is not { Relation: Dependency.Obj, Head: >= 0 and var verb }) return -1;
        return lexicon.CueAt(document, verb) is { Value.Use: CueUse.Issuing or CueUse.Publishing } ? paper : -1;
    }

    /// <summary>"Television showed the mayor saying …", "the agency quoted an official saying …": who is shown or quoted right before the participle; -1: nobody.</summary>
    private int ShownBefore(CueSite site)
    {
        if (document[site.Verb] is not { Tag: PartOfSpeech.VBG, Head: >= 0 and var head } || site.Cue.First != site.Verb || site.Verb <= site.Sentence.First || document[site.Verb - 1].Tag.IsPunctuation()) return -1;
        var person = document[head] is { Tag: var tag, Relation: Dependency.Obj } && tag.IsNoun() ? head : document.Child(head, Dependency.Obj);
        if (person < 0 || person > site.Verb || document[person].Relation != Dependency.Obj || !lexicon.IsAgent(document, person) && !document[person].Tag.IsProperNoun() || lexicon.VoiceAt(document, person) is Voice.Document) return -1;
        for (var t = person + 1; t < site.Verb; t++)
        {
            if (document[t].Tag.IsVerb() || segments.IsBreak(t)) return -1;
        }

        return lexicon.CueAt(document, document[person].Head) is { Value.Use: CueUse.Saying or CueUse.Citing } ? person : -1;
    }

    private List<Relayer> ShowingOf(int shown)
    {
        var showing = new List<int>();
        Clause.Subjects(document, document[shown].Head, showing);
        return showing is [var subject, ..] && document.NounPhrase(subject) is var phrase ? [new Relayer(phrase, subject, traits.Voice(phrase, subject))] : [];
    }
}
