using Ascribe.Actors;
using Ascribe.Claims;
using Ascribe.Language;
using Ascribe.Records;

namespace Ascribe.Events;

/// <summary>Whom a claim accuses of an act, or denies it of.</summary>
internal sealed class AccusedActors(Reading reading, Allegiance sides, ClaimedAct acts)
{
    private readonly ReportMentions _mentions = reading.Mentions;

    /// <summary>The accused: the first actors of the content, up to its first event word: "accused X and Y of firing rockets".</summary>
    public IEnumerable<(int Chain, TokenRange Tokens)> By(Attribution claim, int speaker)
    {
        if (claim.Accused >= 0)
        {
            // Whoever is accused and is no actor that is known leaves nobody else accused; "blamed the rebels on Tuesday" accuses the rebels.
            if (_mentions.ChainAt(claim.Accused) is >= 0 and var named) yield return (named, _mentions.MentionAt(named, claim.Accused));
            if (!_mentions.IsInTime(claim.Accused)) yield break;
        }

        var content = claim.Content[0];
        var head = -1;
        for (var t = content.First; t < content.End && t < content.First + 12; t++)
        {
            // "accused Kyiv of shelling the hospital": whoever stands behind the deed is not accused of it.
            if (head < 0 && claim.Cue.Contains(_mentions.Document[t].Head) && acts.IsGerundOfDeed(t)) yield break;
            var chain = _mentions.ChainAt(t);
            if (chain < 0 || chain == speaker || _mentions.Chains[chain].Kind == ActorKind.Media || DescribesActor(t)) continue;

            // "Iran-backed militias" accuses the militias; "al-Qaida" has a hyphen of its own.
            if (_mentions.MentionAt(chain, t).End is var behind && behind < content.End && _mentions.Document[behind] is { Form: "-", SpaceBefore: false }) continue;

            // People are accused where they are the object of the accusation ("accused the Americans of staging it"), and spoken of elsewhere.
            if (_mentions.Chains[chain].Kind == ActorKind.Civilian && !(_mentions.Document[t].Relation is Dependency.Obj or Dependency.NsubjPass && claim.Cue.Contains(_mentions.Document[t].Head))) continue;
            if (head >= 0 && !(_mentions.Document[t].Relation == Dependency.Conj && _mentions.Document[t].Head == head)) continue;
            if (head < 0) head = t;
            var mention = _mentions.MentionAt(chain, t);
            yield return (chain, content.Contains(mention) ? mention : new TokenRange(Math.Max(content.First, mention.First), Math.Min(content.End, mention.End)));
        }
    }

    /// <summary>"denied that herders had a hand in it", "said that they dispute the charge", "rejected the charge that the raiders were his": the subject of what is said, where it is another than the speaker's side; -1: none.</summary>
    public int ClearedBy(Attribution claim, int speaker)
    {
        var document = _mentions.Document;
        var content = claim.Content[0];
        var charge = -1;
        for (var t = content.First; t < content.End && document[t].Tag != PartOfSpeech.Comma; t++)
        {
            if (document[t].Relation is Dependency.Nsubj or Dependency.NsubjPass && document[t].Tag is not (PartOfSpeech.WP or PartOfSpeech.WDT))
            {
                var chain = document[t].Form == "it" ? -1 : _mentions.ChainAt(t);
                return chain >= 0 && chain != speaker && chain != sides.SideOf(speaker) && !sides.SameSide(chain, speaker) && !sides.SpeaksFor(speaker, chain) && !sides.AreOf(t, chain, speaker) ? t : -1;
            }

            if (document[t].Form == "that" && charge >= 0 && !acts.IsCharge(charge)) return -1;
            if (document[t].Tag.IsNoun() && document[t].Relation != Dependency.Compound) charge = t;
        }

        return -1;
    }

    /// <summary>"denied that X had shelled": the denial is about another.</summary>
    public bool NamesOtherAgent(Attribution claim, int speaker)
    {
        foreach (var incident in reading.Incidents)
        {
            foreach (var mention in incident.Mentions)
            {
                if (!claim.Content.Any(c => c.Contains(mention.Tokens))) continue;
                foreach (var agent in mention.Agents)
                {
                    var chain = _mentions.ChainAt(agent);
                    if (chain >= 0 && chain != speaker && !sides.SameSide(chain, speaker) && !sides.AreOf(agent, chain, speaker)) return true;
                }
            }
        }

        return false;
    }

    /// <summary>The group or body whose man an unnamed speaker is ("its spokesman", "a commander of the Front"), else the speaker.</summary>
    public int BodyOf(int index, Attribution claim, int speaker)
    {
        if (_mentions.Chains[speaker] is { IsNamed: true } or { Role: null } || claim.SourceHead < 0) return speaker;
        foreach (var child in _mentions.Document.Children(claim.SourceHead))
        {
            var isOwner = _mentions.Document[child].Relation == Dependency.NmodPoss || _mentions.Document[child].Relation == Dependency.Nmod && Clause.Preposition(_mentions.Document, child) is "for" or "of";
            if (isOwner && (_mentions.Document[child].Tag == PartOfSpeech.PRPS ? AccusedBefore(index) : _mentions.ChainAt(child)) is >= 0 and var body && _mentions.Chains[body].Kind is ActorKind.ArmedGroup or ActorKind.GovernmentBody or ActorKind.State or ActorKind.Political) return body;
        }

        return speaker;
    }

    /// <summary>"The Front was accused of the raid, but its spokesman denied it": whom the claim right before accuses; -1: nobody.</summary>
    private int AccusedBefore(int index)
    {
        if (index == 0 || reading.Attributions[index - 1] is not { Stance: Stance.Accuses } charge) return -1;
        foreach (var (chain, _) in By(charge, _mentions.SpeakerAt(charge.Source, charge.SourceHead))) return chain;
        return -1;
    }

    /// <summary>"pointed the finger at President Omar Nadim's government": the government, whose president and whose names stand before it.</summary>
    private bool DescribesActor(int token)
    {
        var document = _mentions.Document;

        // "a local ISIS cell"
        if (document[token] is { Relation: Dependency.Compound, Head: var whole } && whole > token && _mentions.ChainAt(whole) >= 0) return true;
        while (document[token] is { Relation: Dependency.NmodPoss or Dependency.NmodDesc, Head: var described } && described > token)
        {
            token = described;
            if (document.Child(token, Dependency.Case) is > 0 and var mark && document[mark].Tag == PartOfSpeech.POS && mark > token) continue;
            return _mentions.ChainAt(token) >= 0;
        }

        return false;
    }
}
