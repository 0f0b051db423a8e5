using Ascribe.Actors;
using Ascribe.Language;
using Ascribe.Records;

namespace Ascribe.Events;

/// <summary>Who is told to have done what: each once, and none beside one that says more.</summary>
internal sealed class ResponsibilityLinks(ReportMentions mentions, Allegiance sides, GroupMembers members)
{
    private readonly List<ResponsibilityLink> _links = [];

    /// <summary>Of people who are told as members of a group, the group's; nothing where it says no more than is known.</summary>
    public void Add(ResponsibilityLink link)
    {
        link = members.ForTheirGroup(link);
        foreach (var known in _links)
        {
            if (known.Incident == link.Incident && known.Chain == link.Chain && known.Basis == link.Basis && known.Attribution == link.Attribution) return;
        }

        // What somebody claims, accuses or denies says more than the bare mention of an agent.
        if (link.Basis == PerpetratorBasis.Reported && _links.Exists(l => l.Incident == link.Incident && l.Chain == link.Chain)) return;
        _links.Add(link);
    }

    /// <summary>Those that are left when all are known.</summary>
    public IReadOnlyList<ResponsibilityLink> Settled()
    {
        for (var i = 0; i < _links.Count; i++) _links[i] = AgainstOthers(BesideAccusation(_links[i]));
        return [.. _links.Where(l => !IsSaidBetter(l))];
    }

    /// <summary>The denial of a state's army stands beside the accusation of the state: one perpetrator, not two.</summary>
    private ResponsibilityLink BesideAccusation(ResponsibilityLink denial)
    {
        if (denial is not { Basis: PerpetratorBasis.Denied, Status: ResponsibilityStatus.Denied }) return denial;
        foreach (var link in _links)
        {
            if (link.Incident == denial.Incident && link.Chain != denial.Chain && link.Basis is PerpetratorBasis.Accused or PerpetratorBasis.Suspected && sides.SameSide(link.Chain, denial.Chain))
                return denial with { Chain = link.Chain, Tokens = link.Tokens };
        }

        return denial;
    }

    /// <summary>"Commandos shot the gunmen, police said": forces that answer what others did have not done it.</summary>
    private ResponsibilityLink AgainstOthers(ResponsibilityLink link)
    {
        if (link.Basis != PerpetratorBasis.Acknowledged || !sides.AreForces(link.Chain)) return link;
        foreach (var other in _links)
        {
            if (other.Incident == link.Incident && other.Chain >= 0 && other.Basis is not (null or PerpetratorBasis.Denied) && mentions.Chains[other.Chain].Kind is not (ActorKind.State or ActorKind.GovernmentBody))
                return link with { Basis = PerpetratorBasis.Reported, Status = ResponsibilityStatus.NotStated };
        }

        return link;
    }

    /// <summary>"They", and bystanders whom a parse takes for doers, beside the side that did it; whoever is only accused leaves the men who were seen in their place.</summary>
    private bool IsSaidBetter(ResponsibilityLink link)
    {
        if (link.Basis != PerpetratorBasis.Reported) return false;
        var isPronoun = IsPronoun(link);
        var isBystander = mentions.Chains[link.Chain].Kind is ActorKind.Civilian or ActorKind.Unknown or ActorKind.Media or ActorKind.International;
        foreach (var other in _links)
        {
            if (other.Incident != link.Incident || other.Basis is null || other.Chain < 0 || other == link) continue;
            var isTold = other.Basis is PerpetratorBasis.Reported or PerpetratorBasis.Claimed or PerpetratorBasis.Acknowledged || other is { Basis: PerpetratorBasis.Suspected, Attribution: < 0 };
            if (isPronoun && !IsPronoun(other) || isBystander && isTold && mentions.Chains[other.Chain].Kind is ActorKind.State or ActorKind.GovernmentBody or ActorKind.ArmedGroup) return true;
        }

        return false;
    }

    private bool IsPronoun(ResponsibilityLink link) => link.Tokens.Count == 1 && mentions.Document[link.Tokens.First].Tag == PartOfSpeech.PRP;
}
