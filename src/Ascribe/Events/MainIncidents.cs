using Ascribe.Language;
using Ascribe.Ontology;
using Ascribe.Reports;
using NodaTime;

namespace Ascribe.Events;

/// <summary>
/// Marks what a report is about: what its title and lead tell, with what else happened on that day, and what it comes back to most. What is told of an earlier time is
/// background, and so is what an act answers.
/// </summary>
internal sealed class MainIncidents(EventTypes types)
{
    /// <summary>An incident of the lead that happened longer before publication than this, in days, is background.</summary>
    private const int RecentDays = 45;

    /// <summary>An incident so many days older than the newest one of the lead is its background.</summary>
    private const int BackgroundDays = 2;

    /// <summary>An incident told with fewer words than this beside the one of the title is told in passing.</summary>
    private const int FewestMentions = 3;

    /// <summary>Sentences of the body that belong to the lead.</summary>
    private const int LeadSentences = 3;

    /// <summary>An incident told with as many words, and twice as many as any other of the lead, is what the report is about.</summary>
    private const int ManyMentions = 4;

    public void Mark(ReportDocument report, List<Incident> incidents)
    {
        var lead = LeadEnd(report);
        foreach (var incident in incidents)
            incident.IsMain = (types.IsIncident(incident.Type) || FreesSomebody(incident)) && (InTitle(report, incident) && types.IsViolence(incident.Type) || incident.FirstSentence < lead && !IsOld(report, incident));
        DropBackground(report, incidents);
        foreach (var incident in incidents)
        {
            // "A tanker was struck by missiles. In response U.S. forces …": both are news.
            if (incident.IsMain && incident.Answers >= 0 && incidents[incident.Answers].FirstSentence >= incident.FirstSentence) incidents[incident.Answers].IsMain = false;
        }

        AddMostTold(report, incidents);
        AddSameDay(report, incidents);
        AddRoundUp(report, incidents);
        if (!incidents.Exists(i => i.IsMain) && Topic(report, incidents) is { } topic) topic.IsMain = true;
    }

    /// <summary>Talks are no incident, but those freed in them are.</summary>
    private static bool FreesSomebody(Incident incident) => incident.Mentions.Exists(m => m.Victims.Exists(v => v.Effect == VictimEffect.Released));

    private void DropBackground(ReportDocument report, List<Incident> incidents)
    {
        LocalDate? newest = null;
        var titled = false;
        foreach (var incident in incidents)
        {
            if (!incident.IsMain || !types.IsViolence(incident.Type)) continue;
            titled |= InTitle(report, incident);
            if (DayOf(incident) is { } day && (newest is null || day > newest)) newest = day;
        }

        foreach (var incident in incidents)
        {
            if (InTitle(report, incident) || !types.IsViolence(incident.Type)) continue;
            if (titled && incident.Mentions.Count < FewestMentions) incident.IsMain = false;
            if (newest is { } last && incident.Time?.Interval?.Latest is { } latest && latest.PlusDays(BackgroundDays) < last) incident.IsMain = false;
        }
    }

    /// <summary>What a report comes back to again and again from its first half on it is about, however long ago that happened: more often than to anything else that it is about.</summary>
    private void AddMostTold(ReportDocument report, List<Incident> incidents)
    {
        var most = incidents.Where(i => types.IsViolence(i.Type) && IsFact(i) && IsEarly(report, i)).MaxBy(i => i.Mentions.Count);
        if (most is { Mentions.Count: >= ManyMentions } && incidents.TrueForAll(i => !i.IsMain || i.Mentions.Count * 2 <= most.Mentions.Count)) most.IsMain = true;
    }

    /// <summary>What else happened on that day, where more is told of it than that it did. What is told of a day long ago beside an old act is mostly that act.</summary>
    private void AddSameDay(ReportDocument report, List<Incident> incidents)
    {
        foreach (var incident in incidents)
        {
            if (incident is { IsMain: false, Time: null, Status: EventStatus.Occurred } && types.IsViolence(incident.Type) && incident.Mentions.Exists(m => incidents.Exists(o => o.IsMain && o != incident && (IsToldWith(o, m) || IsListedWith(report.Document, o, m))))) incident.IsMain = true;
        }

        var days = incidents.Where(i => i.IsMain && types.IsViolence(i.Type) && !IsOld(report, i)).Select(DayOf).OfType<LocalDate>().ToHashSet();
        foreach (var incident in incidents)
        {
            if (types.IsViolence(incident.Type) && DayOf(incident) is { } day && days.Contains(day) && incident.Mentions.Exists(m => m.Victims.Count > 0 || m.Places.Count > 0) && !incidents.Exists(i => i.IsMain && i.Answers >= 0 && incidents[i.Answers] == incident)) incident.IsMain = true;
        }
    }

    /// <summary>"stormed the gate and torched a post": acts of one subject in one row.</summary>
    private bool IsListedWith(Document document, Incident main, EventMention mention) =>
        types.IsViolence(main.Type) && DayOf(main) is not null && document[mention.Head] is { Relation: Dependency.Conj, Head: var first } token && token.Tag.IsVerb()
        && document.Child(mention.Head, Dependency.Nsubj) < 0 && main.Mentions.Exists(m => m.Head == first);

    /// <summary>"stormed the gate on Tuesday and torched a post": an act of the sentence that tells the day of the other.</summary>
    private bool IsToldWith(Incident main, EventMention mention) =>
        types.IsViolence(main.Type) && DayOf(main) is not null && main.Mentions.Exists(m => m.Sentence == mention.Sentence && m.Time is not null);

    /// <summary>What the report is about where title and lead tell nothing recent: the first recent incident, else the first.</summary>
    private Incident? Topic(ReportDocument report, List<Incident> incidents) =>
        incidents.Find(i => types.IsViolence(i.Type) && !IsOld(report, i)) ?? incidents.Find(i => types.IsViolence(i.Type));

    /// <summary>Where the title tells of no incident and three or more open a paragraph with a time of their own, each is what the report is about.</summary>
    private void AddRoundUp(ReportDocument report, List<Incident> incidents)
    {
        const int fewest = 3;
        if (report.Report.Title is null || incidents.Exists(i => types.IsViolence(i.Type) && report.IsTitle(i.FirstSentence))) return;
        var series = incidents.FindAll(i => types.IsViolence(i.Type) && i.Time is not null && report.Document.OpensParagraph(i.FirstSentence) && !IsOld(report, i));
        if (series.Count < fewest) return;
        foreach (var incident in series) incident.IsMain = true;
    }

    /// <summary>The first sentence after title, standfirst and the first <see cref="LeadSentences"/> of the body.</summary>
    private static int LeadEnd(ReportDocument report)
    {
        var body = 0;
        for (var s = 0; s < report.Document.SentenceCount; s++)
        {
            if (report.PassageOf(s) == PassageKind.Body && ++body > LeadSentences) return s;
        }

        return report.Document.SentenceCount;
    }

    private static bool IsFact(Incident incident) => incident.Status is EventStatus.Occurred or EventStatus.Ongoing;

    /// <summary>True for what the first half of the report tells already.</summary>
    private static bool IsEarly(ReportDocument report, Incident incident) => incident.FirstSentence * 2 < report.Document.SentenceCount;

    private static bool IsOld(ReportDocument report, Incident incident) =>
        report.PublishedOn is { } published && incident.Time?.Interval?.Latest is { } latest && latest.PlusDays(RecentDays) < published;

    private static bool InTitle(ReportDocument report, Incident incident) => incident.Mentions.Exists(m => report.IsTitle(m.Sentence));

    /// <summary>The day, where the text tells one.</summary>
    private static LocalDate? DayOf(Incident incident) =>
        incident.Time?.Interval is { Earliest: { } from, Latest: { } to } && from == to ? from : null;
}
