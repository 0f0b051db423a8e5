using Ascribe.Actors;
using Ascribe.Language;
using Ascribe.Places;
using Ascribe.Quantities;
using Ascribe.Records;
using Ascribe.Times;

namespace Ascribe.Events;

/// <summary>
/// Finds where events are told, and what hangs on each trigger in the parse: who, to whom, with what, when and where. One mention a
/// trigger; <see cref="EventMerger"/> then makes incidents of them.
/// </summary>
internal sealed class EventMentionReader
{
    private readonly EventLexicon _lexicon;
    private readonly EventStatusReader _status;
    private readonly EventPlaceScorer _places = EventPlaceScorer.Load();

    private EventMentionReader(EventLexicon lexicon)
    {
        _lexicon = lexicon;
        _status = new EventStatusReader(lexicon);
    }

    public static EventMentionReader Load(string language) => new(EventLexicon.Load(language));

    public IReadOnlyList<EventMention> Read(ReportMentions mentions)
    {
        var document = mentions.Document;
        var found = new List<EventMention>();
        for (var sentence = 0; sentence < document.SentenceCount; sentence++)
        {
            if (!mentions.Report.IsStory(sentence)) continue;
            foreach (var match in _lexicon.Triggers.All(document, document.SentenceTokens(sentence)))
            {
                if (Choose(document, match) is not { } trigger) continue;
                var mention = new EventMention
                {
                    Trigger = trigger,
                    Tokens = match.Tokens,
                    Head = HeadOf(document, match.Tokens),
                    Sentence = sentence,
                    Type = trigger.Type,
                };
                if (IsInsideCompound(document, mention)) continue;
                FindRoles(mentions, mention);
                if (!Stands(mentions, mention)) continue;
                mention.Status = _status.Read(document, mention);
                FindVictims(mentions, mention);
                mention.Time = TimeOf(mentions, mention);
                FindPlaces(mentions, mention);
                RefineType(mention);
                found.Add(mention);
            }
        }

        return found;
    }

    /// <summary>Of the rows that a phrase has, the one whose frame fits its use.</summary>
    private EventTrigger? Choose(Document document, Lexicons.PhraseMatcher<EventTrigger>.Match match)
    {
        var tag = document[match.Tokens.First].Tag;
        EventTrigger? best = null;
        foreach (var candidate in _lexicon.Triggers.At(document, match.Tokens.First))
        {
            if (candidate.Tokens != match.Tokens) continue;
            var trigger = candidate.Value;
            if (tag.IsVerb() && trigger.Frame == TriggerFrame.Happen && HasObject(document, match.Tokens.First)) continue;
            if (tag.IsVerb() && trigger.Frame == TriggerFrame.Act && best is { Frame: TriggerFrame.Happen }) continue;
            best ??= trigger;
            if (trigger.Frame == TriggerFrame.Happen) best = trigger;
        }

        return best;
    }

    private static bool HasObject(Document document, int verb) => document.Child(verb, Dependency.Obj) >= 0 || Clause.IsPassive(document, verb) &&
        document.Child(verb, Dependency.NsubjPass) >= 0;

    private static int HeadOf(Document document, TokenRange tokens)
    {
        for (var t = tokens.First; t < tokens.End; t++)
        {
            if (!tokens.Contains(Math.Max(document[t].Head, 0)) || document[t].Head < 0) return t;
        }

        return tokens.First;
    }

    /// <summary>"attack helicopters", "a bomb attack investigator": the word only modifies another noun.</summary>
    private static bool IsInsideCompound(Document document, EventMention mention)
    {
        var head = document[mention.Head];
        return head.Tag.IsNoun() && head.Relation is Dependency.Compound && head.Head >= 0 && !mention.Tokens.Contains(head.Head);
    }

    private void FindRoles(ReportMentions mentions, EventMention mention)
    {
        if (mention.Trigger.Frame is TriggerFrame.Noun or TriggerFrame.Toll && !mentions.Document[mention.Head].Tag.IsVerb()) FindNominalRoles(mentions, mention);
        else FindVerbalRoles(mentions, mention);
    }

    private void FindVerbalRoles(ReportMentions mentions, EventMention mention)
    {
        var document = mentions.Document;
        var verb = mention.Head;
        var subjects = new List<int>();
        Clause.Subjects(document, verb, subjects);
        subjects.RemoveAll(s => mention.Tokens.Contains(s));
        var objects = new List<int>();
        Clause.Objects(document, verb, objects);
        objects.RemoveAll(o => mention.Tokens.Contains(o));
        switch (mention.Trigger.Frame)
        {
            case TriggerFrame.Happen:
                foreach (var subject in subjects) TakeWeaponOrAgent(mentions, mention, subject);
                break;
            case TriggerFrame.Suffer:
                mention.Patients.AddRange(subjects);
                break;
            case TriggerFrame.Act when Clause.IsPassive(document, verb):
                mention.Patients.AddRange(subjects);
                var agents = new List<int>();
                Clause.ByAgents(document, verb, agents);
                foreach (var agent in agents) TakeWeaponOrAgent(mentions, mention, agent);
                break;
            default:
                foreach (var subject in subjects) TakeWeaponOrAgent(mentions, mention, subject);
                mention.Patients.AddRange(objects);
                break;
        }

        TakeObliques(mentions, mention, verb);
        foreach (var patient in mention.Patients) TakeWeaponsBelow(mentions, mention, patient);
    }

    /// <summary>"shelled the town with mortar rounds": the parse often hangs the weapon on the object.</summary>
    private void TakeWeaponsBelow(ReportMentions mentions, EventMention mention, int patient)
    {
        var document = mentions.Document;
        foreach (var child in document.Children(patient))
        {
            if (document[child].Relation == Dependency.Nmod && _lexicon.RoleOf(Clause.Preposition(document, child)) == PrepositionRole.Weapon
                && _lexicon.WeaponAt(document, child) is { } weapon) AddWeapon(mentions, mention, weapon.Tokens, child, weapon.Value);
        }
    }

    private void FindNominalRoles(ReportMentions mentions, EventMention mention)
    {
        var document = mentions.Document;
        var noun = mention.Head;
        foreach (var child in document.Children(noun))
        {
            if (mention.Tokens.Contains(child)) continue;
            switch (document[child].Relation)
            {
                case Dependency.NmodPoss:
                    if (mentions.ChainAt(child) >= 0) mention.Agents.Add(child);
                    break;
                case Dependency.Compound or Dependency.Amod or Dependency.Nmod or Dependency.NmodDesc when child < noun:
                    TakeModifier(mentions, mention, child);
                    break;
                case Dependency.Acl or Dependency.AclRelcl when document[child].Lemma is { Length: > 0 }:
                    TakeClause(mentions, mention, child);
                    break;
                case Dependency.Det or Dependency.Amod:
                    break;
            }
        }

        TakeObliques(mentions, mention, noun);
        var governor = document[noun].Head;
        if (governor < 0 || !document[governor].Tag.IsVerb()) return;
        if (SupportOver(document, mention) is { } support)
        {
            var subjects = new List<int>();
            if (document[noun].Relation == Dependency.Obj && support.SubjectActs) Clause.Subjects(document, governor, subjects);
            else if (document[noun].Relation == Dependency.NsubjPass && support.SubjectActs) Clause.ByAgents(document, governor, subjects);
            foreach (var subject in subjects)
            {
                if (subject != noun) TakeWeaponOrAgent(mentions, mention, subject);
            }

            TakeObliques(mentions, mention, governor);
        }
        else if (document[noun].Relation is Dependency.Nsubj or Dependency.NsubjPass && _lexicon.Triggers.Longest(document, governor) is null)
        {
            // "The attack left two dead", "the blast happened near a market": places and times hang on the verb.
            TakeObliques(mentions, mention, governor);
        }
    }

    private SupportVerb? SupportOver(Document document, EventMention mention)
    {
        var governor = document[mention.Head].Head;
        if (governor < 0 || document[mention.Head].Relation is not (Dependency.Obj or Dependency.NsubjPass)) return null;
        return _lexicon.SupportVerbs.Longest(document, governor)?.Value;
    }

    /// <summary>"a rocket attack", "the embassy attack", "the Taliban attack", "Israeli air strikes".</summary>
    private void TakeModifier(ReportMentions mentions, EventMention mention, int child)
    {
        if (_lexicon.WeaponAt(mentions.Document, child) is { } weapon) AddWeapon(mentions, mention, weapon.Tokens, child, weapon.Value);
        else if (_lexicon.TargetKindAt(mentions.Document, child) is not null) mention.Patients.Add(child);
        else if (mentions.ChainAt(child) >= 0) mention.Agents.Add(child);
    }

    /// <summary>"the attack that killed four", "an attack blamed on rebels", "an attack carried out by rebels".</summary>
    private void TakeClause(ReportMentions mentions, EventMention mention, int verb)
    {
        if (!mentions.Document[verb].Tag.IsVerb()) return;
        if (_lexicon.SupportVerbs.Longest(mentions.Document, verb) is { Value.SubjectActs: true })
        {
            var agents = new List<int>();
            Clause.ByAgents(mentions.Document, verb, agents);
            foreach (var agent in agents) TakeWeaponOrAgent(mentions, mention, agent);
            TakeObliques(mentions, mention, verb);
        }
    }

    private void TakeObliques(ReportMentions mentions, EventMention mention, int governor)
    {
        var document = mentions.Document;
        foreach (var child in document.Children(governor))
        {
            var relation = document[child].Relation;
            if (relation is not (Dependency.Obl or Dependency.Nmod or Dependency.OblAgent) || mention.Tokens.Contains(child)) continue;
            switch (_lexicon.RoleOf(Clause.Preposition(document, child)))
            {
                case PrepositionRole.Target when !IsTimeOrBarePlace(mentions, child):
                    Clause.WithConjuncts(document, child, mention.Patients);
                    break;
                case PrepositionRole.Patient when !IsTimeOrBarePlace(mentions, child):
                    Clause.WithConjuncts(document, child, mention.Patients);
                    break;
                case PrepositionRole.Agent when relation != Dependency.OblAgent && mentions.ChainAt(child) >= 0:
                    mention.Agents.Add(child);
                    break;
                case PrepositionRole.Weapon:
                    if (_lexicon.WeaponAt(document, child) is { } weapon) AddWeapon(mentions, mention, weapon.Tokens, child, weapon.Value);
                    break;
            }
        }
    }

    private static bool IsTimeOrBarePlace(ReportMentions mentions, int token)
    {
        foreach (var time in mentions.Times)
        {
            if (time.Tokens.Contains(token)) return true;
        }

        return false;
    }

    private void TakeWeaponOrAgent(ReportMentions mentions, EventMention mention, int head)
    {
        if (_lexicon.WeaponAt(mentions.Document, head) is { } weapon)
        {
            AddWeapon(mentions, mention, weapon.Tokens, head, weapon.Value);
            if (!weapon.Value.IsCarrier) return;

            // "Israeli warplanes": the user is the modifier.
            foreach (var child in mentions.Document.Children(head))
            {
                if (child < head && mentions.ChainAt(child) >= 0) mention.Agents.Add(child);
            }

            return;
        }

        if (!mention.Agents.Contains(head) && !IsEventNoun(mentions.Document, head)) mention.Agents.Add(head);
    }

    private bool IsEventNoun(Document document, int head) =>
        _lexicon.Triggers.Longest(document, head) is { Value.Frame: TriggerFrame.Noun };

    private static void AddWeapon(ReportMentions mentions, EventMention mention, TokenRange tokens, int head, WeaponEntry entry)
    {
        foreach (var known in mention.Weapons)
        {
            if (known.Tokens == tokens) return;
        }

        mention.Weapons.Add(new WeaponMention(tokens, entry.Kind, mentions.CountAt(head)?.Count));
    }

    /// <summary>Whether the words tell of an event at all: weak triggers need a weapon, and general talk is none.</summary>
    private static bool Stands(ReportMentions mentions, EventMention mention)
    {
        switch (mention.Trigger.Strength)
        {
            case TriggerStrength.Weak:
                return mention.Weapons.Count > 0 || IsHostile(mentions, mention.Agents);
            case TriggerStrength.Effect when mention.Trigger.Frame == TriggerFrame.Act:
                return mention.Patients.Count > 0;
            case TriggerStrength.Effect when mention.Trigger.Frame == TriggerFrame.Toll:
                return mentions.CountAt(mention.Head) is not null || LooseCount(mentions, mention) is not null;
            default:
                return true;
        }
    }

    private static bool IsHostile(ReportMentions mentions, List<int> heads)
    {
        foreach (var head in heads)
        {
            var chain = mentions.ChainAt(head);
            if (chain >= 0 && mentions.Chains[chain].Kind is ActorKind.ArmedGroup or ActorKind.State or ActorKind.GovernmentBody) return true;
        }

        return false;
    }

    /// <summary>A number without noun in the clause of a toll: "the death toll rose to 14".</summary>
    private static CountMention? LooseCount(ReportMentions mentions, EventMention mention)
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

    private void FindVictims(ReportMentions mentions, EventMention mention)
    {
        var document = mentions.Document;
        var trigger = mention.Trigger;
        if (trigger.Frame == TriggerFrame.Toll && trigger.VictimEffect is { } counted)
        {
            var count = mentions.CountAt(mention.Head) ?? LooseCount(mentions, mention);
            if (count is not null) mention.Victims.Add(new VictimMention(count.Tokens.Union(mention.Tokens), -1, counted, count.Count));
            return;
        }

        foreach (var patient in mention.Patients)
        {
            var phrase = document.NounPhrase(patient);
            var chain = mentions.ChainAt(patient);
            var kind = _lexicon.TargetKindAt(document, patient);
            var isPerson = chain >= 0 && mentions.Chains[chain].Kind is not (ActorKind.State or ActorKind.International or ActorKind.Media);
            var bare = document[patient].Tag == PartOfSpeech.CD;
            if (trigger.VictimEffect is { } effect && effect != VictimEffect.None && (isPerson || bare || kind is null && document[patient].Tag.IsNoun()))
            {
                var count = bare ? BareCount(mentions, patient) : mentions.CountOf(patient);
                mention.Victims.Add(new VictimMention(phrase, patient, effect, count));
            }

            if (kind is not null) mention.Targets.Add(new TargetMention(phrase, patient, kind, trigger.TargetEffect));
            else if (trigger.VictimEffect is null && chain >= 0 && trigger.Strength is TriggerStrength.Kind or TriggerStrength.Generic or TriggerStrength.Weak)
                mention.Targets.Add(new TargetMention(phrase, patient, KindOfActor(mentions.Chains[chain].Kind), trigger.TargetEffect));
        }
    }

    private static CountRange BareCount(ReportMentions mentions, int token)
    {
        foreach (var count in mentions.Counts)
        {
            if (count.Tokens.Contains(token)) return count.Count;
        }

        return new CountRange(null, null);
    }

    private static string KindOfActor(ActorKind kind) => kind switch
    {
        ActorKind.ArmedGroup => "armed_group",
        ActorKind.GovernmentBody or ActorKind.State => "security_forces",
        _ => "people",
    };

    /// <summary>The time expression nearest to the trigger in its own clause; else the only one of the sentence.</summary>
    private static TimeMention? TimeOf(ReportMentions mentions, EventMention mention)
    {
        var document = mentions.Document;
        TimeMention? best = null;
        var bestDistance = int.MaxValue;
        foreach (var time in mentions.Times)
        {
            if (time.Interval is null || document.SentenceOf(time.Tokens.First) != mention.Sentence || time.IsStart) continue;
            if (time.Interval.Earliest is null && time.Interval.Latest is null) continue;
            var distance = Distance(document, mention, time.Tokens.First);
            if (distance >= bestDistance) continue;
            best = time;
            bestDistance = distance;
        }

        return bestDistance <= 60 ? best : null;
    }

    private void FindPlaces(ReportMentions mentions, EventMention mention)
    {
        var document = mentions.Document;
        var inSentence = mentions.Places.Where(p => document.SentenceOf(p.Tokens.First) == mention.Sentence).ToList();
        if (inSentence.Count == 0) return;
        mention.Places.AddRange(_places.Choose(document, mention.Head, inSentence));
        foreach (var outer in inSentence)
        {
            // What the sentence names around the chosen ones: "In Niger, … near Torodi", "the Syrian city of Homs".
            if (outer.Role != PlaceRole.Government && !mention.Places.Contains(outer) && mention.Places.Exists(inner => Holds(outer, inner))) mention.Places.Add(outer);
        }

        mention.Places.Sort((a, b) => a.Place.Precision.CompareTo(b.Place.Precision));
    }

    /// <summary>True for the country or first-level division of a place; a demonym has to stand right before the place.</summary>
    private static bool Holds(PlaceMention outer, PlaceMention inner)
    {
        var (large, small) = (outer.Place, inner.Place);
        if (outer.Role == PlaceRole.Demonym && inner.Tokens.First - outer.Tokens.End is < 0 or > 5) return false;
        return large.Country is not null && large.Country == small.Country && large.Precision > small.Precision
            && (large.Precision == PlacePrecision.Country || large.Precision == PlacePrecision.Province && large.Admin1 is not null && large.Admin1 == small.Admin1);
    }

    /// <summary>
    /// How far a token is from the trigger: words between, and much farther when a reporting clause stands between them ("the ministry
    /// said on Monday that …" dates the statement).
    /// </summary>
    private static int Distance(Document document, EventMention mention, int token)
    {
        var words = Math.Abs(token - mention.Head);
        var governor = token;
        for (var steps = 0; governor >= 0 && steps < 50; steps++)
        {
            if (governor == mention.Head) return words;
            if (document[governor].Tag.IsVerb() && governor != token) break;
            governor = document[governor].Head;
        }

        if (governor < 0) return words;

        // The trigger hangs below a content clause of the token's verb: the token belongs to the saying, not to the event.
        for (var t = mention.Head; t >= 0 && t != governor; t = document[t].Head)
        {
            if (document[t].Relation is Dependency.Ccomp && document[t].Head == governor) return words + 50;
        }

        return words;
    }

    /// <summary>A weapon tells the kind of an attack whose kind the trigger leaves open.</summary>
    private void RefineType(EventMention mention)
    {
        if (mention.Trigger.Strength == TriggerStrength.Kind && mention.Type != "bombing") return;
        foreach (var weapon in mention.Weapons)
        {
            if (_lexicon.EventOfWeapon(weapon.Kind) is not { } type) continue;
            if (mention.Type == "bombing" && type is not ("suicide_attack" or "air_drone_strike" or "rocket_shelling")) continue;
            mention.Type = type;
            return;
        }
    }
}
