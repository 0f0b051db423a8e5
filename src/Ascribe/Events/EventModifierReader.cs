using Ascribe.Actors;
using Ascribe.Language;
using Ascribe.Ontology;
using Ascribe.Records;

namespace Ascribe.Events;

/// <summary>What stands before an event noun: "a rocket attack", "the embassy attack", "Israeli air strikes", "the country's worst bombing".</summary>
internal sealed class EventModifierReader(EventTypes types, EventLexicon lexicon)
{
    /// <summary>"a rocket attack", "the embassy attack", "the Taliban attack", "Israeli air strikes".</summary>
    public void Take(ReportMentions mentions, EventMention mention, int child)
    {
        if (lexicon.LeaderIn(mentions.Document, child) is >= 0 and var leader)
        {
            if (mentions.ChainAt(leader) >= 0) mention.Agents.Add(leader);
        }
        else if (lexicon.WeaponAt(mentions.Document, child) is { } weapon) EventWeaponReader.Add(mentions, mention, weapon.Tokens, child, weapon.Value);
        else if (lexicon.TargetKindAt(mentions.Document, child) is not null && !EventDoerReader.IsForceOrState(mentions, child)) mention.Patients.Add(child);
        else if (mentions.ChainAt(child) >= 0) TakeNamed(mentions, mention, child);
    }

    /// <summary>"an army air strike", "a rebel shelling attack": the parse hangs the army on the air, and the rebels on the shelling.</summary>
    public void TakeAllOf(ReportMentions mentions, EventMention mention, int word)
    {
        foreach (var child in mentions.Document.Children(word))
        {
            if (child < word && !mention.Tokens.Contains(child) && mentions.Document[child].Relation is Dependency.Compound or Dependency.Amod) Take(mentions, mention, child);
        }
    }

    /// <summary>"the priest's abduction", "the rebels' abduction of the priest", "the country's worst bombing".</summary>
    public void TakeOwner(ReportMentions mentions, EventMention mention, int owner)
    {
        if (mention.Trigger.VictimEffect is not null && !HasPatient(mentions.Document, mention.Head)) mention.Patients.Add(owner);
        else if (mentions.ChainAt(owner) >= 0 && !IsSuffered(mentions, mention, owner)) mention.Agents.Add(owner);
    }

    /// <summary>"Israeli and US air strikes", "the Taliban attack" name who did it; "the Libya attack" names the place, and "the Daily Mirror attack" what was attacked.</summary>
    private static void TakeNamed(ReportMentions mentions, EventMention mention, int child)
    {
        var heads = new List<int>();
        Clause.WithConjuncts(mentions.Document, child, heads);
        foreach (var head in heads)
        {
            if (mentions.ChainAt(head) is not (>= 0 and var number)) continue;
            var chain = mentions.Chains[number];
            if (chain is { Kind: ActorKind.State, IsNamed: true } && mentions.Document[head].Text.SequenceEqual(chain.Name)) continue;
            if (chain.IsNamed && chain.Kind is ActorKind.Media or ActorKind.Unknown or ActorKind.Civilian) mention.Patients.Add(head);
            else mention.Agents.Add(head);
        }
    }

    private bool HasPatient(Document document, int noun)
    {
        foreach (var child in document.Children(noun))
        {
            if (document[child].Relation == Dependency.Nmod && lexicon.RoleOf(Clause.Preposition(document, child)) == PrepositionRole.Patient) return true;
        }

        return false;
    }

    /// <summary>"Indonesia's deadliest attack", "the country's worst bombing": it befell the country; "Israel's deadliest air strike" did not.</summary>
    private bool IsSuffered(ReportMentions mentions, EventMention mention, int whose)
    {
        var document = mentions.Document;
        if (types.IsFromAfar(mention.Type) || !(mentions.ChainAt(whose) is >= 0 and var chain && mentions.Chains[chain].Kind == ActorKind.State || mentions.Places.Any(p => p.Tokens.Contains(whose)))) return false;
        foreach (var child in document.Children(mention.Head))
        {
            if (child > whose && child < mention.Head && lexicon.IsSuffering(document, child)) return true;
        }

        return false;
    }
}
