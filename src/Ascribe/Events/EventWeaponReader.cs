using Ascribe.Language;
using Ascribe.Records;

namespace Ascribe.Events;

/// <summary>The weapons of an event: what stands in a weapon's place beside its trigger, and what somebody is told to use in it.</summary>
internal sealed class EventWeaponReader(EventLexicon lexicon)
{
    /// <summary>"mortar rounds and rockets hit a base": weapons right before the verb are its subjects, whatever the parse says.</summary>
    public void AddBefore(Document document, int verb, List<int> subjects)
    {
        var first = document.SentenceTokens(document.SentenceOf(verb)).First;
        var before = verb - 1;
        while (before >= first && document[before].Tag == PartOfSpeech.RB) before--;
        while (before >= first && lexicon.WeaponAt(document, before) is { } weapon)
        {
            if (!subjects.Contains(before)) subjects.Add(before);
            before = weapon.Tokens.First - 1;
            if (before > first && document[before].Tag == PartOfSpeech.CC) before--;
            else return;
        }
    }

    /// <summary>"shelled the town with mortar rounds": the parse often hangs the weapon on the object.</summary>
    public void TakeBelow(ReportMentions mentions, EventMention mention, int patient)
    {
        var document = mentions.Document;
        foreach (var child in document.Children(patient))
        {
            if (document[child].Relation == Dependency.Nmod && lexicon.RoleOf(Clause.Preposition(document, child)) == PrepositionRole.Weapon
                && lexicon.WeaponAt(document, child) is { } weapon) Add(mentions, mention, weapon.Tokens, child, weapon.Value);
        }
    }

    /// <summary>"attacked the base using rifles", "gunmen armed with grenades", "jets were used in the raid": what a verb of using has for its object, beside the trigger, over it, or below who does it.</summary>
    public void TakeUsed(ReportMentions mentions, EventMention mention)
    {
        var document = mentions.Document;
        TakeUsedBelow(mentions, mention, mention.Head);
        foreach (var agent in mention.Agents) TakeUsedBelow(mentions, mention, agent);
        foreach (var patient in mention.Patients)
        {
            // "attacked the drivers using machetes": the parse hangs the participle on the object.
            if (document.Child(patient, Dependency.Acl) is > 0 and var participle && participle > patient && document[participle].Tag == PartOfSpeech.VBG) TakeUsedBy(mentions, mention, participle);
        }

        var head = mention.Head;
        while (document[head] is { Relation: Dependency.Advcl or Dependency.Conj or Dependency.Xcomp or Dependency.Obl, Head: >= 0 and var above } && document[above].Tag.IsVerb())
        {
            TakeUsedBy(mentions, mention, above);
            head = above;
        }
    }

    private void TakeUsedBelow(ReportMentions mentions, EventMention mention, int token)
    {
        foreach (var child in mentions.Document.Children(token))
        {
            if (mentions.Document[child].Relation is Dependency.Advcl or Dependency.Acl or Dependency.AclRelcl or Dependency.Xcomp) TakeUsedBy(mentions, mention, child);
        }
    }

    private void TakeUsedBy(ReportMentions mentions, EventMention mention, int verb)
    {
        var document = mentions.Document;
        if (!lexicon.IsUsing(document, verb)) return;
        var used = new List<int>();
        if (Clause.IsPassive(document, verb)) Clause.Subjects(document, verb, used);
        else Clause.Objects(document, verb, used);
        foreach (var child in document.Children(verb))
        {
            if (document[child].Relation == Dependency.Obl && lexicon.RoleOf(Clause.Preposition(document, child)) == PrepositionRole.Weapon) Clause.WithConjuncts(document, child, used);
        }

        foreach (var weapon in used)
        {
            if (!mention.Tokens.Contains(weapon)) Take(mentions, mention, weapon);
        }
    }

    /// <summary>"a volley of rockets and two drones", "dozens of shells": the weapons are those that a noun counts.</summary>
    public bool TakeMany(ReportMentions mentions, EventMention mention, int head)
    {
        var document = mentions.Document;
        if (lexicon.WeaponAt(document, head) is not null || mentions.ChainAt(head) >= 0) return false;
        foreach (var child in document.Children(head))
        {
            if (document[child] is not { Relation: Dependency.Nmod, Tag: PartOfSpeech.NNS } || child < head || lexicon.RoleOf(Clause.Preposition(document, child)) != PrepositionRole.Patient) continue;
            var weapons = new List<int>();
            Clause.WithConjuncts(document, child, weapons);
            weapons.RemoveAll(w => lexicon.WeaponAt(document, w) is null);
            foreach (var weapon in weapons) Take(mentions, mention, weapon);
            return weapons.Count > 0;
        }

        return false;
    }

    public void Take(ReportMentions mentions, EventMention mention, int head)
    {
        if (TakeMany(mentions, mention, head)) return;
        if (lexicon.WeaponAt(mentions.Document, head) is { } weapon) Add(mentions, mention, weapon.Tokens, head, weapon.Value);
    }

    public static void Add(ReportMentions mentions, EventMention mention, TokenRange tokens, int head, WeaponEntry entry)
    {
        foreach (var known in mention.Weapons)
        {
            if (known.Tokens == tokens) return;
        }

        mention.Weapons.Add(new WeaponMention(tokens, entry.Kind, mentions.CountAt(head)?.Count));
    }
}
