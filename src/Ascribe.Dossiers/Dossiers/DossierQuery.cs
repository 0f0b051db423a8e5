using Ascribe.Actors;
using Ascribe.Claims;
using Ascribe.Events;
using Ascribe.Places;
using Ascribe.Records;
using NodaTime;

namespace Ascribe.Dossiers.Dossiers;

/// <summary>What is asked of dossiers; what is null is not asked. All that is asked must fit one report of the dossier, but for the words, which may stand in any.</summary>
public sealed record DossierQuery
{
    /// <summary>The incident may have been on this day or later.</summary>
    public LocalDate? Since { get; init; }

    /// <summary>The incident may have been on this day or earlier.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>Name of an event type ("rocket_shelling").</summary>
    public string? Type { get; init; }

    /// <summary>ISO 3166-1 alpha-2 code of the country where it was.</summary>
    public string? Country { get; init; }

    /// <summary>Words of the name of a place where it was, in any case.</summary>
    public string? Place { get; init; }

    /// <summary>A point, and the distance from it in kilometres within which a place of it lies that is no larger than a district.</summary>
    public (Coordinates Point, double Kilometres)? Near { get; init; }

    /// <summary>An actor that has a part in it, by words of a name or by its id in the actor table; with those that are parts of it.</summary>
    public string? Actor { get; init; }

    /// <summary>Words of the name of somebody who says something about it.</summary>
    public string? Speaker { get; init; }

    /// <summary>Somebody says something about it with this stance; with <see cref="Speaker"/>, that one.</summary>
    public Stance? Stance { get; init; }

    public ResponsibilityStatus? Responsibility { get; init; }

    /// <summary>Words that stand in the title or text of a report, in any case.</summary>
    public string? Text { get; init; }

    /// <summary>Only where sources contradict each other.</summary>
    public bool Disagreement { get; init; }

    public bool Fits(Dossier dossier, ActorHierarchy actors)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(actors);
        return (!Disagreement || dossier.Slots.Any(s => s.Agreement == Agreement.Contradicted))
            && (Text is null || dossier.Reports.Any(r => Holds(r.Record.Report.Text, Text) || Holds(r.Record.Report.Title, Text)))
            && dossier.Reports.Any(r => Fits(r, actors));
    }

    private bool Fits(DossierReport report, ActorHierarchy actors)
    {
        Event[] told = [.. report.Record.Events.Where(e => report.Events.Contains(e.Id))];
        return told.Any(FitsEvent) && (Actor is null || FitsActor(report.Record, told, actors)) && (Speaker is null && Stance is null || report.Record.Claims.Any(c => FitsClaim(c, report)));
    }

    private bool FitsEvent(Event e) =>
        (Type is null || e.Type == Type)
        && (Since is null || e.Time.Interval?.Latest >= Since) && (Until is null || e.Time.Interval?.Earliest <= Until)
        && (Country is null || e.Places.Any(p => string.Equals(p.Place.Country, Country, StringComparison.OrdinalIgnoreCase)))
        && (Place is null || e.Places.Any(p => Holds(p.Place.Name, Place)))
        && (Near is not var (point, kilometres) || e.Places.Any(p => p.Place.Precision <= PlacePrecision.District && p.Place.Coordinates is { } there && there.DistanceTo(point) <= kilometres))
        && (Responsibility is null || e.Responsibility.Statements.Any(s => s.Status == Responsibility));

    /// <summary>A doer, a victim or somebody named in a statement of responsibility.</summary>
    private bool FitsActor(Record record, Event[] told, ActorHierarchy actors)
    {
        var parts = told.SelectMany(e => e.Perpetrators.Select(p => p.Actor).Concat(e.Victims.Select(v => v.Actor)).Concat(e.Targets.Select(t => t.Actor)).Concat(e.Responsibility.Statements.SelectMany(s => s.By))).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var wanted = actors.WithPartsOf(Actor!).ToHashSet(StringComparer.Ordinal);
        return record.Actors.Any(a => parts.Contains(a.Id) && (a.ActorId is { } id && wanted.Contains(id) || Holds(a.Name, Actor!)));
    }

    private bool FitsClaim(Claim claim, DossierReport report) =>
        (Stance is null || claim.Stance == Stance)
        && (Speaker is null || Holds(claim.Speaker.Name, Speaker) || Holds(claim.Speaker.Organization, Speaker))
        && claim.About.Any(a => report.Events.Contains(a.Split('/')[0]));

    private static bool Holds(string? text, string words) => text?.Contains(words, StringComparison.OrdinalIgnoreCase) == true;
}
