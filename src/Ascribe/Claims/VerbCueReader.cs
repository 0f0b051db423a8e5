using Ascribe.Events;
using Ascribe.Language;
using Ascribe.Reports;

namespace Ascribe.Claims;

/// <summary>Reads a verb of saying, accusing, denying and the like, with its subject as speaker: "police said that …", "…, police said", "the army blamed the rebels".</summary>
internal sealed class VerbCueReader(Document document, QuotationMarks quotes, CueLexicon lexicon, ClaimWords words, VerbSpeakerFinder speakers, ContentFinder contents, AttributionTraits traits, MediaFinder media)
{
    /// <summary>What the verb's subject says, or null.</summary>
    /// <param name="found">The report's attributions so far.</param>
    public Attribution? Read(CueSite site, List<Attribution> found)
    {
        var entry = EntryWithObject(site);
        if (!ReferenceEquals(entry, site.Entry)) site = site with { Entry = entry };
        var (speaker, paper, relayers) = speakers.At(site, found);
        if (speaker.IsNobody && (!site.IsPassive || document[site.Verb].Relation is Dependency.Acl or Dependency.Amod && AccusedAt(site) < 0)) return null;
        if (IsSpokenTo(site) || IsLeftOut(site)) return null;
        if (!speaker.IsNobody && IsEmptySubject(speaker)) speaker = SpeakerPhrase.Nobody;
        var taken = found.Count > 0 ? found[^1].Content[^1].End : 0;
        var content = contents.Of(site, speaker, taken);
        var isNegated = site.IsNegated || !speaker.IsNobody && speakers.IsNeither(speaker);
        if (content.Count == 0 && isNegated && entry.Negated == Stance.Withholds && !speaker.IsNobody) content.Add(site.Cue);
        if (content.Count == 0 || content is [{ Count: 1 } only] && document[only.First].Tag == PartOfSpeech.IN) return null;

        // "The truck slammed into a wall": whoever condemns has an object.
        if (entry.Stance == Stance.Condemns && site.Words.Count == 1 && !site.IsPassive && content[0].First == site.Words.End && document[content[0].First].Tag == PartOfSpeech.IN) return null;
        var stance = isNegated ? entry.Negated : entry.Stance;
        if (stance == Stance.ClaimsOwn && HasModal(site.Cue)) stance = Stance.Expects;
        if (!speaker.IsNobody && (speakers.IsNoOne(speaker, site) || entry.Stance == Stance.ClaimsOwn && speakers.IsNoOneBefore(site)))
        {
            // "no group said it was behind the blast"
            stance = entry.Stance == Stance.ClaimsOwn || entry.Frame == CueFrame.Clause && traits.Stance(entry.Stance, content) == Stance.ClaimsOwn ? Stance.Absent : entry.Negated;
            speaker = SpeakerPhrase.Nobody;
        }
        else if (speaker.IsNobody && site.IsPassive && entry.Stance == Stance.ClaimsOwn && site.IsNegated)
        {
            stance = Stance.Absent;
        }

        if (entry.IsClaim || entry.Use is CueUse.Attitude or CueUse.Citing) stance = traits.Stance(stance, content, speaker);
        return new Attribution
        {
            Source = speaker.Tokens,
            SourceHead = speaker.Head,
            Cue = site.Cue,
            Content = content,
            Form = traits.Form(content),
            Stance = stance,
            Certainty = stance == Stance.Withholds ? Certainty.Unknown : traits.Certainty(entry.Certainty, content),
            Polarity = traits.Polarity(content),
            Voice = traits.Voice(speaker.Tokens, speaker.Head),
            Via = paper < 0 ? media.At(site, speaker, content) : [document.NounPhrase(paper).First is var first && first < paper ? new TokenRange(first, paper + 1) : TokenRange.Of(paper)],
            Medium = entry.Medium,
            IsPaper = traits.IsPaper(speaker.Head),
            Relayers = relayers,
            Made = traits.Made(site.Verb, content),
            Accused = AccusedAt(site),

            // An attitude in quoted words is a claim ("called it a “cowardly act”"), and so is one that denies ("called the charge absurd").
            IsClaim = (entry.IsClaim && !(entry.Use == CueUse.Saying && IsMereThing(site.Verb, content)) || entry.Use is CueUse.Attitude or CueUse.Citing && (traits.Form(content) != QuotationForm.Indirect || isNegated && stance == Stance.Withholds || stance == Stance.Denies)) && (speaker.IsNobody || !lexicon.IsMute(document, speaker.Head)),
        };
    }

    /// <summary>"Asked why, the minister said": a participle of whoever is asked.</summary>
    private bool IsSpokenTo(CueSite site) =>
        document[site.Verb] is { Tag: PartOfSpeech.VBN or PartOfSpeech.VBD, Relation: Dependency.Advcl } && document.Child(site.Verb, Dependency.Mark) < 0 && site.Entry.Frame is CueFrame.Object or CueFrame.Addressed && site.Entry.Stance is Stance.Expects or Stance.Asserts
        && document.Child(site.Verb, Dependency.Nsubj) < 0 && document.Child(site.Verb, Dependency.Aux) < 0;

    /// <summary>"…, without giving details": what a speaker does not do beside saying something.</summary>
    private bool IsLeftOut(CueSite site) => document[site.Verb].Tag == PartOfSpeech.VBG && document.Child(site.Verb, Dependency.Mark) is >= 0 and var mark && words.Is(mark, ClaimWordUse.Lacking);

    /// <summary>"claimed full responsibility", "responsibility was claimed by", "did not respond to repeated requests": the object makes the cue.</summary>
    private CueEntry EntryWithObject(CueSite site)
    {
        foreach (var child in document.Children(site.Verb))
        {
            var relation = document[child].Relation;
            if (relation is Dependency.Obj or Dependency.NsubjPass && lexicon.WithObject(document, site.Verb, child) is { } entry) return entry;
            if (relation == Dependency.Obl && lexicon.WithOblique(document, site.Verb, Clause.Preposition(document, child), child) is { } asked) return asked;
        }

        return site.Entry;
    }

    /// <summary>"found a body", "four bodies were found": no clause and no words are what is said.</summary>
    private bool IsMereThing(int verb, List<TokenRange> content)
    {
        var isThing = false;
        foreach (var child in document.Children(verb))
        {
            if (!content.Exists(c => c.Contains(child))) continue;
            if (document[child].Relation is Dependency.Ccomp or Dependency.Xcomp or Dependency.Csubj or Dependency.CsubjPass or Dependency.Parataxis || quotes.IsInside(child)) return false;
            if (document[child].Relation == Dependency.Advcl && child > verb && document.Child(child, Dependency.Mark) is >= 0 and var to && document[to].Tag == PartOfSpeech.TO) return false;
            isThing |= document[child].Relation is Dependency.Obj or Dependency.NsubjPass;
        }

        return isThing;
    }

    /// <summary>"it" of "it appears that".</summary>
    private bool IsEmptySubject(SpeakerPhrase speaker) => document[speaker.Head].Relation == Dependency.Expl || document[speaker.Head].Tag == PartOfSpeech.EX;

    private int AccusedAt(CueSite site)
    {
        if (site.Entry.Accused.Length == 0) return -1;
        foreach (var child in document.Children(site.Verb))
        {
            if (child > site.Verb && document[child].Relation is Dependency.Obl or Dependency.Nmod && Clause.Preposition(document, child) == site.Entry.Accused) return child;
        }

        return site.Entry.MayAccuseObject ? -1 : AccusedBelow(document.Child(site.Verb, Dependency.Obj), site.Entry.Accused);
    }

    /// <summary>"attributed the murder of the mayor to the group": the parse hangs the accused on what was done.</summary>
    private int AccusedBelow(int thing, string preposition)
    {
        if (thing < 0) return -1;
        for (var t = document.Subtree(thing).End - 1; t > thing; t--)
        {
            if (document[t].Relation is Dependency.Nmod or Dependency.Obl && Clause.Preposition(document, t) == preposition) return t;
        }

        return -1;
    }

    /// <summary>"must take responsibility" is no claim yet.</summary>
    private bool HasModal(TokenRange cue)
    {
        for (var t = cue.First; t < cue.End; t++)
        {
            if (document[t].Tag == PartOfSpeech.MD) return true;
        }

        return false;
    }
}
