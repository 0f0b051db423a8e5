using Ascribe.Actors;
using Ascribe.Language;
using Ascribe.Records;

namespace Ascribe.Events;

/// <summary>Who is of whose side: spokesmen and those they speak for, a state and its bodies, groups and their people.</summary>
internal sealed class Allegiance(Reading reading, ResponsibilityWords words)
{
    private readonly ReportMentions _mentions = reading.Mentions;

    /// <summary>The group that a leader or spokesman of one speaks of as his own, else the speaker: "our fighters", "his men".</summary>
    public int SideOf(int speaker)
    {
        foreach (var relation in reading.Relations)
        {
            if (relation.Subject == speaker && relation.Kind is RelationKind.SpokesmanOf or RelationKind.HeadOf or RelationKind.CommanderOf or RelationKind.MemberOf
                && _mentions.Chains[relation.Object].Kind is ActorKind.ArmedGroup or ActorKind.Unknown or ActorKind.Political) return relation.Object;
        }

        return speaker;
    }

    public bool SpeaksFor(int speaker, int chain) => reading.Relations.Any(r => r.Subject == speaker && r.Object == chain && r.Kind == RelationKind.SpokesmanOf);

    /// <summary>A spokesman's own side: the state or body that he speaks for.</summary>
    public bool SameSide(int a, int b)
    {
        var one = _mentions.Chains[a];
        var other = _mentions.Chains[b];
        static bool SpeaksForState(ActorChain c) => IsState(c.Kind) || c.Organization is not null || c.IsAuthority;
        return one.Organization is not null && one.Organization == other.Name || other.Organization is not null && other.Organization == one.Name
            || one.Country is not null && one.Country == other.Country && SpeaksForState(one) && SpeaksForState(other);
    }

    /// <summary>"The Front said that its fighters had done it": people of the speaker's own are the speaker.</summary>
    public bool AreOf(int agent, int chain, int owner)
    {
        var owned = _mentions.Chains[chain];
        var kind = _mentions.Chains[owner].Kind;
        if (_mentions.Chains[owner].IsAuthority) kind = ActorKind.GovernmentBody;
        if (owned.IsNamed || !owned.IsPlural && !IsState(owned.Kind)) return false;
        if (_mentions.Document.Child(agent, Dependency.NmodPoss) is not (>= 0 and var whose) || _mentions.Document[whose].Tag != PartOfSpeech.PRPS) return false;
        return owned.Kind == kind || (IsState(owned.Kind) || owned.IsAuthority) && IsState(kind)
            || kind is ActorKind.ArmedGroup or ActorKind.Unknown && (owned.IsForce || words.Belonging.Longest(_mentions.Document, agent) is not null);
    }

    /// <summary>An armed group, a name of which nobody knows what it is, or somebody who speaks for a group.</summary>
    public bool IsOfGroup(ActorChain speaker) =>
        speaker.Kind == ActorKind.ArmedGroup || speaker is { Kind: ActorKind.Unknown, IsNamed: true, IsAuthority: false } || speaker.Organization is { } group && _mentions.Chains.Any(c => c.Kind == ActorKind.ArmedGroup && c.Name == group);

    /// <summary>"security forces", "police", with no country beside them: those of the authorities that speak.</summary>
    public bool AreForces(int chain) => _mentions.Chains[chain] is { Kind: ActorKind.GovernmentBody, IsNamed: false, Country: null };

    public bool IsAuthority(int chain) => chain >= 0 && _mentions.Chains[chain].IsAuthority;

    private static bool IsState(ActorKind kind) => kind is ActorKind.State or ActorKind.GovernmentBody;
}
