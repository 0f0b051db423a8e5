using Ascribe.Actors;
using Ascribe.Dossiers.Dossiers;
using Ascribe.Events;
using Ascribe.Places;
using Ascribe.Times;
using NodaTime.Text;

namespace Ascribe.Dossiers.Exports;

/// <summary>What an export tells of an incident as a whole: of each slot of its dossier the value that stands for it, with the event that states it.</summary>
internal sealed class ExportedIncident
{
    private readonly (DossierReport Report, Event Event)[] _events;

    public ExportedIncident(Dossier dossier)
    {
        Dossier = dossier;
        _events = [.. dossier.Reports.SelectMany(r => r.Record.Events.Where(e => r.Events.Contains(e.Id)).Select(e => (r, e)))];
        Time = TimeOf();
        Place = PlaceOf();
        Attributions = AttributionReader.Read(dossier);
        Affected = [.. AffectedActors()];
    }

    public Dossier Dossier { get; }

    /// <summary>The events of the reports that tell of it.</summary>
    public IReadOnlyList<(DossierReport Report, Event Event)> Events => _events;

    /// <summary>Name of its event type, or null.</summary>
    public string? Type => Dossier[Slot.Type]?.Best.Value;

    public TimeInterval Time { get; }

    /// <summary>Where it was, as the most texts tell; null: nobody does.</summary>
    public EventPlace? Place { get; }

    public PrecisionCodes? Precision => Place is { } p ? PrecisionCodes.Of(p.Place, p.Relation, p.RadiusKm) : null;

    /// <summary>Those tied to it by somebody, the most often told first.</summary>
    public IReadOnlyList<Attribution> Attributions { get; }

    /// <summary>Actors among its victims or targets, in the order of the reports, each once.</summary>
    public IReadOnlyList<(Actor Actor, string Part)> Affected { get; }

    /// <summary>The status of every statement of responsibility, the strongest first: "claimed", "unclaimed".</summary>
    public IEnumerable<ResponsibilityStatus> Responsibility =>
        _events.SelectMany(e => e.Event.Responsibility.Statements).Select(s => s.Status).Distinct().Order();

    /// <summary>The number that stands for a slot that counts people, its least end where it is open; null: not told.</summary>
    public long? BestOf(Slot slot) => Dossier[slot]?.Best.Count is { } count ? count.Min ?? count.Max : null;

    /// <summary>All values of a slot, the most stated first.</summary>
    public IEnumerable<string> ValuesOf(Slot slot) => Dossier[slot]?.Values.Select(v => v.Value) ?? [];

    /// <summary>The day if one is told, else the shortest time in which it must lie.</summary>
    private TimeInterval TimeOf()
    {
        if (Dossier[Slot.Day] is { } told && LocalDatePattern.Iso.Parse(told.Best.Value) is { Success: true } day) return TimeInterval.OnDay(day.Value);
        return _events.Select(e => e.Event.Time.Interval).OrderBy(LengthOf).FirstOrDefault() ?? TimeInterval.Unknown;
    }

    private static int LengthOf(TimeInterval time) => IntervalCodes.DaysOf(time) ?? (time.Latest is null ? int.MaxValue : int.MaxValue - 1);

    /// <summary>Of the events that tell the place of the dossier, the one that tells it most exactly.</summary>
    private EventPlace? PlaceOf()
    {
        if (Dossier[Slot.Place]?.Best.Value is not { } value) return null;
        return _events.Select(e => e.Event.Places.Count > 0 ? e.Event.Places[0] : null)
            .Where(p => p is not null && StatementReader.NameOf(p.Place) == value)
            .OrderBy(p => p!.Place.Precision).ThenBy(p => p!.Relation != PlaceRelation.In).FirstOrDefault();
    }

    private IEnumerable<(Actor, string)> AffectedActors()
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (report, e) in _events)
        {
            foreach (var (id, part) in e.Victims.Select(v => (v.Actor, "victim")).Concat(e.Targets.Select(t => (t.Actor, "target"))))
            {
                if (report.Record.Actors.FirstOrDefault(a => a.Id == id) is { } actor && told.Add(AttributionReader.KeyOf(actor))) yield return (actor, part);
            }
        }
    }
}
