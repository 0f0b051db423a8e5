using Ascribe.Actors;
using Ascribe.Language;
using Ascribe.Records;

namespace Ascribe.Events;

/// <summary>Who fights whom where each side does it to the other.</summary>
internal sealed class SideReader(EventLexicon lexicon)
{
    /// <summary>"clashes between A and B", "a gun battle with police": each side does it; of "soldiers fought the rebels" the rebels are the target.</summary>
    public void Read(ReportMentions mentions, EventMention mention)
    {
        var document = mentions.Document;
        var sides = new List<int>();
        Find(mentions, mention, mention.Head, sides);

        // "fighting broke out between rival militias"
        if (sides.Count == 0 && document[mention.Head] is { Relation: Dependency.Nsubj, Head: >= 0 and var verb })
        {
            Find(mentions, mention, verb, sides);

            // "fighting erupted on Tuesday between the army and the rebels": the parse hangs the sides on the day.
            foreach (var child in document.Children(verb))
            {
                if (sides.Count == 0 && child > verb && document[child].Relation == Dependency.Obl) Find(mentions, mention, child, sides);
            }
        }

        if (sides.Count == 1 && FighterOver(mentions, mention.Head) is >= 0 and var fighter && !sides.Contains(fighter)) sides.Add(fighter);
        foreach (var side in sides)
        {
            if (mentions.ChainAt(side) is >= 0 and var chain && IsSide(mentions.Chains[chain]) && !mention.Agents.Contains(side)) mention.Agents.Add(side);
        }
    }

    /// <summary>"Rebels took the town after clashes with the army": of a fight with one side, the fighters who do what is told around it are the other; or -1.</summary>
    private static int FighterOver(ReportMentions mentions, int noun)
    {
        const int reach = 3;
        var document = mentions.Document;
        if (!document[noun].Tag.IsNoun()) return -1;
        var t = noun;
        for (var steps = 0; steps < reach && document[t] is { Relation: Dependency.Nmod or Dependency.Obl or Dependency.Obj, Head: >= 0 and var above }; steps++) t = above;
        if (!document[t].Tag.IsVerb() || Clause.IsPassive(document, t)) return -1;
        var subjects = new List<int>();
        Clause.Subjects(document, t, subjects);
        return subjects is [var only] && mentions.ChainAt(only) is >= 0 and var chain && mentions.Chains[chain].IsForce ? only : -1;
    }

    private void Find(ReportMentions mentions, EventMention mention, int governor, List<int> sides)
    {
        var document = mentions.Document;
        foreach (var child in document.Children(governor))
        {
            if (document[child].Relation is not (Dependency.Obl or Dependency.Nmod)) continue;
            var role = lexicon.RoleOf(Clause.Preposition(document, child));
            if (role != PrepositionRole.Side && !(role == PrepositionRole.Weapon && governor == mention.Head && document[governor].Tag.IsNoun())) continue;
            Clause.WithConjuncts(document, child, sides);
            if (role == PrepositionRole.Side && BehindAnd(mentions, child) is >= 0 and var other && !sides.Contains(other)) sides.Add(other);
        }
    }

    private static bool IsSide(ActorChain chain) =>
        chain.Kind is ActorKind.State or ActorKind.GovernmentBody or ActorKind.ArmedGroup || chain is { Kind: ActorKind.Person, IsPlural: true };

    /// <summary>"between soldiers and rebels", where the parse makes the rebels the subject of the clause: the actor right behind the "and", or -1.</summary>
    private static int BehindAnd(ReportMentions mentions, int side)
    {
        const int reach = 5;
        var document = mentions.Document;
        if (side + 1 >= document.Count || document[side + 1].Tag != PartOfSpeech.CC) return -1;
        for (var t = side + 2; t < document.Count && t < side + 2 + reach && !document[t].Tag.IsVerb(); t++)
        {
            if (mentions.ChainAt(t) >= 0) return t;
        }

        return -1;
    }
}
