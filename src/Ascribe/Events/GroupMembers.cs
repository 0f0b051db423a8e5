using Ascribe.Actors;
using Ascribe.Language;
using Ascribe.Records;

namespace Ascribe.Events;

/// <summary>The group of people who are told as its members: "fighters of the Levant Front", "gunmen believed to belong to the group".</summary>
internal sealed class GroupMembers(ReportMentions mentions, ResponsibilityWords words)
{
    /// <summary>So many tokens behind a word of belonging the group is named.</summary>
    private const int ToGroup = 6;

    /// <summary>"members of the Levant Front", "gunmen believed to belong to the group": people of an armed group did it for the group; they may only be suspected to be its people.</summary>
    public ResponsibilityLink ForTheirGroup(ResponsibilityLink link)
    {
        if (link.Chain < 0 || mentions.Chains[link.Chain] is not { IsNamed: false, IsPlural: true }) return link;
        foreach (var mention in mentions.Chains[link.Chain].Mentions)
        {
            if (!link.Tokens.Contains(mention.Head)) continue;
            foreach (var child in mentions.Document.Children(mention.Head))
            {
                if (child < mention.Head) continue;
                if (mentions.Document[child].Relation == Dependency.Nmod && GroupAt(child, link.Chain) is >= 0 and var theirs) return link with { Chain = mentions.ChainAt(theirs) };
                if (mentions.Document[child].Relation is not (Dependency.Acl or Dependency.AclRelcl)) continue;
                var clause = mentions.Document.Subtree(child);
                if (BelongsTo(clause, link.Chain) is >= 0 and var group)
                {
                    var isDoubted = words.Doubts.All(mentions.Document, clause).Any() || words.Suspicions.All(mentions.Document, clause).Any();
                    return link with { Chain = mentions.ChainAt(group), Basis = isDoubted && link.Basis == PerpetratorBasis.Reported ? PerpetratorBasis.Suspected : link.Basis };
                }
            }
        }

        return link;
    }

    /// <summary>The token that names the group whose people the clause makes of those whom it describes, or -1.</summary>
    private int BelongsTo(TokenRange clause, int people)
    {
        foreach (var word in words.Belonging.All(mentions.Document, clause))
        {
            for (var t = word.Tokens.End; t < clause.End && t < word.Tokens.End + ToGroup; t++)
            {
                if (IsGroup(t, people)) return t;
            }
        }

        return -1;
    }

    /// <summary>"the Levant Front", "the Los Lobos gang": the token that names the group whose people those before it are, or -1.</summary>
    private int GroupAt(int noun, int people)
    {
        if (IsGroup(noun, people)) return noun;
        foreach (var child in mentions.Document.Children(noun))
        {
            if (child < noun && mentions.Document[child].Relation == Dependency.Compound && IsGroup(child, people)) return child;
        }

        return -1;
    }

    /// <summary>An armed group, or of fighters a name of which nobody knows what it is.</summary>
    private bool IsGroup(int token, int people) => mentions.ChainAt(token) is >= 0 and var chain && mentions.Chains[chain] is { IsNamed: true } group
        && (group.Kind == ActorKind.ArmedGroup || group.Kind is ActorKind.Unknown or ActorKind.Political && mentions.Chains[people].Kind == ActorKind.ArmedGroup);
}
