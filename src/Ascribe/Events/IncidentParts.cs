using Ascribe.Actors;
using Ascribe.Language;
using Ascribe.Ontology;
using Ascribe.Records;

namespace Ascribe.Events;

/// <summary>What the mentions of one incident tell together: each weapon and target once, under its fullest name.</summary>
internal static class IncidentParts
{
    /// <summary>Kinds of targets of which one report tells of many: people and where they live.</summary>
    private static readonly string[] s_peopled = [VictimReader.People, "armed_group", "security_forces", "settlement"];

    /// <summary>Weapons by kind; a kind that only says less of one that is told ("bomb" beside "car bomb") goes into it.</summary>
    public static IReadOnlyList<IReadOnlyList<WeaponMention>> Weapons(Incident incident, EventLexicon lexicon)
    {
        var groups = new List<List<WeaponMention>>();
        var named = incident.Mentions.Exists(m => m.Weapons.Exists(w => w.Tokens != m.Tokens));
        foreach (var (mention, weapon) in incident.Mentions.SelectMany(m => m.Weapons.Select(w => (m, w))))
        {
            // "bombing" tells no bomb where missiles are named.
            if (named && weapon.Tokens == mention.Tokens && lexicon.EventOfWeapon(weapon.Kind) != incident.Type) continue;
            var group = groups.Find(g => g[0].Kind == weapon.Kind || lexicon.IsKindOf(g[0].Kind, weapon.Kind));
            if (group is not null)
            {
                if (!group.Exists(w => w.Tokens == weapon.Tokens)) group.Add(weapon);
                continue;
            }

            group = [weapon];
            for (var g = groups.Count - 1; g >= 0; g--)
            {
                if (!lexicon.IsKindOf(weapon.Kind, groups[g][0].Kind)) continue;
                group.AddRange(groups[g]);
                groups.RemoveAt(g);
            }

            groups.Add(group);
        }

        return groups;
    }

    /// <summary>Targets of one kind whose words lie within those of another ("the airport", "a military airport"), or of which one has no name ("a luxury hotel", "the Grand Palace hotel"), are one; the fullest stands first.</summary>
    public static IReadOnlyList<IReadOnlyList<TargetMention>> Targets(ReportMentions mentions, Incident incident, EventTypes types)
    {
        var document = mentions.Document;
        var groups = new List<List<TargetMention>>();
        foreach (var mention in incident.Mentions)
        {
            var before = groups.Count;
            foreach (var target in mention.Targets.Concat(PeopleAimedAt(mentions, incident, mention, types)))
            {
                var group = groups.Find(g => g[0].Kind == target.Kind && document[g[0].Head].Lemma == document[target.Head].Lemma
                    && (Within(document, target, g[0]) || Within(document, g[0], target)));
                group ??= groups.Take(before).FirstOrDefault(g => IsToldAgain(document, g[0], target));
                if (group is null) groups.Add([target]);
                else if (Within(document, target, group[0]) || !Within(document, group[0], target) && (IsNamed(document, group[0]) || !IsNamed(document, target))) group.Add(target);
                else group.Insert(0, target);
            }
        }

        return groups;
    }

    /// <summary>A thing told of elsewhere in the report, and one of the same kind and number there, not both with a name.</summary>
    private static bool IsToldAgain(Document document, TargetMention first, TargetMention again) =>
        first.Kind == again.Kind && !s_peopled.Contains(again.Kind) && IsPlural(document, first) == IsPlural(document, again) && !(IsNamed(document, first) && IsNamed(document, again));

    private static bool IsPlural(Document document, TargetMention target) => document[target.Head].Tag is PartOfSpeech.NNS or PartOfSpeech.NNPS;

    private static bool IsNamed(Document document, TargetMention target)
    {
        for (var t = target.Tokens.First; t < target.Tokens.End; t++)
        {
            if (document[t].Tag.IsProperNoun()) return true;
        }

        return false;
    }

    /// <summary>Whom an act is aimed at by its kind is its target beside its victim; of strikes, and where nothing is told but what was done to somebody, those whom the report names or who somebody is said to have killed.</summary>
    private static IEnumerable<TargetMention> PeopleAimedAt(ReportMentions mentions, Incident incident, EventMention mention, EventTypes types)
    {
        var aims = types.Aims(incident.Type);
        var isDeed = incident.Mentions.TrueForAll(m => m.Trigger is { VictimEffect: not null, Frame: not TriggerFrame.Noun });
        if (aims == EventAim.Things && (isDeed || incident.Mentions.TrueForAll(m => m.Trigger.Strength == TriggerStrength.Effect))) aims = EventAim.NamedPeople;
        // In a hostage taking people are killed, too; it was those who were taken whom it was meant for.
        if (aims == EventAim.Things || aims == EventAim.People && mention.Trigger.Strength == TriggerStrength.Effect) yield break;
        isDeed &= mention is { Trigger: { VictimEffect: VictimEffect.Killed, Frame: TriggerFrame.Act }, Agents.Count: > 0 };
        foreach (var victim in mention.Victims)
        {
            if (victim.IsPart || victim.Head < 0 || !mentions.Document[victim.Head].Tag.IsNoun() || !mention.Patients.Contains(victim.Head) || mentions.Counts.Any(c => c.Tokens.Contains(victim.Head))) continue;
            if (aims == EventAim.NamedPeople && !(mentions.ChainAt(victim.Head) is >= 0 and var chain && (isDeed || mentions.Chains[chain] is { IsNamed: true, Kind: ActorKind.Person }))) continue;
            yield return new TargetMention(victim.Tokens, victim.Head, VictimReader.KindOf(mentions, victim.Head) ?? VictimReader.People, TargetEffect.Unknown);
        }
    }

    /// <summary>Every noun, name and adjective of the one is a word of the other.</summary>
    private static bool Within(Document document, TargetMention less, TargetMention more)
    {
        for (var t = less.Tokens.First; t < less.Tokens.End; t++)
        {
            if (!document[t].Tag.IsNoun() && !document[t].Tag.IsAdjective()) continue;
            var found = false;
            for (var u = more.Tokens.First; u < more.Tokens.End && !found; u++) found = document[t].Lemma == document[u].Lemma;
            if (!found) return false;
        }

        return true;
    }
}
