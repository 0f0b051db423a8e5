using Ascribe.Actors;
using Ascribe.Language;
using Ascribe.Places;
using Ascribe.Records;

namespace Ascribe.Events;

/// <summary>How well a mention fits an incident that was told before it.</summary>
internal sealed class IncidentFit(TypeFit types, EventLexicon lexicon)
{
    private const string Assassination = "assassination";

    /// <summary>Added where "the Harbour attack" names a place that agrees with the incident's.</summary>
    private const int SamePlace = 3;

    /// <summary>Taken where "the attack" would be one of long ago: a report that tells of such beside its own speaks of its own.</summary>
    private const int LongAgo = 3;

    /// <summary>In days: what happened longer ago is not what the report tells as news.</summary>
    private const int Month = 31;

    /// <summary>0: cannot be the same; else the higher the likelier.</summary>
    /// <param name="dayBefore">See <see cref="DayBefore"/>.</param>
    /// <param name="isActDay">Whether an act was told of that day.</param>
    public int Score(ReportMentions mentions, Incident incident, EventMention mention, Times.TimeMention? dayBefore, bool isActDay)
    {
        var document = mentions.Document;
        var sameSentence = incident.LastSentence == mention.Sentence;
        // A report that goes back to "the gunmen on Wednesday" has left the attack of two years before.
        var isAfterDay = incident.Time is not null && dayBefore is not null && document.SentenceOf(dayBefore.Tokens.First) > incident.LastSentence;
        if (isAfterDay && mention.Trigger.Strength == TriggerStrength.Effect && (isActDay || mention.Trigger.Frame != TriggerFrame.Toll ? Disjoint(incident.Time!.Interval!, dayBefore!.Interval!) : IsLongBefore(incident.Time!.Interval!, dayBefore!.Interval!))) return 0;
        var near = mention.Sentence - incident.LastSentence <= 3 || isAfterDay;
        var kinds = types.Of(mentions, incident, mention);
        if (kinds == 0 || !SameStatus(incident.Status, mention, sameSentence) && !IsHowItWasTried(document, incident, mention)) return 0;
        if (incident.Time is { } known && mention.Time is { } time && Disjoint(known.Interval!, time.Interval!) && !Yields(incident, mention)) return 0;
        // "The station was attacked in 2012, too": what is told with no time is news, but for what only describes somebody ("hostages taken in Nigeria are free").
        if (incident.Time is null && mention.Time is { } own && (document[mention.Head].Tag.IsVerb() || IsDone(document, mention)) && DaysAgo(mentions, own.Interval!) > Month
            && !IsDescription(document, incident) && !IsKindOfIt(document, incident, mention)) return 0;
        if (IsOfSum(incident, mention)) return 0;
        if (IsAnother(mentions, incident, mention)) return 0;
        if (sameSentence && IsApart(mentions, incident, mention)) return 0;
        if (mention.Trigger.Strength != TriggerStrength.Effect && AgentsContradict(mentions, incident, mention)) return 0;
        if (sameSentence && BefellAnother(mentions, incident, mention)) return 0;
        var elsewhere = PlacesContradict(incident, mention);
        if (elsewhere && !(mention.Time is null && mention.RefersBack)) return 0;
        var linked = mention.RefersBack && !elsewhere && incident.Places.Count > 0 && mention.Places.Count > 0 ? SamePlace : 0;
        foreach (var told in incident.Mentions)
        {
            if (!sameSentence || told.Sentence != mention.Sentence) continue;
            // "In the worst incident, two people died when a drone hit a house"
            if ((EventPaths.Steps(document, told.Head, mention.Head) ?? (told.IsNew && document[told.Head].Relation == Dependency.Obl ? EventPaths.StepsUp(document, mention.Head, document[told.Head].Head) + 1 : null)) is { } steps) linked = Math.Max(linked, 9 - steps);
        }

        if (mention.RefersBack && mention.Time is null && !sameSentence && incident.Time is { } when && DaysAgo(mentions, when.Interval!) > Month) linked -= LongAgo;
        else if (mention.RefersBack && HasWord(document, incident, mention, onlyWeak: false)) linked += 3;
        if (mention.Trigger.Strength != TriggerStrength.Effect && TypeFit.SharesTarget(document, incident, mention)) linked += 2;
        // "The army strikes back after a massacre": what "the army struck" is the strike.
        if (mention.Trigger.Strength == TriggerStrength.Weak && !sameSentence && HasWord(document, incident, mention, onlyWeak: true)) linked += 2;
        if (mention.Trigger.Strength == TriggerStrength.Effect) return linked + (sameSentence ? 10 + kinds : near ? 5 + kinds : IsBare(mention) ? 1 : 0);
        return Math.Max(1, linked + (sameSentence ? 3 : near ? 2 : 1) + 2 * kinds);
    }

    /// <summary>Neither day nor place nor doer of a mention contradicts those of an incident, and both happened.</summary>
    public static bool Agrees(ReportMentions mentions, Incident incident, EventMention mention)
    {
        if (!SameStatus(incident.Status, mention, sameSentence: true) && incident is not { Type: Assassination, Status: EventStatus.Attempted }) return false;
        if (incident.Time is { } known && mention.Time is { } time && Disjoint(known.Interval!, time.Interval!) && !Yields(incident, mention)) return false;
        if (mention.Time is { } own && DaysAgo(mentions, own.Interval!) > Month) return false;
        return !AgentsContradict(mentions, incident, mention) && !PlacesContradict(incident, mention);
    }

    /// <summary>All its mentions describe somebody or something: "hostages taken in Nigeria".</summary>
    private static bool IsDescription(Document document, Incident incident)
    {
        foreach (var told in incident.Mentions)
        {
            if (document[told.Head].Relation is not (Dependency.Acl or Dependency.AclRelcl)) return false;
        }

        return true;
    }

    /// <summary>"In 2014 the army began an air campaign": a noun that a verb in the past tense tells of as done then.</summary>
    private static bool IsDone(Document document, EventMention mention) =>
        !mention.RefersBack && document[mention.Head] is { Relation: Dependency.Obj, Head: >= 0 and var verb } && document[verb].Tag == PartOfSpeech.VBD;

    /// <summary>"In the deadliest attack in years, rebels killed ten people in 2018": the noun at the verb's head says what sort of act the verb tells.</summary>
    private static bool IsKindOfIt(Document document, Incident incident, EventMention mention)
    {
        foreach (var told in incident.Mentions)
        {
            if (told.IsNew && document[told.Head] is { Relation: Dependency.Obl, Head: var verb } && verb == mention.Head) return true;
        }

        return false;
    }

    /// <summary>One of its mentions has the word of the mention.</summary>
    private static bool HasWord(Document document, Incident incident, EventMention mention, bool onlyWeak)
    {
        foreach (var told in incident.Mentions)
        {
            if ((!onlyWeak || told.Trigger.Strength == TriggerStrength.Weak) && document[told.Head].Lemma == document[mention.Head].Lemma) return true;
        }

        return false;
    }

    /// <summary>The one tells the sum of a time of which the other is a part.</summary>
    private static bool IsOfSum(Incident incident, EventMention mention)
    {
        foreach (var told in incident.Mentions)
        {
            if (SumsUp(told, mention) || SumsUp(mention, told)) return true;
        }

        return false;
    }

    /// <summary>"148 civilians were killed in October. On 19 October a bomb killed five": what a whole month has of dead, and far more than a day of it, is no number of that day.</summary>
    private static bool SumsUp(EventMention month, EventMention day)
    {
        const int shortest = 26;
        const int longest = 3;
        const int times = 3;
        if (Days(month) is not >= shortest || Days(day) is not <= longest) return false;
        foreach (var many in month.Victims)
        {
            foreach (var few in day.Victims)
            {
                if (few.Effect == many.Effect && many.Count.Min >= times * few.Count.Min) return true;
            }
        }

        return false;
    }

    /// <summary>How many days the time of a mention leaves open, or null.</summary>
    private static int? Days(EventMention mention) =>
        mention.Time?.Interval is { Earliest: { } from, Latest: { } to } ? NodaTime.Period.DaysBetween(from, to) : null;

    /// <summary>Days before the report; of "last year" the middle counts. None where either has no day.</summary>
    private static int DaysAgo(ReportMentions mentions, Times.TimeInterval interval)
    {
        if (mentions.Report.PublishedOn is not { } published || interval.Latest is not { } latest) return 0;
        return NodaTime.Period.DaysBetween(latest, published) + NodaTime.Period.DaysBetween(interval.Earliest ?? latest, latest) / 2;
    }

    /// <summary>The day told last before a mention that has no time of its own, or null.</summary>
    public static Times.TimeMention? DayBefore(ReportMentions mentions, EventMention mention)
    {
        const int widest = 1;
        if (mention.Time is not null) return null;
        for (var i = mentions.Times.Count - 1; i >= 0; i--)
        {
            var time = mentions.Times[i];
            if (time.Tokens.First < mention.Head && time.Interval is { Earliest: { } from, Latest: { } to } && NodaTime.Period.DaysBetween(from, to) <= widest) return time;
        }

        return null;
    }

    /// <summary>Nothing tells that it is another: "at least 15 had been killed".</summary>
    private static bool IsBare(EventMention mention) => mention.Time is null && mention.Places.Count == 0 && mention.Agents.Count == 0;

    /// <summary>"survived an attempt on his life when gunmen opened fire"</summary>
    private static bool IsHowItWasTried(Document document, Incident incident, EventMention mention) =>
        incident is { Type: Assassination, Status: EventStatus.Attempted } && incident.Mentions.Exists(m => m.Sentence == mention.Sentence && EventPaths.StepsUp(document, mention.Head, m.Head) is not null);

    /// <summary>"an attack on a base": an event noun with an indefinite article does not speak of what the body told before.</summary>
    private static bool IsAnother(ReportMentions mentions, Incident incident, EventMention mention)
    {
        var document = mentions.Document;
        if (mention.RefersBack || document[mention.Head].Tag != PartOfSpeech.NN || mention.Time is null && mention.Places.Count == 0) return false;
        if (document.Child(mention.Head, Dependency.Det) < 0) return false;
        // "wounding ten in what the mayor said was a terrorist attack"
        if (document.Child(mention.Head, Dependency.Cop) >= 0 && incident.LastSentence == mention.Sentence) return false;
        return incident.Mentions.Exists(m => m.Sentence < mention.Sentence - 1 && !mentions.Report.IsTitle(m.Sentence) && m.Trigger.Strength != TriggerStrength.Effect);
    }

    /// <summary>"an offensive after weeks of attacks", "the raid followed an ambush": one came when the other was over. People who die after an attack died in it.</summary>
    private bool IsApart(ReportMentions mentions, Incident incident, EventMention mention)
    {
        var document = mentions.Document;
        if (document[mention.Head].Tag.IsVerb()) return IsApartInTime(mentions, incident, mention);
        if (mention.Trigger.Strength == TriggerStrength.Effect || !document[mention.Head].Tag.IsNoun()) return false;
        var noun = mention.Head;
        var governor = document[noun].Head;
        if (governor >= 0 && document[noun].Relation == Dependency.Nmod && document.Child(noun, Dependency.Case) is >= 0 and var of && lexicon.RoleOf(document[of].Form) == PrepositionRole.Patient) noun = governor;
        return document.Child(noun, Dependency.Case) is >= 0 and var preposition && lexicon.IsSuccession(document[preposition].Form)
            && incident.Mentions.Exists(m => m.Sentence == mention.Sentence && m.Head < preposition && m.Trigger.Strength != TriggerStrength.Effect);
    }

    /// <summary>"The blast came two days after gunmen killed four soldiers": a clause with a length of time before its conjunction.</summary>
    private bool IsApartInTime(ReportMentions mentions, Incident incident, EventMention mention)
    {
        var document = mentions.Document;
        if (document.Child(mention.Head, Dependency.Mark) is not (> 0 and var mark) || !lexicon.IsSuccession(document[mark].Form)) return false;
        return mentions.Times.Any(t => t.Kind == Times.TimeKind.Duration && t.Tokens.Contains(mark - 1)) && incident.Mentions.Exists(m => m.Sentence == mention.Sentence && m.Head < mark && m.Trigger.Strength != TriggerStrength.Effect);
    }

    /// <summary>Each is told to be the deed of a state or group, and none of them is of the other's side.</summary>
    private static bool AgentsContradict(ReportMentions mentions, Incident incident, EventMention mention)
    {
        var found = false;
        foreach (var here in mention.Agents)
        {
            if (Side(mentions, here) is not { } side) continue;
            foreach (var there in incident.Mentions.SelectMany(m => m.Agents))
            {
                if (Side(mentions, there) is not { } other) continue;
                if (ReferenceEquals(side, other) || side.Country is not null && side.Country == other.Country) return false;
                found = true;
            }
        }

        return found;
    }

    private static ActorChain? Side(ReportMentions mentions, int agent) =>
        mentions.ChainAt(agent) is >= 0 and var chain && mentions.Chains[chain] is { IsNamed: true, Kind: ActorKind.State or ActorKind.ArmedGroup } side ? side : null;

    /// <summary>"A commander was killed, the biggest blow since its chief was killed in 2008": in one sentence one person each, and only one of the two has a time of its own.</summary>
    private static bool BefellAnother(ReportMentions mentions, Incident incident, EventMention mention)
    {
        if ((incident.Time is null) == (mention.Time is null) || OnlyVictim(mentions, mention) is not (>= 0 and var here)) return false;
        var found = false;
        foreach (var told in incident.Mentions)
        {
            if (told.Victims.Count == 0 || told.Sentence != mention.Sentence) continue;
            if (OnlyVictim(mentions, told) is not (>= 0 and var there) || there == here) return false;
            found = true;
        }

        return found;
    }

    /// <summary>The chain of the one person whom a mention names as killed or hurt, or -1.</summary>
    private static int OnlyVictim(ReportMentions mentions, EventMention mention) =>
        mention.Victims is [{ Head: >= 0 and var head, Count: { Min: 1, Max: 1 } }] && mentions.ChainAt(head) is >= 0 and var chain && mentions.Chains[chain].Kind == ActorKind.Person ? chain : -1;

    /// <summary>People are killed in attacks that fail, too, and "that attack" may be one that failed; what was foiled hurts nobody in another sentence.</summary>
    private static bool SameStatus(EventStatus told, EventMention mention, bool sameSentence)
    {
        static bool Happened(EventStatus s) => s is EventStatus.Occurred or EventStatus.Ongoing or EventStatus.Denied;
        return told == mention.Status || Happened(mention.Status)
            && (Happened(told) || (mention.Trigger.Strength == TriggerStrength.Effect && (sameSentence || told != EventStatus.Foiled) || mention.Points) && told is EventStatus.Attempted or EventStatus.Foiled);
    }

    /// <summary>"On Wednesday the president had strong words following an attack. Gunmen opened fire on Monday": the loose day of the sentence before is that of the words, days after the act.</summary>
    private static bool Yields(Incident incident, EventMention mention)
    {
        const int sentences = 2;
        const int days = 7;
        return incident.HasLooseTime && !mention.HasLooseTime && mention.Sentence - incident.LastSentence <= sentences
            && mention.Time?.Interval?.Latest is { } act && incident.Time?.Interval?.Earliest is { } words && act < words && act.PlusDays(days) >= words;
    }

    /// <summary>So far apart that the later day is not that on which somebody spoke of the earlier one: "came under fire on Tuesday, said a statement read out on Wednesday. Another source put the toll at 31".</summary>
    private static bool IsLongBefore(Times.TimeInterval known, Times.TimeInterval day)
    {
        const int days = 3;
        if (day.Latest is { } last && known.Earliest is { } from && last < from) return true;
        return known.Latest is { } to && day.Earliest is { } first && to.PlusDays(days) < first;
    }

    private static bool Disjoint(Times.TimeInterval a, Times.TimeInterval b) =>
        a.Latest is { } aLatest && b.Earliest is { } bEarliest && aLatest < bEarliest
        || b.Latest is { } bLatest && a.Earliest is { } aEarliest && bLatest < aEarliest;

    private static bool PlacesContradict(Incident incident, EventMention mention)
    {
        if (incident.Places.Count == 0 || mention.Places.Count == 0) return false;
        var a = incident.Places[0].Place;
        foreach (var other in mention.Places)
        {
            if (other.Place.Name == a.Name || other.Place.GazetteerId is not null && other.Place.GazetteerId == a.GazetteerId) return false;
        }

        var b = mention.Places[0].Place;
        if (a.Country is not null && b.Country is not null && a.Country != b.Country) return true;
        if (a.Precision > PlacePrecision.District || b.Precision > PlacePrecision.District) return false;
        return a.Coordinates is { } here && b.Coordinates is { } there && here.DistanceTo(there) > 60;
    }
}
