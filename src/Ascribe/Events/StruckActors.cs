using Ascribe.Actors;
using Ascribe.Language;
using Ascribe.Ontology;
using Ascribe.Records;

namespace Ascribe.Events;

/// <summary>Whom an incident befell: whoever strikes those who did it, and bystanders whom it befell, have not done it.</summary>
internal sealed class StruckActors(ReportMentions mentions, EventTypes types, Allegiance sides)
{
    /// <summary>"The attackers were killed by troops", "the army shot down 50 of the drones": what befalls those who did it, or their weapons, is not what they did. In a clash both sides strike.</summary>
    public bool StrikesDoers(Incident incident, EventMention mention)
    {
        if (types.IsMutual(incident.Type)) return false;
        var byForces = IsByForces(mention);
        foreach (var patient in mention.Patients)
        {
            if (incident.Weapons.Any(w => w.Any(m => m.Tokens.Contains(patient) || mentions.Document[m.Tokens.End - 1].Head == patient && mentions.Document[patient].Tag == PartOfSpeech.CD))) return true;
            if (mentions.ChainAt(patient) is not (>= 0 and var struck)) continue;
            // "All four attackers" are the "gunmen" told before when it is troops who kill them.
            var isNameless = byForces && mentions.Chains[struck] is { IsNamed: false, Kind: ActorKind.ArmedGroup };
            if (incident.Mentions.Exists(m => m != mention && m.Agents.Exists(a => mentions.ChainAt(a) is >= 0 and var doer && (doer == struck || isNameless && mentions.Chains[doer].Kind == ActorKind.ArmedGroup)))) return true;
        }

        return false;
    }

    /// <summary>"with many people killed", where the parse takes them for the doers: bystanders whom it befell have not done it. A man who is shot for what he did is none.</summary>
    public bool Befell(Incident incident, int agent)
    {
        if (mentions.ChainAt(agent) is not (>= 0 and var chain) || mentions.Chains[chain].Kind != ActorKind.Civilian) return false;
        foreach (var mention in incident.Mentions)
        {
            if (mention.Agents.Count > 0 && IsByForces(mention) && StrikesDoers(incident, mention)) continue;
            foreach (var victims in mention.Victims)
            {
                if (victims.Head >= 0 && mentions.ChainAt(victims.Head) == chain) return true;
            }
        }

        return false;
    }

    private bool IsByForces(EventMention mention) => mention.Agents.TrueForAll(a => mentions.ChainAt(a) is >= 0 and var chain && sides.AreForces(chain));
}
