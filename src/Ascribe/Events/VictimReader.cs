using Ascribe.Actors;
using Ascribe.Language;
using Ascribe.Quantities;
using Ascribe.Records;

namespace Ascribe.Events;

/// <summary>Whom and what an event befell, and how many, from what stands in the patient's place of its trigger.</summary>
internal sealed class VictimReader(EventLexicon lexicon)
{
    /// <summary>The kind of a target that is people of no side.</summary>
    public const string People = "people";

    public void Read(ReportMentions mentions, EventMention mention)
    {
        if (mention.Trigger.VictimEffect is { } shared and not VictimEffect.None && AmongThem(lexicon, mentions, mention) is { Count: > 0 } some)
        {
            // "of some 30 injured, six were in a bad state", "a nurse was among the 14 people killed"
            if (CountBefore(mentions, mention.Tokens.First) is { } all) mention.Victims.Add(new VictimMention(all.Tokens.Union(mention.Tokens), -1, shared, all.Count));
            else if (mentions.Document[mention.Head] is { Relation: Dependency.Acl, Head: >= 0 and var whole } && !some.Contains(whole) && mentions.CountAt(whole) is { } counted)
                mention.Victims.Add(new VictimMention(mentions.Document.NounPhrase(whole).Union(counted.Tokens), whole, shared, counted.Count));
            foreach (var head in some) AddPart(mentions, mention, head, shared, null);
        }
        else if (mention.Trigger is { Frame: TriggerFrame.Toll, VictimEffect: { } toll }) ReadToll(mentions, mention, toll);
        else
        {
            if (mention.Trigger.VictimEffect is { } effect and not VictimEffect.None && HasBefallen(mention)) ReadVictims(mentions, mention, effect);
            ReadTargets(mentions, mention);
        }

        if (mention.Victims.Exists(v => v.Count.Min is > 1)) ReadParts(mentions, mention);
    }

    /// <summary>"tried to kill the mayor", "plotted to kidnap a minister": whoever it was to befall is a target and no victim.</summary>
    private static bool HasBefallen(EventMention mention) => mention.Status is EventStatus.Occurred or EventStatus.Ongoing;

    /// <summary>"46 people were killed, including seven nurses and a child": the first such list of the sentence after a number.</summary>
    private void ReadParts(ReportMentions mentions, EventMention mention)
    {
        var document = mentions.Document;
        var whole = mention.Victims.Where(v => v.Count.Min is > 1).MinBy(v => v.Tokens.First)!;
        var end = document.SentenceTokens(mention.Sentence).End;
        for (var t = whole.Tokens.End; t < end; t++)
        {
            if (lexicon.Parts.Longest(document, t) is not { } cue) continue;
            if (CountBefore(mentions, cue.Tokens.First) is { } some)
            {
                AddNumberedPart(mentions, mention, whole, some, cue.Tokens.End, end);
                return;
            }

            foreach (var head in NounsBehind(document, cue.Tokens.End, end)) AddPart(mentions, mention, head, whole.Effect, whole.Count.Max);
            return;
        }
    }

    /// <summary>"22 people, seven of them children", "eight of whom were soldiers", "most of them women": the number stands before the words, and who they are behind.</summary>
    private static void AddNumberedPart(ReportMentions mentions, EventMention mention, VictimMention whole, CountMention some, int first, int end)
    {
        var nouns = NounsBehind(mentions.Document, first, end);
        if (nouns.Count == 0 || some.Count.Min > (whole.Count.Max ?? long.MaxValue)) return;
        mention.Victims.Add(new VictimMention(mentions.Document.NounPhrase(nouns[0]), nouns[0], whole.Effect, some.Count, IsPart: true));
    }

    private static CountMention? CountBefore(ReportMentions mentions, int token)
    {
        foreach (var count in mentions.Counts)
        {
            if (count.Tokens.End == token) return count;
        }

        return null;
    }

    /// <summary>The first noun that ends a phrase from the token on, with what is coordinated with it; none where it stands too far off or another clause begins first.</summary>
    private static List<int> NounsBehind(Document document, int first, int end)
    {
        const int reach = 6;
        var heads = new List<int>();
        var noun = first;
        while (noun < end && !document[noun].Tag.IsNoun())
        {
            // "three of whom died in hospital"; "eight of whom were soldiers" says who they were.
            if (document[noun].Relation is Dependency.Mark || document[noun].Tag is PartOfSpeech.VBD or PartOfSpeech.VBZ or PartOfSpeech.VBP && document[noun].Relation is not (Dependency.Cop or Dependency.Aux or Dependency.AuxPass)) return heads;
            noun++;
        }

        while (noun + 1 < end && document[noun].Relation == Dependency.Compound && document[noun + 1].Tag.IsNoun()) noun++;
        if (noun < end && noun - first <= reach) Clause.WithConjuncts(document, noun, heads);
        return heads;
    }

    /// <summary>"died along with five others", "24 civilians, as well as 25 rebels": those counted behind such words, in the clause of the event word.</summary>
    private void AddBesides(ReportMentions mentions, EventMention mention)
    {
        var document = mentions.Document;
        var end = document.SentenceTokens(mention.Sentence).End;
        for (var t = mention.Tokens.End; t < end && !document[t].Tag.IsVerb(); t++)
        {
            if (lexicon.Besides.Longest(document, t) is not { } cue) continue;
            foreach (var head in NounsBehind(document, cue.Tokens.End, end))
            {
                if (CountIn(mentions, head) is not null && !mention.Patients.Contains(head)) mention.Patients.Add(head);
            }

            return;
        }
    }

    private void AddPart(ReportMentions mentions, EventMention mention, int head, VictimEffect effect, long? most)
    {
        if (!mentions.Document[head].Tag.IsNoun() || mentions.ChainAt(head) < 0 && CountIn(mentions, head) is null || !MayBeVictim(mentions, head, effect)) return;
        var count = CountIn(mentions, head)?.Count ?? mentions.CountOf(head);
        if (count.Min is { } number && number <= (most ?? long.MaxValue))
            mention.Victims.Add(new VictimMention(mentions.Document.NounPhrase(head), head, effect, count, IsPart: true));
    }

    /// <summary>"a doctor and a nurse were among those killed", "among the dead were …", "the dead included …", "the victims were …": the nouns beside.</summary>
    public static List<int> AmongThem(EventLexicon lexicon, ReportMentions mentions, EventMention mention)
    {
        var document = mentions.Document;
        var found = new List<int>();
        var head = mention.Head;
        if (document[head].Relation is Dependency.Acl && document[head].Head >= 0) head = document[head].Head;
        if (document.Child(head, Dependency.Case) is >= 0 and var preposition && lexicon.Partitives.Longest(document, preposition) is not null)
        {
            // "Among the killed were ten farmers": the parse takes the participle for the verb.
            if (document[head].Tag == PartOfSpeech.VBN) Clause.Objects(document, head, found);
            if (found.Count > 0) return found;
            var subject = document.Child(head, Dependency.Nsubj);
            if (subject < 0 && document[head].Head is >= 0 and var verb && document[head].Relation == Dependency.Obl) subject = document.Child(verb, Dependency.Nsubj);
            if (subject >= 0) Clause.WithConjuncts(document, subject, found);
        }
        else if (document[head].Relation == Dependency.Nsubj && document[head].Head is >= 0 and var included && lexicon.Partitives.Longest(document, included) is not null)
        {
            Clause.Objects(document, included, found);
        }
        else if (document[head] is { Relation: Dependency.Nsubj, Head: >= 0 and var named } && document[named].Tag.IsNoun() && document.Child(named, Dependency.Cop) >= 0)
        {
            // "the deaths were the work of rebels" tells of no dead.
            Clause.WithConjuncts(document, named, found);
            if (!found.Exists(f => mentions.CountAt(f) is not null || mentions.ChainAt(f) is >= 0 and var chain && mentions.Chains[chain].Kind is ActorKind.Person or ActorKind.Civilian)) found.Clear();
        }

        return found;
    }

    /// <summary>"four others were wounded", "12 dead", "the death toll rose to 14", "no casualties".</summary>
    private void ReadToll(ReportMentions mentions, EventMention mention, VictimEffect effect)
    {
        var document = mentions.Document;
        var left = LeftBehind(document, mention);
        foreach (var subject in left.Union(mention.Patients))
        {
            if (CountIn(mentions, subject) is { } told)
            {
                if (effect == VictimEffect.None && !told.Count.IsZero) continue;
                var counted = mentions.CountedBy(subject);
                mention.Victims.Add(new VictimMention(document.NounPhrase(counted).Union(told.Tokens), counted, effect, told.Count));
            }
            // "left a woman dead"
            else if (left.Contains(subject) && document[subject].Tag == PartOfSpeech.NN && mentions.ChainAt(subject) >= 0 && MayBeVictim(mentions, subject, effect)) mention.Victims.Add(new VictimMention(document.NounPhrase(subject), subject, effect, mentions.CountOf(subject)));
        }

        if (mention.Victims.Count > 0 || IsToCome(document, mention.Head)) return;
        // "casualties of 29 people": dead and hurt together, and no word of which.
        if ((mentions.CountAt(mention.Head) ?? LooseCount(mentions, mention)) is { } count && (effect != VictimEffect.None || count.Count.IsZero))
            mention.Victims.Add(new VictimMention(count.Tokens.Union(mention.Tokens), -1, effect, count.Count, IsSomeOfThem(document, mention.Head, count)));
    }

    /// <summary>"two of the bodies": some of those whose number is told elsewhere.</summary>
    private static bool IsSomeOfThem(Document document, int noun, CountMention count) =>
        document[noun].Relation == Dependency.Nmod && count.Tokens.Contains(document[noun].Head) && document.Child(noun, Dependency.Det) >= 0;

    /// <summary>"the death toll could rise to 40": no number of what happened. "It may have risen to 40" is one.</summary>
    private static bool IsToCome(Document document, int noun)
    {
        if (document[noun] is not { Relation: Dependency.Nsubj, Head: >= 0 and var verb }) return false;
        bool modal = false, perfect = false;
        foreach (var child in document.Children(verb))
        {
            if (document[child].Relation != Dependency.Aux) continue;
            modal |= document[child].Tag == PartOfSpeech.MD;
            perfect |= document[child].Lemma == "have";
        }

        return modal && !perfect;
    }

    /// <summary>"left 14 soldiers and 20 rebels dead": what the verb before the word has for its objects.</summary>
    public static List<int> LeftBehind(Document document, EventMention mention)
    {
        var left = new List<int>();
        var verb = document[mention.Head].Head;
        if (verb < 0 || verb > mention.Head || !document[verb].Tag.IsVerb() || document[mention.Head].Tag != PartOfSpeech.JJ) return left;
        Clause.Objects(document, verb, left);
        left.RemoveAll(o => o < verb || o > mention.Head);
        return left;
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
            if (count.Counted < 0 && clause.Contains(count.Tokens) && !IsOfAnotherVerb(document, count.Tokens.End - 1, governor)) return count;
        }

        return null;
    }

    /// <summary>"left 80 dead and forced 50,000 from their homes"</summary>
    private static bool IsOfAnotherVerb(Document document, int token, int verb)
    {
        while (document[token].Head is >= 0 and var head)
        {
            if (head == verb) return false;
            if (document[head].Tag.IsVerb()) return document[head].Relation == Dependency.Conj;
            token = head;
        }

        return false;
    }

    private void ReadVictims(ReportMentions mentions, EventMention mention, VictimEffect effect)
    {
        var document = mentions.Document;
        var first = mention.Victims.Count;
        AddBesides(mentions, mention);
        foreach (var patient in mention.Patients)
        {
            if (CountIn(mentions, patient) is { IsPart: true } || IsSetBeside(document, patient) || !MayBeVictim(mentions, patient, effect)) continue;
            var told = CountIn(mentions, patient);
            var count = told?.Count
                ?? (document[patient].Tag == PartOfSpeech.CD ? default : IsOnePerson(mentions, patient) || document[patient].Tag == PartOfSpeech.PRP || IsOneOfAPeople(mentions, patient) ? CountRange.Exactly(1) : mentions.CountOf(patient));
            var phrase = PhraseOf(mentions, patient);

            // "shot dead a leader": the parse makes "dead" a word of the phrase.
            if (mention.Tokens.First <= phrase.First && mention.Tokens.End <= patient) phrase = new TokenRange(Math.Max(phrase.First, mention.Tokens.End), phrase.End);
            if (told is not null) phrase = phrase.Union(told.Tokens);
            mention.Victims.Add(new VictimMention(phrase, patient, effect, count));
        }

        AddUp(mention, first);
    }

    /// <summary>"wounding 76, an aid worker and a nurse said": with no "and" between, a comma does not join a noun to a bare number.</summary>
    private static bool IsSetBeside(Document document, int noun) =>
        document[noun] is { Relation: Dependency.Conj, Head: >= 0 and var number } && document[number].Tag == PartOfSpeech.CD && document[noun].Tag == PartOfSpeech.NN && document.Child(noun, Dependency.Cc) < 0;

    private static bool IsOnePerson(ReportMentions mentions, int head) =>
        mentions.ChainAt(head) is var chain and >= 0 && mentions.Chains[chain] is { Kind: ActorKind.Person, IsNamed: true, IsPlural: false };

    /// <summary>"shot him": whoever the pronoun stands for.</summary>
    private static bool StandsForOne(ReportMentions mentions, int pronoun) => mentions.ChainAt(pronoun) is var chain and >= 0 && mentions.Chains[chain] is { Kind: ActorKind.Person or ActorKind.Civilian, IsPlural: false };

    /// <summary>"an American": an adjective for somebody, behind an article.</summary>
    private static bool IsOneOfAPeople(ReportMentions mentions, int head) =>
        mentions.Document[head].Tag.IsAdjective() && head > 0 && mentions.Document[head - 1].Tag == PartOfSpeech.DT && mentions.ChainAt(head) is >= 0 and var chain && !mentions.Chains[chain].IsPlural;

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
        if (tag == PartOfSpeech.CD || IsLooseCount(mentions, patient)) return true;
        if (IsAsked(document, patient) || IsTime(mentions, patient) || lexicon.WeaponAt(document, patient) is not null) return false;
        var chain = mentions.ChainAt(patient);
        if (tag is PartOfSpeech.PRP) return StandsForOne(mentions, patient);

        // "nine worshippers at a church", "eight others, according to the health directorate": one building or body is nobody.
        if (tag is PartOfSpeech.NN or PartOfSpeech.NNP && mentions.CountAt(patient) is null
            && (lexicon.TargetKindAt(document, patient) is not null && !(chain >= 0 && mentions.Chains[chain].Kind is ActorKind.Person) || chain >= 0 && mentions.Chains[chain].Kind == ActorKind.GovernmentBody)) return false;
        if (chain >= 0 && mentions.Chains[chain].Kind is not (ActorKind.State or ActorKind.International or ActorKind.Media)) return true;
        return tag.IsNoun() && CountIn(mentions, patient) is not null && lexicon.TargetKindAt(document, patient) is null && effect is not (VictimEffect.Released or VictimEffect.Detained);
    }

    /// <summary>"wounded more than 50"</summary>
    private static bool IsLooseCount(ReportMentions mentions, int token)
    {
        foreach (var count in mentions.Counts)
        {
            if (count.Counted < 0 && count.Tokens.Contains(token)) return true;
        }

        return false;
    }

    /// <summary>"how many people": asked or left open, not told.</summary>
    private static bool IsAsked(Document document, int noun)
    {
        var phrase = document.NounPhrase(noun);
        return document[phrase.First].Tag == PartOfSpeech.WRB
            || phrase.First > 0 && document[phrase.First - 1] is { Tag: PartOfSpeech.WRB } asked && phrase.Contains(asked.Head);
    }

    private void ReadTargets(ReportMentions mentions, EventMention mention)
    {
        var document = mentions.Document;
        var trigger = mention.Trigger;
        foreach (var patient in mention.Patients)
        {
            if (IsTime(mentions, patient) || document[patient].Tag is PartOfSpeech.PRP or PartOfSpeech.CD) continue;
            var kind = lexicon.TargetKindAt(document, patient);
            if (kind is null && (trigger.VictimEffect is null ? trigger.TargetEffect != TargetEffect.Unknown : !HasBefallen(mention)))
            {
                kind = KindOf(mentions, patient);
                if (kind is null && trigger.TargetEffect is TargetEffect.Destroyed or TargetEffect.Damaged && document[patient].Tag.IsNoun()) kind = "property";
            }

            if (kind is not null) mention.Targets.Add(new TargetMention(PhraseOf(mentions, patient), patient, kind, trigger.TargetEffect));
        }
    }

    /// <summary>The kind of a target that is no noun of targets.tsv: an actor or a named place, or null.</summary>
    public static string? KindOf(ReportMentions mentions, int patient)
    {
        var chain = mentions.ChainAt(patient);
        if (chain >= 0)
        {
            return mentions.Chains[chain].Kind switch
            {
                ActorKind.ArmedGroup => "armed_group",
                ActorKind.GovernmentBody or ActorKind.State => "security_forces",
                _ => People,
            };
        }

        foreach (var name in mentions.Document.Names)
        {
            if (name.Tokens.Contains(patient)) return name.Kind.Broad() == NameKind.Location ? "settlement" : People;
        }

        return null;
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
            if (count.Tokens.Contains(token) || count.IsPart && count.Counted == token) return count;
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
