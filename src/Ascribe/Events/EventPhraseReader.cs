using Ascribe.Actors;
using Ascribe.Language;
using Ascribe.Records;

namespace Ascribe.Events;

/// <summary>What the phrases with prepositions at an event's trigger tell: "on a base", "by rebels", "with rockets".</summary>
internal sealed class EventPhraseReader(EventLexicon lexicon, EventDoerReader doers)
{
    /// <summary>The phrases that hang on the trigger, or on the verb that carries it.</summary>
    public void Take(ReportMentions mentions, EventMention mention, int governor)
    {
        var document = mentions.Document;
        foreach (var child in document.Children(governor))
        {
            var relation = document[child].Relation;
            if (relation is not (Dependency.Obl or Dependency.Nmod or Dependency.OblAgent) || mention.Tokens.Contains(child)) continue;
            var preposition = Clause.Preposition(document, child);
            if (IsBlamedFor(document, mention, governor, preposition)) continue;
            if (mention.Trigger.Frame == TriggerFrame.Act && mention.Tokens.Contains(document.Child(child, Dependency.Case)))
            {
                // "set fire to a church": the preposition belongs to the words of the event.
                Clause.WithConjuncts(document, child, mention.Patients);
                continue;
            }

            switch (lexicon.RoleOf(preposition))
            {
                // "a strike by a drone"
                case PrepositionRole.Agent when lexicon.WeaponAt(document, child) is not null:
                    doers.Take(mentions, mention, child);
                    break;
                // "killed at a checkpoint", "attacked a bus on a road": there, and not the checkpoint or the road. "Hit a depot at the airport" hit the airport.
                case PrepositionRole.Target when lexicon.IsPlacing(preposition) && mention.Trigger.VictimEffect is not null:
                case PrepositionRole.Target when !lexicon.IsPlacing(preposition) && mention is { Trigger.Frame: TriggerFrame.Act, Patients.Count: > 0 } && document[mention.Head].Tag.IsVerb() && !IsBehindEventNoun(document, mention.Head, child):
                    break;
                case PrepositionRole.Target when !mentions.IsInTime(child):
                    Clause.WithConjuncts(document, child, mention.Patients);
                    break;
                case PrepositionRole.Patient when !mentions.IsInTime(child):
                    Clause.WithConjuncts(document, child, mention.Patients);
                    break;
                // "an attack by rebels", but "abducted from a school"
                case var role and (PrepositionRole.Agent or PrepositionRole.Source) when relation != Dependency.OblAgent && (role == PrepositionRole.Agent || document[mention.Head].Tag.IsNoun()) && mentions.ChainAt(child) is >= 0 and var chain
                    && !(mentions.Chains[chain] is not { IsNamed: true, Kind: ActorKind.ArmedGroup or ActorKind.State } && lexicon.TargetKindAt(document, child) is not null):
                    TakeDoers(mentions, mention, child);
                    break;
                case PrepositionRole.Weapon:
                    if (lexicon.WeaponAt(document, child) is { } weapon) EventWeaponReader.Add(mentions, mention, weapon.Tokens, child, weapon.Value);
                    break;
            }
        }
    }

    /// <summary>"an attack by the army and its allies": of those behind the first, all who are known.</summary>
    private void TakeDoers(ReportMentions mentions, EventMention mention, int first)
    {
        var together = new List<int>();
        Clause.WithConjuncts(mentions.Document, first, together);
        foreach (var doer in together)
        {
            if (doer == first || mentions.ChainAt(doer) >= 0) doers.Take(mentions, mention, doer);
        }
    }

    /// <summary>
    /// "the murder of a judge by gunmen", "an attack on a base in Mali by rebels", "an attack by rebels on a mosque": the parse hangs the doer on the victim or
    /// the place, and the target on the doer.
    /// </summary>
    public void TakeBelow(ReportMentions mentions, EventMention mention, int phrase)
    {
        var document = mentions.Document;
        foreach (var child in document.Children(phrase))
        {
            if (child < phrase || document[child].Relation is not (Dependency.Nmod or Dependency.OblAgent)) continue;
            var role = lexicon.RoleOf(Clause.Preposition(document, child));
            if (role == PrepositionRole.Agent)
            {
                if (mentions.ChainAt(child) >= 0) TakeDoers(mentions, mention, child);
            }
            else if (role == PrepositionRole.Target && mention.Agents.Contains(phrase))
            {
                if (lexicon.TargetKindAt(document, child) is not null && !lexicon.IsPlacing(Clause.Preposition(document, child))) Clause.WithConjuncts(document, child, mention.Patients);
            }
            else if (mention.Agents.Count > 0)
            {
                continue;
            }

            TakeBelow(mentions, mention, child);
        }
    }

    /// <summary>"took part in a rocket attack on the embassy": what stands right behind the noun, where the parse hangs it on the verb.</summary>
    public void TakeTargetBehind(ReportMentions mentions, EventMention mention)
    {
        var document = mentions.Document;
        var preposition = mention.Tokens.End;
        if (preposition >= document.SentenceTokens(mention.Sentence).End || document[preposition].Relation != Dependency.Case || lexicon.RoleOf(document[preposition].Form) != PrepositionRole.Target) return;
        var target = document[preposition].Head;
        if (target > preposition && document[target].Relation == Dependency.Obl && !IsBlamedFor(document, mention, document[target].Head, document[preposition].Form) && !mentions.IsInTime(target)) Clause.WithConjuncts(document, target, mention.Patients);
    }

    /// <summary>"killed in an attack by rebels on a market", where the parse hangs the market on the verb.</summary>
    private bool IsBehindEventNoun(Document document, int verb, int target)
    {
        for (var t = verb + 1; t < target; t++)
        {
            if (document[t].Tag.IsNoun() && lexicon.IsEventNoun(document, t)) return true;
        }

        return false;
    }

    /// <summary>"blamed that attack on the rebels", "the attack was blamed on them": not whom the attack struck.</summary>
    private bool IsBlamedFor(Document document, EventMention mention, int governor, string preposition) =>
        !document[mention.Head].Tag.IsVerb() && lexicon.IsBlaming(document, document[governor].Tag.IsVerb() ? governor : document[governor].Relation == Dependency.Obj ? document[governor].Head : -1, preposition);
}
