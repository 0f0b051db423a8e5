using Ascribe.Language;
using Ascribe.Lexicons;
using Ascribe.Ontology;
using Ascribe.Places;
using Ascribe.Records;
using Ascribe.Times;
using NodaTime;
using NodaTime.Text;

namespace Ascribe.Events;

/// <summary>
/// Finds where events are told, and what hangs on each trigger in the parse: who, to whom, with what, when and where. One mention a
/// trigger; <see cref="EventMerger"/> then makes incidents of them.
/// </summary>
internal sealed class EventMentionReader
{
    private readonly EventLexicon _lexicon;
    private readonly EventTypes _types;
    private readonly EventStatusReader _status;
    private readonly EventRoleReader _roles;
    private readonly VictimReader _victims;
    private readonly Eventhood _eventhood;
    private readonly EventPlaceScorer _places = EventPlaceScorer.Load();

    private readonly EventTimeReader _times;

    private EventMentionReader(EventLexicon lexicon, EventTypes types, EventTimeReader times)
    {
        _times = times;
        _lexicon = lexicon;
        _types = types;
        _status = new EventStatusReader(lexicon);
        _roles = new EventRoleReader(types, lexicon);
        _victims = new VictimReader(lexicon);
        _eventhood = new Eventhood(types, lexicon);
    }

    /// <param name="times">Weights of the times of events in place of those that ship, or null.</param>
    public static EventMentionReader Load(string language, EventLexicon lexicon, EventTypes types, ChoiceWeights<EventTimeFeature>? times = null) => new(lexicon, types, EventTimeReader.Load(language, times));

    public IReadOnlyList<EventMention> Read(ReportMentions mentions)
    {
        var document = mentions.Document;
        var found = new List<EventMention>();
        var mishaps = new Mishaps(mentions);
        for (var sentence = 0; sentence < document.SentenceCount; sentence++)
        {
            if (!mentions.Report.IsStory(sentence)) continue;
            foreach (var (tokens, chosen) in Triggers(document, document.SentenceTokens(sentence)))
            {
                if (chosen is { Strength: TriggerStrength.None }) continue;
                if (chosen is { Strength: TriggerStrength.Mishap })
                {
                    mishaps.Add(tokens);
                    continue;
                }

                if (Standing(mentions, found, sentence, tokens, chosen) is not { } mention)
                {
                    // "crashed into a ravine"
                    if (_lexicon.Triggers.At(document, tokens.First).Find(m => m.Value.Strength == TriggerStrength.Mishap) is { Value: not null } mishap) mishaps.Add(mishap.Tokens);
                    continue;
                }

                mention.Status = _status.Read(document, mention);
                if (mention.Status == EventStatus.Denied && IsOfThisOne(document, mention.Head)) ForgetKind(mention);
                _victims.Read(mentions, mention);
                FindPlaces(mentions, mention);
                RefineType(mention);
                found.Add(mention);
            }
        }

        mishaps.Mark(found);
        _times.Assign(mentions, found);
        foreach (var mention in found)
        {
            if (mention.Time is { IsStart: true } && IsOfThisOne(document, mention.Head)) mention.Time = null;
            if (mention is { Status: EventStatus.Occurred or EventStatus.Ongoing or EventStatus.Attempted, Time: { } time } && mentions.Report.PublishedOn is { } published) mention.Time = NotAhead(document, time, published);
        }

        return found;
    }

    /// <summary>The words that tell of events from left to right: phrases, and verbs whose phrase stands around their object.</summary>
    private IEnumerable<(TokenRange Tokens, EventTrigger? Trigger)> Triggers(Document document, TokenRange sentence)
    {
        for (var t = sentence.First; t < sentence.End;)
        {
            var match = _lexicon.Triggers.Longest(document, t);
            var tokens = match?.Tokens ?? TokenRange.Of(t);
            if (tokens.Count == 1 && AroundObject(document, t) is { } apart) yield return (tokens, apart);
            else if (match is { } phrase) yield return (tokens, Choose(document, phrase));
            t = tokens.End;
        }
    }

    /// <summary>"blew the bridge up", "stabbed a priest to death": what a verb tells with words that follow its object, or null.</summary>
    private EventTrigger? AroundObject(Document document, int verb)
    {
        const int reach = 8;
        if (!document[verb].Tag.IsVerb() || !_lexicon.Triggers.MayContinue(document, verb)) return null;
        var end = Math.Min(document.SentenceTokens(document.SentenceOf(verb)).End, verb + reach);
        var hasNoun = false;
        for (var t = verb + 1; t < end; t++)
        {
            var tag = document[t].Tag;
            if (hasNoun && _lexicon.Triggers.Apart(document, verb, t) is { } phrase)
            {
                // "drove a lorry over a bridge": a preposition with a noun of its own is no part of the verb. "Took eight people hostage" the hostages tell.
                var last = phrase.Tokens.End - 1;
                var isOthers = document[last].Relation == Dependency.Case && !phrase.Tokens.Contains(document[last].Head) || _lexicon.Triggers.Longest(document, t) is { Value.Strength: TriggerStrength.Taken };
                return isOthers ? null : phrase.Value;
            }

            hasNoun |= tag.IsNoun() || tag is PartOfSpeech.PRP or PartOfSpeech.CD;
            // "agreed to a three-day truce"
            if (tag.IsVerb() || !char.IsLetterOrDigit(document[t].Text[0]) && document[t] is not { Form: "-", SpaceBefore: false }) return null;
        }

        return null;
    }

    /// <summary>What has happened did not happen after the report: a day told without a year ("the Sept. 11 attack") is that of the year before, and a time without a day is not its own; a year that is told stands. Files are dated a few days before their texts now and then.</summary>
    private static TimeMention? NotAhead(Document document, TimeMention time, LocalDate published)
    {
        if (time.Interval is not { Earliest: { } earliest } interval) return time;
        // "allowed police to arrest two men on Friday": the day of the week that was.
        if (earliest > published.PlusDays(1) && earliest <= published.PlusWeeks(1) && interval is { Precision: TimePrecision.Day } && interval.Latest == earliest && !document.TextOf(time.Tokens).Any(char.IsDigit))
        {
            var day = earliest.PlusWeeks(-1);
            return time with { Value = LocalDatePattern.Iso.Format(day), Interval = TimeInterval.OnDay(day, interval.PartOfDay) };
        }

        if (earliest <= published.PlusWeeks(1)) return time;
        if (document.TextOf(time.Tokens).Contains($"{earliest:yyyy}", StringComparison.Ordinal)) return time;
        var before = earliest.PlusYears(-1);
        return interval.Precision == TimePrecision.Day && interval.Latest == earliest && before <= published
            ? time with { Value = LocalDatePattern.Iso.Format(before), Interval = TimeInterval.OnDay(before, interval.PartOfDay) }
            : null;
    }

    /// <summary>The mention that a phrase makes, or null. Of a phrase that tells of acts of several types ("seized": people or ground), the first type that what it is done to lets stand.</summary>
    private EventMention? Standing(ReportMentions mentions, List<EventMention> found, int sentence, TokenRange tokens, EventTrigger? chosen)
    {
        if (chosen is null) return null;
        if (MentionOf(mentions, found, sentence, tokens, chosen) is { } mention) return mention;
        if (chosen.Strength != TriggerStrength.Weak) return null;
        foreach (var other in _lexicon.Triggers.At(mentions.Document, tokens.First))
        {
            if (other.Tokens == tokens && other.Value.Frame == chosen.Frame && other.Value.Type != chosen.Type
                && MentionOf(mentions, found, sentence, tokens, other.Value) is { } instead) return instead;
        }

        return null;
    }

    /// <summary>The mention with its roles, or null where the words tell of no such event.</summary>
    private EventMention? MentionOf(ReportMentions mentions, List<EventMention> found, int sentence, TokenRange tokens, EventTrigger trigger)
    {
        var document = mentions.Document;
        var mention = new EventMention
        {
            Trigger = trigger,
            Tokens = tokens,
            Head = HeadOf(document, tokens),
            Sentence = sentence,
            Type = trigger.Type,
        };
        if (IsInsideCompound(document, mention) || IsMonth(mentions, tokens) || IsRow(document, mention)) return null;
        _roles.Read(mentions, mention);
        var determiner = document[mention.Head].Tag.IsNoun() ? document.Child(mention.Head, Dependency.Det) : -1;
        mention.RefersBack = determiner >= 0 && _lexicon.IsBackReference(document[determiner].Form);
        mention.Points = mention.RefersBack && _lexicon.IsPointing(document[determiner].Form);
        if (IsOfThisOne(document, mention.Head)) mention.RefersBack = mention.Points = true;
        if (_eventhood.IsDefence(mentions, found, mention)) return null;
        return _eventhood.Stands(mentions, mention) || _eventhood.IsToldAgain(mentions, found, mention) ? mention : null;
    }

    /// <summary>Of the rows that a phrase has, the one whose frame fits its use.</summary>
    private EventTrigger? Choose(Document document, PhraseMatcher<EventTrigger>.Match match)
    {
        var tag = document[match.Tokens.First].Tag;
        EventTrigger? best = null;
        var candidates = _lexicon.Triggers.At(document, match.Tokens.First);
        var mayAct = candidates.Exists(c => c.Tokens == match.Tokens && c.Value.Frame == TriggerFrame.Act);
        foreach (var candidate in candidates)
        {
            if (candidate.Tokens != match.Tokens) continue;
            var trigger = candidate.Value;
            if (tag.IsVerb() && trigger.Frame == TriggerFrame.Happen && HasObject(document, match.Tokens, mayAct)) continue;
            if (tag.IsVerb() && trigger.Frame == TriggerFrame.Act && best is { Frame: TriggerFrame.Happen }) continue;

            // A noun's row is for a verb only where the verb has none.
            if (tag.IsVerb() && trigger.Frame != TriggerFrame.Noun && best is { Frame: TriggerFrame.Noun }) best = trigger;
            best ??= trigger;
            if (trigger.Frame == TriggerFrame.Happen) best = trigger;
        }

        return best;
    }

    /// <summary>Another object than the one that the phrase has itself ("blew himself up"). A passive without auxiliary ("bridge blown up") is one only where the verb may act on something.</summary>
    private static bool HasObject(Document document, TokenRange phrase, bool mayAct) =>
        document.Child(phrase.First, Dependency.Obj) is >= 0 and var thing && !phrase.Contains(thing)
        || Clause.IsPassive(document, phrase.First) && document.Child(phrase.First, Dependency.NsubjPass) >= 0 && (mayAct || document.Child(phrase.First, Dependency.AuxPass) >= 0);

    private static int HeadOf(Document document, TokenRange tokens)
    {
        for (var t = tokens.First; t < tokens.End; t++)
        {
            if (!tokens.Contains(Math.Max(document[t].Head, 0)) || document[t].Head < 0) return t;
        }

        return tokens.First;
    }

    /// <summary>"It was the seventh attack since August", "wounding ten in what was a terrorist attack": another word for the one told before, whatever it is counted from.</summary>
    private static bool IsOfThisOne(Document document, int noun) =>
        document[noun].Tag.IsNoun() && document.Child(noun, Dependency.Cop) >= 0 && document.Child(noun, Dependency.Nsubj) is >= 0 and var subject && document[subject].Tag is PartOfSpeech.PRP or PartOfSpeech.DT or PartOfSpeech.WP;

    /// <summary>"It was not a suicide attack": what is told before happened, and this is no word for its kind.</summary>
    private static void ForgetKind(EventMention mention)
    {
        mention.Status = EventStatus.Occurred;
        mention.Type = TypeFit.Unspecified;
        mention.Weapons.RemoveAll(w => w.Tokens == mention.Tokens);
    }

    /// <summary>"a barrage of air strikes", "an onslaught of bombings": the first noun only says how many or how hard.</summary>
    private bool IsRow(Document document, EventMention mention)
    {
        if (!document[mention.Head].Tag.IsNoun() || mention.Trigger.Strength == TriggerStrength.Effect) return false;
        foreach (var child in document.Children(mention.Head))
        {
            if (child > mention.Head && document[child] is { Relation: Dependency.Nmod, Tag: PartOfSpeech.NNS } && Clause.Preposition(document, child) == "of"
                && _lexicon.Triggers.At(document, child).Concat(_lexicon.Triggers.At(document, child - 1)).Any(m => m.Tokens.End == child + 1 && m.Value is { Frame: TriggerFrame.Noun, Strength: TriggerStrength.Kind or TriggerStrength.Generic })) return true;
        }

        return false;
    }

    /// <summary>"in March"</summary>
    private static bool IsMonth(ReportMentions mentions, TokenRange tokens)
    {
        if (!mentions.Document[tokens.First].Tag.IsProperNoun()) return false;
        foreach (var time in mentions.Times)
        {
            if (time.Tokens.Contains(tokens)) return true;
        }

        return false;
    }

    /// <summary>"attack helicopters", "a bomb attack investigator": the word only modifies another noun.</summary>
    private static bool IsInsideCompound(Document document, EventMention mention)
    {
        var head = document[mention.Head];
        return head.Tag.IsNoun() && head.Relation is Dependency.Compound && head.Head >= 0 && !mention.Tokens.Contains(head.Head);
    }

    private void FindPlaces(ReportMentions mentions, EventMention mention)
    {
        var document = mentions.Document;
        var inSentence = mentions.Places.Where(p => document.SentenceOf(p.Tokens.First) == mention.Sentence && !IncidentLinks.IsModifier(document, p) && !IsWay(document, mention, p) && !IsAccused(document, p) && !IsOfCare(document, mention, p) && !(mention.RefersBack && IsSpokenFrom(document, mention, p))).ToList();
        if (inSentence.Count == 0) return;
        mention.Places.AddRange(_places.Choose(document, mention.Head, inSentence));
        if (mention.Places.Count > 1) mention.Places.RemoveAll(p => IsOfOther(document, mention, p));
        if (inSentence.Find(p => IsNamedAfter(document, mention, p)) is { } own && !mention.Places.Contains(own))
        {
            mention.Places.Clear();
            mention.Places.Add(own);
        }

        // "shelled southern Lebanon": what it was done to is where it was done.
        if (mention.Places.Count == 0) mention.Places.AddRange(inSentence.Where(p => p.Role != PlaceRole.Demonym && mention.Patients.Contains(PlaceRoles.HeadOf(document, p.Tokens))));

        // "the Benghazi attack"
        if (mention.Places.Count == 0) mention.Places.AddRange(inSentence.Where(p => p.Role == PlaceRole.Demonym && p.Place.Precision < PlacePrecision.Province && document[PlaceRoles.HeadOf(document, p.Tokens)] is { Relation: Dependency.Compound, Tag: PartOfSpeech.NNP } name && name.Head == mention.Head));
        foreach (var outer in inSentence)
        {
            // What the sentence names around the chosen ones: "In Niger, … near Torodi", "the Syrian city of Homs".
            if (outer.Role != PlaceRole.Government && !mention.Places.Contains(outer) && mention.Places.Exists(inner => Holds(outer, inner))) mention.Places.Add(outer);
        }

        mention.Places.Sort((a, b) => a.Place.Precision.CompareTo(b.Place.Precision));
    }

    /// <summary>"bombed a bridge near Goma and attacked a base in Beni": what stands at the one of two joined acts is no place of the other that has its own.</summary>
    private bool IsOfOther(Document document, EventMention mention, PlaceMention place)
    {
        var other = EventPaths.VerbOver(document, document[PlaceRoles.HeadOf(document, place.Tokens)].Head);
        if (other < 0 || other == mention.Head || place.Tokens.First < other || !(IsJoined(document, other, mention.Head) || IsJoined(document, mention.Head, other)) || _lexicon.Triggers.Longest(document, other) is null) return false;
        return mention.Places.Exists(own => !Holds(place, own) && EventPaths.Of(document, mention.Head, PlaceRoles.HeadOf(document, own.Tokens)) is EventPath.Child or EventPath.Below);
    }

    private static bool IsJoined(Document document, int second, int first) => document[second] is { Relation: Dependency.Conj, Head: var head } && head == first;

    /// <summary>"the Baghdad attack"; a country's is its deed as often as not.</summary>
    private static bool IsNamedAfter(Document document, EventMention mention, PlaceMention place) =>
        place.Role is PlaceRole.Location or PlaceRole.Government && place.Place.Precision < PlacePrecision.Country && document[PlaceRoles.HeadOf(document, place.Tokens)] is { Relation: Dependency.Compound, Head: var noun } && noun == mention.Head;

    /// <summary>"a doctor at Medina hospital said four had died": where the hurt are brought, they were not hurt.</summary>
    private bool IsOfCare(Document document, EventMention mention, PlaceMention place)
    {
        if (mention.Trigger.Strength != TriggerStrength.Effect) return false;
        for (var t = document[PlaceRoles.HeadOf(document, place.Tokens)].Head; t >= 0 && document[t].Tag.IsNoun(); t = document[t].Head)
        {
            if (_lexicon.TargetKindAt(document, t) == Eventhood.Care) return true;
        }

        return false;
    }

    /// <summary>"six of the wounded were moved to Quetta", "a convoy taking supplies from Gao": where somebody goes or comes from in another clause.</summary>
    private static bool IsWay(Document document, EventMention mention, PlaceMention place) =>
        place.Cue is PlaceCue.To or PlaceCue.From
            && EventPaths.Of(document, mention.Head, PlaceRoles.HeadOf(document, place.Tokens)) is not (EventPath.Child or EventPath.Below or EventPath.Clause);

    /// <summary>"accused Kyiv of shelling a school": a capital that stands for the government whom somebody accuses is not where it happened.</summary>
    private static bool IsAccused(Document document, PlaceMention place) =>
        place is { Role: PlaceRole.Government, Place.Precision: < PlacePrecision.Country } && document[PlaceRoles.HeadOf(document, place.Tokens)].Relation is not (Dependency.Nsubj or Dependency.OblAgent or Dependency.Compound);

    /// <summary>"In Baghdad, the ministry condemned the attack": the place before the verb is that of those who speak of an attack told before.</summary>
    private static bool IsSpokenFrom(Document document, EventMention mention, PlaceMention place)
    {
        var verb = document[mention.Head].Head;
        return verb >= 0 && document[mention.Head].Relation == Dependency.Obj && place.Tokens.End <= verb && verb < mention.Head;
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
    internal static int Distance(Document document, EventMention mention, int token)
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
        if (mention.Type == Eventhood.TerritoryChange) return;
        var isOpen = mention.Type == TypeFit.FoiledAttack;
        foreach (var weapon in mention.Weapons)
        {
            if (_lexicon.EventOfWeapon(weapon.Kind) is not { } type) continue;

            // The bombs that a drone drops come from the air.
            if (type == TypeFit.Bombing && mention.Weapons.Find(w => _lexicon.IsCarrier(w.Kind)) is { } carrier) type = _lexicon.EventOfWeapon(carrier.Kind)!;
            if (mention.Trigger.Strength == TriggerStrength.Kind && !isOpen && !_types.IsToldAs(type, mention.Type)) continue;
            mention.Type = type;
            return;
        }
    }
}
