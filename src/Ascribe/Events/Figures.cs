using Ascribe.Actors;
using Ascribe.Language;
using Ascribe.Ontology;
using Ascribe.Places;
using Ascribe.Records;

namespace Ascribe.Events;

/// <summary>
/// Words of violence that speak of debates, markets and matches: "a legal battle", "killed the story". Such a word tells of an act where somebody hurt, a weapon, a thing
/// attacked, soldiers, an armed group or a place stands beside it, or where the report tells of acts often enough.
/// </summary>
internal sealed class Figures(EventTypes types, EventLexicon lexicon)
{
    /// <summary>So many words without evidence beside them may come on one with it.</summary>
    private const int MostBare = 5;

    /// <summary>What the parse finds behind "attacked" or "damaged", and is no thing of stone or steel.</summary>
    private static readonly string[] s_loose = [VictimReader.People, "property", "security_forces"];

    public void Mark(ReportMentions mentions, IReadOnlyList<EventMention> found)
    {
        var bare = new List<EventMention>();
        var sure = 0;
        foreach (var mention in found)
        {
            if (!types.IsViolence(mention.Type)) continue;
            if (mention.Trigger is { Strength: TriggerStrength.Kind, IsFigurative: false } || HasEvidence(mentions, mention) || IsAnswered(found, mention)) sure++;
            else bare.Add(mention);
        }

        if (bare.Count <= MostBare * sure) return;
        foreach (var mention in bare) mention.IsFigure = true;
    }

    private bool HasEvidence(ReportMentions mentions, EventMention mention) =>
        mention.Weapons.Count > 0
        || mention.Victims.Exists(v => v.Count != default || v.Head >= 0 && At(mentions, v.Head) is { IsForce: true } or { Kind: ActorKind.Person or ActorKind.Civilian })
        || mention.Targets.Exists(t => !s_loose.Contains(t.Kind))
        || mention.Agents.Exists(a => At(mentions, a) is { IsForce: true })
        || mention.Patients.Exists(p => At(mentions, p) is { IsForce: true } || At(mentions, p) is { Kind: ActorKind.State } && (mention.Trigger.Strength == TriggerStrength.Generic || IsStruck(mentions.Document, mention)))
        || mention.Trigger.Strength != TriggerStrength.Effect && mention.Places.Exists(p => p is { Role: PlaceRole.Location, Place.Precision: <= PlacePrecision.District });

    /// <summary>"Israel struck Iran": not with tariffs.</summary>
    private bool IsStruck(Document document, EventMention mention)
    {
        if (mention.Trigger.OfForces is null || mention.Agents.Count == 0) return false;
        foreach (var child in document.Children(mention.Head))
        {
            if (document[child].Relation == Dependency.Obl && lexicon.RoleOf(Clause.Preposition(document, child)) == PrepositionRole.Weapon) return false;
        }

        return true;
    }

    /// <summary>"condemned the attack", "arrested six men after the robbery": what the sentence says was done about it.</summary>
    private bool IsAnswered(IReadOnlyList<EventMention> found, EventMention mention) =>
        mention.RefersBack && found.Any(o => o.Sentence == mention.Sentence && !types.IsViolence(o.Type));

    private static ActorChain? At(ReportMentions mentions, int head) => mentions.ChainAt(head) is >= 0 and var chain ? mentions.Chains[chain] : null;
}
