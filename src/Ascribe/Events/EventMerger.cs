using Ascribe.Language;
using Ascribe.Ontology;
using Ascribe.Places;
using Ascribe.Quantities;
using Ascribe.Records;
using Ascribe.Reports;
using NodaTime;

namespace Ascribe.Events;

/// <summary>
/// Which mentions are one incident of the report. Mentions are taken in text order; each joins the compatible incident that was told
/// last, or opens one. Two mentions are compatible when their types may name one act and neither day, place nor status contradict.
/// </summary>
internal sealed class EventMerger
{
    private const string Unspecified = "attack_unspecified";

    /// <summary>An incident that happened longer ago than this is background, whatever stands in the lead.</summary>
    private const int RecentDays = 45;

    private readonly EventTypes _types;
    private readonly Lexicons.PhraseMatcher<bool> _newness = new();
    private readonly AnswerReader _answers;

    private readonly EventLexicon _lexicon;

    private EventMerger(EventTypes types, EventLexicon lexicon)
    {
        _types = types;
        _lexicon = lexicon;
        _answers = new AnswerReader(types);
    }

    public static EventMerger Load(string language, EventTypes types, EventLexicon lexicon)
    {
        var merger = new EventMerger(types, lexicon);
        foreach (var row in Lexicons.LexiconTable.Load($"{language}/event-links.tsv").Rows)
        {
            if (row["link"] == "new") merger._newness.Add(row["phrase"], true);
            else if (row["link"] == "answers") merger._answers.Add(row["phrase"]);
            else if (row["link"] is not ("responsibility" or "suspicion" or "back")) throw row.Error($"'{row["link"]}' is no link.");
        }

        return merger;
    }

    public IReadOnlyList<Incident> Merge(ReportMentions mentions, IReadOnlyList<EventMention> found, IReadOnlyList<TallyMention> tallies)
    {
        var incidents = new List<Incident>();
        var answers = _answers.Read(mentions.Document, found);
        foreach (var pair in answers)
        {
            // The time of the sentence is the answer's, not that of what it answers.
            if (pair.Answered is { } answered && answered.Time == pair.Answering.Time) answered.Time = null;
        }

        foreach (var mention in found)
        {
            if (IsTallied(mention, tallies) || mention.Status == EventStatus.Hypothetical) continue;
            mention.IsNew = IsNew(mentions.Document, mention);
            var home = Find(mentions, incidents, mention, answers);
            if (home is null)
            {
                if (!MayOpen(mentions, mention)) continue;
                home = new Incident { Type = mention.Type, Status = mention.Status };
                incidents.Add(home);
            }

            Join(home, mention);
        }

        FillPlaces(mentions, incidents);
        Link(incidents, answers);
        MarkMain(mentions.Report, incidents);
        foreach (var incident in incidents)
        {
            incident.Weapons = IncidentParts.Weapons(incident, _lexicon);
            incident.Targets = IncidentParts.Targets(mentions.Document, incident);
        }

        return incidents;
    }

    private static bool IsTallied(EventMention mention, IReadOnlyList<TallyMention> tallies)
    {
        foreach (var tally in tallies)
        {
            if (tally.Clause.Contains(mention.Tokens)) return true;
        }

        return false;
    }

    /// <summary>Words before a noun that say that it is not the one told before: "another", "a second", "separate".</summary>
    private bool IsNew(Document document, EventMention mention)
    {
        if (!document[mention.Head].Tag.IsNoun()) return false;
        foreach (var child in document.Children(mention.Head))
        {
            if (child < mention.Head && _newness.Longest(document, child) is not null) return true;
        }

        return false;
    }

    /// <summary>An effect without doer needs an event told beside it, and general talk ("attacks on troops have grown") is no incident.</summary>
    private bool MayOpen(ReportMentions mentions, EventMention mention) =>
        (mention.Trigger.Strength != TriggerStrength.Effect || mention.Trigger.Frame == TriggerFrame.Act)
        && !(_types.IsViolence(mention.Type) && IsGeneral(mentions, mention));

    /// <summary>Nothing says that it happened at one time to somebody: a bare plural or a verb that is not in a past tense, alone.</summary>
    private static bool IsGeneral(ReportMentions mentions, EventMention mention)
    {
        if (mention.Time is not null || mentions.Report.IsTitle(mention.Sentence) || mention.Victims.Exists(v => v.Count.Min is not null)) return false;
        var document = mentions.Document;
        var head = document[mention.Head];
        if (head.Tag.IsVerb())
            return mention.Status == EventStatus.Occurred && head.Tag is PartOfSpeech.VB or PartOfSpeech.VBP or PartOfSpeech.VBZ or PartOfSpeech.VBG
                && document.Child(mention.Head, Dependency.Aux) < 0;
        if (mention.Status != EventStatus.Occurred || mentions.CountAt(mention.Head) is not null) return false;
        if (document.Child(mention.Head, Dependency.Det) >= 0 || document.Child(mention.Head, Dependency.NmodPoss) >= 0) return false;
        return head.Tag == PartOfSpeech.NNS || mention.Trigger.Strength == TriggerStrength.Generic;
    }

    private Incident? Find(ReportMentions mentions, List<Incident> incidents, EventMention mention, IReadOnlyList<AnswerPair> answers)
    {
        if (mention.IsNew) return null;
        Incident? best = null;
        var bestScore = 0;
        for (var i = incidents.Count - 1; i >= 0; i--)
        {
            var incident = incidents[i];
            if (AnswerReader.Parts(answers, incident, mention)) continue;
            var score = Fit(mentions.Document, incident, mention);
            if (score == 0 || score < bestScore || score == bestScore && incident.LastSentence <= best!.LastSentence) continue;
            best = incident;
            bestScore = score;
        }

        return best;
    }

    /// <summary>0: cannot be the same; else the higher the likelier.</summary>
    private int Fit(Document document, Incident incident, EventMention mention)
    {
        var sameSentence = incident.LastSentence == mention.Sentence;
        var near = mention.Sentence - incident.LastSentence <= 3;
        var types = TypeFit(document, incident, mention);
        if (types == 0 || !SameStatus(incident.Status, mention)) return 0;
        if (incident.Time is { } told && mention.Time is { } time && Disjoint(told.Interval!, time.Interval!)) return 0;
        if (PlacesContradict(incident, mention) && !(mention.Time is null && mention.RefersBack)) return 0;
        var linked = sameSentence && incident.Mentions.Exists(m => m.Sentence == mention.Sentence && AreLinked(document, m.Head, mention.Head)) ? 8 : 0;
        if (mention.RefersBack && incident.Mentions.Exists(m => document[m.Head].Lemma == document[mention.Head].Lemma)) linked += 3;
        if (mention.Trigger.Strength != TriggerStrength.Effect && SharesTarget(document, incident, mention)) linked += 2;
        if (mention.Trigger.Strength == TriggerStrength.Effect) return linked + (sameSentence ? 10 + types : near ? 5 + types : 0);
        return linked + (sameSentence ? 3 : near ? 2 : 1) + 2 * types;
    }

    /// <summary>One governs the other within three steps, with no content clause between: "killed when gunmen ambushed a convoy".</summary>
    private static bool AreLinked(Document document, int a, int b) => Reaches(document, a, b) || Reaches(document, b, a);

    private static bool Reaches(Document document, int from, int to)
    {
        for (var steps = 0; steps < 3 && from >= 0; steps++)
        {
            if (document[from].Relation is Dependency.Ccomp or Dependency.Parataxis) return false;
            from = document[from].Head;
            if (from == to) return true;
        }

        return false;
    }

    private int TypeFit(Document document, Incident incident, EventMention mention)
    {
        if (incident.Type == mention.Type) return 3;
        if (!_types.IsViolence(incident.Type) || !_types.IsViolence(mention.Type)) return 0;
        if (incident.Type == Unspecified || mention.Type == Unspecified) return 2;
        if (mention.Trigger.Strength == TriggerStrength.Effect) return 1;
        return (incident.Type, mention.Type) is ("bombing", "suicide_attack") or ("suicide_attack", "bombing") ? 2
            : AreBombardment(incident.Type, mention.Type) && (incident.LastSentence == mention.Sentence || mention.RefersBack || SharesTarget(document, incident, mention)) ? 1
            : 0;
    }

    /// <summary>"bombing" is said of placed bombs, aircraft and shells alike.</summary>
    private static bool AreBombardment(string a, string b) => (a, b) is ("bombing", "rocket_shelling" or "air_drone_strike") or ("rocket_shelling" or "air_drone_strike", "bombing");

    private static bool SharesTarget(Document document, Incident incident, EventMention mention)
    {
        foreach (var target in mention.Targets)
        {
            foreach (var other in incident.Mentions)
            {
                if (other.Targets.Exists(t => document[t.Head].Lemma == document[target.Head].Lemma)) return true;
            }
        }

        return false;
    }

    /// <summary>People are killed in attacks that fail, too.</summary>
    private static bool SameStatus(EventStatus told, EventMention mention)
    {
        static bool Happened(EventStatus s) => s is EventStatus.Occurred or EventStatus.Ongoing or EventStatus.Denied;
        return told == mention.Status || Happened(mention.Status)
            && (Happened(told) || mention.Trigger.Strength == TriggerStrength.Effect && told is EventStatus.Attempted or EventStatus.Foiled);
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

    private static void Join(Incident incident, EventMention mention)
    {
        if (incident.Type == Unspecified) incident.Type = mention.Type;
        if (incident.Type == "bombing" && mention.Type is "suicide_attack" or "rocket_shelling" or "air_drone_strike") incident.Type = mention.Type;
        if (incident.Status == EventStatus.Denied && mention.Status != EventStatus.Denied) incident.Status = mention.Status;
        incident.Mentions.Add(mention);
        if (mention.Time is { } time && (incident.Time is null || Width(time) < Width(incident.Time))) incident.Time = time;
        foreach (var place in mention.Places)
        {
            var known = incident.Places.FindIndex(p => p.Place.Name == place.Place.Name);
            if (known < 0) incident.Places.Add(place);
        }

        incident.Places.Sort((a, b) => a.Place.Precision != b.Place.Precision
            ? a.Place.Precision.CompareTo(b.Place.Precision)
            : a.Tokens.CompareTo(b.Tokens));
    }

    private static int Width(Times.TimeMention time) =>
        time.Interval is { Earliest: { } from, Latest: { } to } ? Period.DaysBetween(from, to) : int.MaxValue;

    /// <summary>An incident told without place takes the place told last before it.</summary>
    private void FillPlaces(ReportMentions mentions, List<Incident> incidents)
    {
        foreach (var incident in incidents)
        {
            if (incident.Places.Count > 0 || !_types.IsViolence(incident.Type)) continue;
            PlaceMention? last = null;
            foreach (var place in mentions.Places)
            {
                var sentence = mentions.Document.SentenceOf(place.Tokens.First);
                if (place.Role != PlaceRole.Location || sentence > incident.LastSentence + 1) continue;
                if (sentence < incident.FirstSentence - 2) continue;
                last = place;
                if (sentence >= incident.FirstSentence) break;
            }

            if (last is not null) incident.Places.Add(last);
        }
    }

    private void MarkMain(ReportDocument report, List<Incident> incidents)
    {
        var lead = LeadEnd(report);
        var any = false;
        foreach (var incident in incidents)
        {
            if (!_types.IsIncident(incident.Type) || incident.FirstSentence >= lead || IsOld(report, incident)) continue;
            if (incident.Mentions.TrueForAll(m => m.Sentence < lead - 1 && !report.IsTitle(m.Sentence)) && any) continue;
            incident.IsMain = true;
            any = true;
        }

        foreach (var incident in incidents)
        {
            if (incident.IsMain && incident.Answers >= 0) incidents[incident.Answers].IsMain = false;
        }

        MarkRoundUp(report, incidents);
        if (any) return;
        foreach (var incident in incidents)
        {
            if (!_types.IsViolence(incident.Type) || IsOld(report, incident)) continue;
            incident.IsMain = true;
            return;
        }
    }

    /// <summary>Where the title tells of no incident and three or more open a paragraph with a time of their own, each is what the report is about.</summary>
    private void MarkRoundUp(ReportDocument report, List<Incident> incidents)
    {
        const int fewest = 3;
        if (report.Report.Title is null || incidents.Exists(i => _types.IsViolence(i.Type) && report.IsTitle(i.FirstSentence))) return;
        var series = incidents.FindAll(i => _types.IsViolence(i.Type) && i.Time is not null && report.Document.OpensParagraph(i.FirstSentence) && !IsOld(report, i));
        if (series.Count < fewest) return;
        foreach (var incident in series) incident.IsMain = true;
    }

    /// <summary>The first sentence after title, standfirst and the first two sentences of the body.</summary>
    private static int LeadEnd(ReportDocument report)
    {
        var body = 0;
        for (var s = 0; s < report.Document.SentenceCount; s++)
        {
            if (report.PassageOf(s) == PassageKind.Body && ++body > 2) return s;
        }

        return report.Document.SentenceCount;
    }

    private static bool IsOld(ReportDocument report, Incident incident) =>
        report.PublishedOn is { } published && incident.Time?.Interval?.Latest is { } latest && latest.PlusDays(RecentDays) < published;

    private void Link(List<Incident> incidents, IReadOnlyList<AnswerPair> answers)
    {
        for (var i = 0; i < incidents.Count; i++)
        {
            if (!_types.IsViolence(incidents[i].Type))
            {
                incidents[i].About = Other(incidents, i);
                continue;
            }

            foreach (var pair in answers)
            {
                if (!incidents[i].Mentions.Contains(pair.Answering)) continue;
                var answered = pair.Answered is { } told ? incidents.FindIndex(o => o.Mentions.Contains(told)) : Other(incidents, i);
                if (answered >= 0 && answered != i) incidents[i].Answers = answered;
            }
        }
    }

    /// <summary>The other violent incident told nearest: in the same sentence, else before, else the first.</summary>
    private int Other(List<Incident> incidents, int index)
    {
        var best = -1;
        var bestDistance = int.MaxValue;
        var here = incidents[index].Mentions[0];
        for (var i = 0; i < incidents.Count; i++)
        {
            if (i == index || !_types.IsViolence(incidents[i].Type)) continue;
            foreach (var mention in incidents[i].Mentions)
            {
                var distance = Math.Abs(mention.Head - here.Head) + (mention.Sentence > here.Sentence ? 1000 : 0);
                if (distance >= bestDistance) continue;
                best = i;
                bestDistance = distance;
            }
        }

        return best;
    }
}
