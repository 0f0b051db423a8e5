using Ascribe.Language;

namespace Ascribe.Actors;

/// <summary>
/// How persons stand to bodies by what they are called: "Iraqi Defence Minister Omar Nadim" holds an office of Iraq, "Ali Saleh, a
/// spokesman for the group" is its spokesman.
/// </summary>
internal sealed class RoleRelations(AgentLexicon agents, TitleLexicon titles, FunctionWords words)
{
    public void Add(Document document, IReadOnlyList<ActorChain> chains, ActorIndex index, List<RelationMention> found)
    {
        for (var c = 0; c < chains.Count; c++)
        {
            var chain = chains[c];
            if (chain.Kind != ActorKind.Person && !chain.IsNamed && chain.Mentions.Count < 2) continue;
            if (chain is { IsNamed: true, IsPlural: false, Kind: ActorKind.ArmedGroup or ActorKind.GovernmentBody or ActorKind.Media }) AddWhole(document, index, chains, c, found);
            foreach (var mention in chain.Mentions)
            {
                if (!mention.IsPronoun) AddMention(document, index, chains, c, mention, found);
            }
        }
    }

    /// <summary>"The Popular Front's Omar Brigade" is a part of the front.</summary>
    private static void AddWhole(Document document, ActorIndex index, IReadOnlyList<ActorChain> chains, int part, List<RelationMention> found)
    {
        foreach (var mention in chains[part].Mentions)
        {
            var owner = document.Child(mention.Head, Dependency.NmodPoss);
            var whole = owner < 0 || mention.IsPronoun ? -1 : index.ChainAt(owner);
            if (whole >= 0 && whole != part && chains[whole].Kind is ActorKind.ArmedGroup or ActorKind.GovernmentBody or ActorKind.Political)
                found.Add(new RelationMention(part, RelationKind.PartOf, whole, mention.Tokens.Union(TokenRange.Of(owner))));
        }
    }

    private void AddMention(Document document, ActorIndex index, IReadOnlyList<ActorChain> chains, int subject, ActorMention mention, List<RelationMention> found)
    {
        var (role, kind) = RoleIn(document, mention.Tokens);
        if (role < 0)
        {
            AddPossessor(document, index, chains, subject, mention, found);
            return;
        }

        // A description alone ("a spokesman of the group") tells no more than itself, unless it is said of somebody.
        if (!chains[subject].IsNamed && document.Child(mention.Head, Dependency.Cop) < 0) return;
        if (IsFormer(document, mention.Tokens, role)) kind = Former(kind);
        var added = false;
        foreach (var holder in (ReadOnlySpan<int>)[role, mention.Head])
        {
            foreach (var child in document.Children(holder))
            {
                if (child <= role || document[child].Relation is not Dependency.Nmod || document.Child(child, Dependency.Case) < 0) continue;
                added |= Tie(index.ChainAt(child), child);
            }

            if (added) return;
        }

        // "Its spokesman Omar Nadim"
        if (document.Child(role, Dependency.NmodPoss) is >= 0 and var pronoun && words.Personal(document[pronoun].Form) is { Gender: Gender.N })
            added = Tie(BodyBefore(document, index, chains, pronoun), pronoun);

        // The nearest body before the role: "Pentagon press secretary", "Iraqi interior ministry spokesman".
        for (var t = role; t >= mention.Tokens.First && !added; t--)
        {
            var other = index.ChainAt(t);
            // "Republican Sen. …": a party is no office.
            if (other >= 0 && chains[other].Kind == ActorKind.Political && kind == RelationKind.HoldsOffice)
                found.Add(new RelationMention(subject, RelationKind.MemberOf, other, mention.Tokens));
            else added = Tie(other == subject ? index.ChainBehind(t) : other, t);
        }

        bool Tie(int other, int token)
        {
            if (other < 0 || other == subject || chains[other] is { Kind: ActorKind.Person, IsNamed: true }) return false;
            found.Add(new RelationMention(subject, kind, other, mention.Tokens.Union(TokenRange.Of(token))));
            return true;
        }
    }

    /// <summary>The body that "its" speaks of: the nearest subject of this sentence or the one before, else the nearest body named; -1: none.</summary>
    private static int BodyBefore(Document document, ActorIndex index, IReadOnlyList<ActorChain> chains, int token)
    {
        var nearest = -1;
        var first = document.SentenceTokens(Math.Max(0, document.SentenceOf(token) - 1)).First;
        for (var t = token - 1; t >= first; t--)
        {
            if (index.ChainAt(t) is not (>= 0 and var chain) || chains[chain] is { Kind: ActorKind.Person } or { IsPlural: true }) continue;
            if (document[t].Relation.IsSubject()) return chain;
            if (nearest < 0) nearest = chain;
        }

        return nearest;
    }

    /// <summary>"Radio Capital's Omar Nadim" works for the station.</summary>
    private static void AddPossessor(
        Document document, ActorIndex index, IReadOnlyList<ActorChain> chains, int subject, ActorMention mention, List<RelationMention> found)
    {
        if (chains[subject] is not { Kind: ActorKind.Person, IsNamed: true }) return;
        var possessor = document.Child(mention.Head, Dependency.NmodPoss);
        var chain = possessor < 0 ? -1 : index.ChainAt(possessor);
        if (chain >= 0 && chains[chain].Kind is ActorKind.Media or ActorKind.GovernmentBody)
            found.Add(new RelationMention(subject, RelationKind.EmployedBy, chain, mention.Tokens.Union(TokenRange.Of(possessor))));
    }

    /// <summary>The last word of the role in a mention, and its relation; -1 where there is none.</summary>
    private (int Token, RelationKind Kind) RoleIn(Document document, TokenRange mention)
    {
        for (var t = mention.End - 1; t >= mention.First; t--)
        {
            if (agents.EndingAt(document, t) is { Noun.Role: { } role }) return (t, role);
            if (titles.TitleAt(document, t) is { Kind: TitleKind.Office }) return (t, RelationKind.HoldsOffice);
        }

        return (-1, default);
    }

    private bool IsFormer(Document document, TokenRange mention, int role)
    {
        for (var t = mention.First; t < role; t++)
        {
            if (titles.IsFormer(document[t].Form)) return true;
        }

        return false;
    }

    private static RelationKind Former(RelationKind kind) => kind switch
    {
        RelationKind.HeadOf or RelationKind.CommanderOf => RelationKind.FormerHeadOf,
        RelationKind.HoldsOffice or RelationKind.SpokesmanOf => RelationKind.FormerHoldsOffice,
        _ => RelationKind.FormerMemberOf,
    };
}
