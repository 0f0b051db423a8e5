using Ascribe.Actors;
using Ascribe.Language;
using Ascribe.Quantities;
using Ascribe.Records;

namespace Ascribe.Events;

/// <summary>Whom and what an event befell, and how many, from what stands in the patient's place of its trigger.</summary>
internal sealed class VictimReader(EventLexicon lexicon)
{
    public void Read(ReportMentions mentions, EventMention mention)
    {
        if (mention.Trigger is { Frame: TriggerFrame.Toll, VictimEffect: { } counted }) ReadToll(mentions, mention, counted);
        else
        {
            if (mention.Trigger.VictimEffect is { } effect and not VictimEffect.None && mention.Status is EventStatus.Occurred or EventStatus.Ongoing or EventStatus.Attempted) ReadVictims(mentions, mention, effect);
            ReadTargets(mentions, mention);
        }
    }

    /// <summary>"four others were wounded", "12 dead", "the death toll rose to 14", "no casualties".</summary>
    private static void ReadToll(ReportMentions mentions, EventMention mention, VictimEffect effect)
    {
        var document = mentions.Document;
        foreach (var subject in mention.Patients)
        {
            if (CountIn(mentions, subject) is { } told) mention.Victims.Add(new VictimMention(document.NounPhrase(subject).Union(told.Tokens), subject, effect, told.Count));
        }

        if (mention.Victims.Count > 0) return;
        if ((mentions.CountAt(mention.Head) ?? LooseCount(mentions, mention)) is { } count)
            mention.Victims.Add(new VictimMention(count.Tokens.Union(mention.Tokens), -1, effect, count.Count));
    }

    /// <summary>A number without noun in the clause of a toll: "the death toll rose to 14".</summary>
    public static CountMention? LooseCount(ReportMentions mentions, EventMention mention)
    {
        var document = mentions.Document;
        var governor = document[mention.Head].Head;
        var clause = document.Subtree(governor >= 0 ? governor : mention.Head);
        foreach (var count in mentions.Counts)
        {
            if (count.Tokens.First >= clause.End) break;
            if (count.Counted < 0 && clause.Contains(count.Tokens)) return count;
        }

        return null;
    }

    private void ReadVictims(ReportMentions mentions, EventMention mention, VictimEffect effect)
    {
        var document = mentions.Document;
        var first = mention.Victims.Count;
        foreach (var patient in mention.Patients)
        {
            if (!MayBeVictim(mentions, patient, effect)) continue;
            var count = CountIn(mentions, patient)?.Count
                ?? (document[patient].Tag == PartOfSpeech.CD ? default : IsOnePerson(mentions, patient) ? CountRange.Exactly(1) : mentions.CountOf(patient));
            mention.Victims.Add(new VictimMention(document.NounPhrase(patient), patient, effect, count));
        }

        AddUp(mention, first);
    }

    private static bool IsOnePerson(ReportMentions mentions, int head) =>
        mentions.ChainAt(head) is var chain and >= 0 && mentions.Chains[chain] is { Kind: ActorKind.Person, IsNamed: true, IsPlural: false };

    /// <summary>"The ambassador and three other Americans were killed" tells of four.</summary>
    private static void AddUp(EventMention mention, int first)
    {
        if (mention.Victims.Count - first < 2) return;
        long sum = 0;
        var one = false;
        var tokens = mention.Victims[first].Tokens;
        for (var v = first; v < mention.Victims.Count; v++)
        {
            if (mention.Victims[v].Count is not { Min: { } low, Max: { } high, Approximate: false } || low != high) return;
            sum += low;
            one |= low == 1;
            tokens = tokens.Union(mention.Victims[v].Tokens);
        }

        if (!one) return;
        var head = mention.Victims[first] with { Tokens = tokens, Count = CountRange.Exactly(sum) };
        mention.Victims.RemoveRange(first, mention.Victims.Count - first);
        mention.Victims.Add(head);
    }

    private bool MayBeVictim(ReportMentions mentions, int patient, VictimEffect effect)
    {
        var document = mentions.Document;
        var tag = document[patient].Tag;
        if (tag == PartOfSpeech.CD) return true;
        if (IsAsked(document, patient) || IsTime(mentions, patient) || lexicon.WeaponAt(document, patient) is not null) return false;
        var chain = mentions.ChainAt(patient);
        if (tag is PartOfSpeech.PRP) return false;
        if (chain >= 0 && mentions.Chains[chain].Kind is not (ActorKind.State or ActorKind.International or ActorKind.Media)) return true;
        return tag.IsNoun() && lexicon.TargetKindAt(document, patient) is null && effect is not (VictimEffect.Released or VictimEffect.Detained);
    }

    /// <summary>"how many people": asked or left open, not told.</summary>
    private static bool IsAsked(Document document, int noun)
    {
        var phrase = document.NounPhrase(noun);
        return document[phrase.First].Tag == PartOfSpeech.WRB || phrase.First > 0 && document[phrase.First - 1].Tag == PartOfSpeech.WRB;
    }

    private void ReadTargets(ReportMentions mentions, EventMention mention)
    {
        var document = mentions.Document;
        var trigger = mention.Trigger;
        foreach (var patient in mention.Patients)
        {
            if (IsTime(mentions, patient) || document[patient].Tag is PartOfSpeech.PRP or PartOfSpeech.CD) continue;
            var kind = lexicon.TargetKindAt(document, patient);
            if (kind is null && trigger.VictimEffect is null && trigger.TargetEffect != TargetEffect.Unknown) kind = KindOf(mentions, patient, trigger);
            if (kind is not null) mention.Targets.Add(new TargetMention(PhraseOf(mentions, patient), patient, kind, trigger.TargetEffect));
        }
    }

    /// <summary>The kind of a thing that is no noun of targets.tsv: an actor, a named place, or property where it was damaged.</summary>
    private static string? KindOf(ReportMentions mentions, int patient, EventTrigger trigger)
    {
        var chain = mentions.ChainAt(patient);
        if (chain >= 0)
        {
            return mentions.Chains[chain].Kind switch
            {
                ActorKind.ArmedGroup => "armed_group",
                ActorKind.GovernmentBody or ActorKind.State => "security_forces",
                _ => "people",
            };
        }

        foreach (var name in mentions.Document.Names)
        {
            if (name.Tokens.Contains(patient)) return name.Kind.Broad() == NameKind.Location ? "settlement" : "people";
        }

        return trigger.TargetEffect is TargetEffect.Destroyed or TargetEffect.Damaged && mentions.Document[patient].Tag.IsNoun() ? "property" : null;
    }

    /// <summary>The noun phrase without a time before it: "last month's consulate attack".</summary>
    private static TokenRange PhraseOf(ReportMentions mentions, int head)
    {
        var phrase = mentions.Document.NounPhrase(head);
        foreach (var time in mentions.Times)
        {
            if (!phrase.Contains(time.Tokens) || time.Tokens.End > head) continue;
            var first = time.Tokens.End;
            while (first < head && mentions.Document[first].Tag == PartOfSpeech.POS) first++;
            phrase = new TokenRange(first, phrase.End);
        }

        return phrase;
    }

    /// <summary>The explicit count of a noun, or the count that a bare number is.</summary>
    private static CountMention? CountIn(ReportMentions mentions, int token)
    {
        if (mentions.CountAt(token) is { } told) return told;
        foreach (var count in mentions.Counts)
        {
            if (count.Tokens.Contains(token)) return count;
        }

        return null;
    }

    private static bool IsTime(ReportMentions mentions, int token)
    {
        foreach (var time in mentions.Times)
        {
            if (time.Tokens.Contains(token)) return true;
        }

        return false;
    }
}
