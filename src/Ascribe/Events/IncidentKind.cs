using Ascribe.Actors;
using Ascribe.Ontology;
using Ascribe.Records;

namespace Ascribe.Events;

/// <summary>
/// The kind of an attack whose words leave it open, from who did it to whom: gunmen attack with arms, what an air force or army "struck" it struck from afar,
/// and police who fire on demonstrators put a crowd down.
/// </summary>
internal sealed class IncidentKind(EventTypes types, EventLexicon lexicon)
{
    private readonly AttackPhases _phases = new(types, lexicon);

    public void Complete(ReportMentions mentions, Incident incident)
    {
        if (types.IsPlain(incident.Type) && incident.Mentions.Exists(m => TypeFit.IsOnCrowd(lexicon, mentions, m)) && incident.Mentions.TrueForAll(m => m.Agents.TrueForAll(a => IsOfState(mentions, a))))
            incident.Type = TypeFit.CrowdRepression;
        if (_phases.Whole(mentions, incident) is { } whole) incident.Type = whole;
        if (incident.Type != TypeFit.Unspecified) return;
        var acts = incident.Mentions.FindAll(m => m.Trigger.Strength != TriggerStrength.Effect);
        if (acts.Count == 0) return;
        if (incident.Mentions.Exists(m => m.Agents.Exists(a => lexicon.IsArmed(mentions.Document, a)))) incident.Type = TypeFit.Assault;
        else if (acts[0].Trigger.OfForces is { } kind && incident.Mentions.TrueForAll(m => m.Agents.TrueForAll(a => IsOfState(mentions, a)))) incident.Type = kind;
    }

    private static bool IsOfState(ReportMentions mentions, int agent) =>
        mentions.ChainAt(agent) is >= 0 and var chain && mentions.Chains[chain] is { Kind: ActorKind.State or ActorKind.GovernmentBody } or { IsAuthority: true };
}
