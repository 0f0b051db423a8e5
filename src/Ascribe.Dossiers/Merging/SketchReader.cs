using Ascribe.Actors;
using Ascribe.Events;
using Ascribe.Ontology;
using Ascribe.Records;
using Ascribe.Times;
using NodaTime;

namespace Ascribe.Dossiers.Merging;

/// <summary>Makes the sketches of a record: one for each incident that the report is about.</summary>
internal sealed class SketchReader(BackgroundWords background)
{
    /// <summary>So many characters of the body count as first paragraphs.</summary>
    private const int LeadLength = 700;

    /// <summary>Words behind this offset count nothing: long reports end in matters of their own.</summary>
    private const int WholeLength = 6000;

    /// <summary>Terms kept of the whole report, and of its first paragraphs.</summary>
    private const int WholeTerms = 200, LeadTerms = 80;

    /// <summary>A capital says more than a small word of the same rarity.</summary>
    private const float CapitalWeight = 1.5f;

    private const float TitleWeight = 2;

    /// <summary>A word that stands in more than about a tenth of all news tells nothing.</summary>
    private const float LeastRarity = 2.2f;

    private readonly EventTypes _types = EventTypes.Load();

    public IReadOnlyList<IncidentSketch> Read(Record record)
    {
        var parts = RoundUp.Parts(record, Told(record));
        return [.. parts.Select((part, i) => Sketch(record, part, i, parts.Count))];
    }

    /// <summary>The events that the report is about: the main acts of violence, else the main ones, else all acts of violence.</summary>
    private Event[] Told(Record record)
    {
        Event[] main = [.. record.Events.Where(e => e.Main && _types.IsViolence(e.Type))];
        if (main.Length == 0) main = [.. record.Events.Where(e => e.Main)];
        return main.Length > 0 ? main : [.. record.Events.Where(e => _types.IsViolence(e.Type))];
    }

    private IncidentSketch Sketch(Record record, ReportPart part, int number, int siblings)
    {
        var (report, events) = (record.Report, part.Events);
        // The title of a round-up is about all of it, or about the first.
        var title = new SketchText(number == 0 ? report.Title ?? "" : "");
        var body = new SketchText(part.Text);
        var actors = record.Actors.ToDictionary(a => a.Id, StringComparer.Ordinal);
        var names = body.Names(background);
        foreach (var (hash, rarity) in title.Names(background)) names[hash] = rarity;
        return new IncidentSketch
        {
            Report = report.Id,
            Number = number,
            Outlet = report.Outlet,
            Published = report.Published?.Day,
            Events = [.. events.Select(e => e.Id)],
            Whole = Vector(title, body, WholeLength, WholeTerms),
            Lead = Vector(title, body, LeadLength, LeadTerms),
            Title = Vector(title, new SketchText(""), 0, LeadTerms),
            Names = [.. names.OrderBy(n => n.Key).Select(n => (n.Key, n.Value))],
            Shingles = body.Shingles(),
            Days = DaysOf(events),
            Places = PlacesOf(siblings > 1 || events.Any(e => e.Places.Count > 0) ? events : record.Events),
            Types = events.Select(e => e.Type).ToHashSet(StringComparer.Ordinal),
            Persons = record.Actors.Where(a => a.Kind == ActorKind.Person && a.Name.Contains(' ', StringComparison.Ordinal) && (siblings == 1 || a.Mentions.Any(m => part.Text.Contains(m.Text, StringComparison.Ordinal)))).Select(a => a.Name.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal),
            VictimNames = events.SelectMany(e => e.Victims).Select(v => v.Actor is { } id && actors.GetValueOrDefault(id) is { Kind: ActorKind.Person } person ? person.Name.ToLowerInvariant() : null)
                .OfType<string>().ToHashSet(StringComparer.Ordinal),
            Ages = body.Ages(WholeLength),
            Killed = Count(events, VictimEffect.Killed),
            Wounded = Count(events, VictimEffect.Wounded),
            Targets = events.SelectMany(e => e.Targets).Select(t => t.Kind).ToHashSet(StringComparer.Ordinal),
            Weapons = events.SelectMany(e => e.Weapons).Select(w => w.Kind).ToHashSet(StringComparer.Ordinal),
            Addresses = body.Addresses(),
            Clocks = body.Clocks(),
            Siblings = siblings,
            Length = body.Words.Count,
        };
    }

    private TermVector Vector(SketchText title, SketchText body, int until, int longest)
    {
        var counts = new Dictionary<uint, (float Count, bool IsCapital)>();
        void Add(TextWord word, float weight)
        {
            if (word.Form.Length < 2) return;
            var (count, isCapital) = counts.GetValueOrDefault(word.Hash);
            counts[word.Hash] = (count + weight, isCapital || word.IsCapital);
        }

        foreach (var word in title.Words) Add(word, TitleWeight);
        foreach (var word in body.Words)
        {
            if (word.Start >= until) break;
            Add(word, 1);
        }

        var weights = new List<KeyValuePair<uint, float>>(counts.Count);
        foreach (var (hash, (count, isCapital)) in counts)
        {
            var rarity = background.Rarity(hash);
            if (rarity > LeastRarity) weights.Add(new(hash, (1 + MathF.Log(count)) * rarity * (isCapital ? CapitalWeight : 1)));
        }

        return TermVector.Of(weights, longest);
    }

    /// <summary>The days that the events leave open, where any tells a day, week or month.</summary>
    private static (LocalDate First, LocalDate Last)? DaysOf(Event[] events)
    {
        foreach (var e in events)
        {
            var interval = e.Time.Interval;
            if (interval is { Earliest: { } first, Latest: { } last, Precision: TimePrecision.Hour or TimePrecision.Day or TimePrecision.Week or TimePrecision.Month }) return (first, last);
        }

        return null;
    }

    private static SketchPlace[] PlacesOf(IReadOnlyList<Event> events) =>
        [.. events.SelectMany(e => e.Places).Select(p => new SketchPlace(p.Place.Name.ToLowerInvariant(), p.Place.Coordinates, p.Place.Precision, p.Place.Admin1, p.Place.Country)).Distinct()];

    /// <summary>The largest number told of those it befell, a part of others left out; null where none is told.</summary>
    private static long? Count(Event[] events, VictimEffect effect)
    {
        long? most = null;
        foreach (var victims in events.SelectMany(e => e.Victims))
        {
            if (victims.Effect == effect && (victims.Count.Min ?? victims.Count.Max) is { } count && (most is null || count > most)) most = count;
        }

        return most;
    }
}
