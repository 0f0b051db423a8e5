using Ascribe.Claims;
using Ascribe.Dossiers.Search;
using Ascribe.Events;
using Ascribe.Places;
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

    /// <summary>Words of the name of a place where it was, in a row; with a star behind them, its beginning. As all names: in any case, with or without accents.</summary>
    public string? Place { get; init; }

    /// <summary>A point, and the distance from it in kilometres within which a place of it lies that is no larger than a district.</summary>
    public (Coordinates Point, double Kilometres)? Near { get; init; }

    /// <summary>Corners of an area, in order, at least three, within which a place of it lies that is no larger than a district. No side crosses the 180th meridian.</summary>
    public IReadOnlyList<Coordinates>? Polygon { get; init; }

    /// <summary>An actor that has a part in it, by words of a name, by its own id or by its id in the actor table; with those that are parts of it.</summary>
    public string? Actor { get; init; }

    /// <summary>Whole names, and ids of the actor table, that mean <see cref="Actor"/> as well; <see cref="DossierShelf"/> adds those that decisions have made one with it.</summary>
    public IReadOnlyList<string> AlsoNamed { get; init; } = [];

    /// <summary>Words of the name of somebody who says something about it.</summary>
    public string? Speaker { get; init; }

    /// <summary>Somebody says something about it with this stance; with <see cref="Speaker"/>, that one.</summary>
    public Stance? Stance { get; init; }

    public ResponsibilityStatus? Responsibility { get; init; }

    /// <summary>What title and text of a report hold; see <see cref="TextQuery"/>.</summary>
    public string? Text { get; init; }

    /// <summary>Only where sources contradict each other.</summary>
    public bool Disagreement { get; init; }

    /// <summary>Only where sources contradict each other about this.</summary>
    public Slot? Contradicted { get; init; }

    /// <summary>Only what a report tells of that came out on this day or later.</summary>
    public LocalDate? PublishedSince { get; init; }

    /// <summary>Only what several mentions tell of.</summary>
    public bool Several { get; init; }

    /// <summary>In which order they are given.</summary>
    public DossierSort Sort { get; init; }

    /// <summary>Id of the dossier after which to begin, in that order; null: at the beginning.</summary>
    public string? After { get; init; }

    /// <summary>So many at most; null: all.</summary>
    public int? Limit { get; init; }

    /// <summary>Whether a dossier is what is asked for. Nothing is looked up: the slow way, by which the search index can be checked.</summary>
    /// <exception cref="FormatException"><see cref="Text"/> cannot be understood; the message is one sentence for people.</exception>
    public bool Fits(Dossier dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        if (Several && dossier.Reports.Count < 2 || Disagreement && dossier.Slots.All(s => s.Agreement != Agreement.Contradicted)) return false;
        if (Contradicted is { } slot && dossier[slot]?.Agreement != Agreement.Contradicted) return false;
        if (PublishedSince is { } day && !dossier.Reports.Any(r => r.Record.Report.Published?.Day >= day)) return false;
        if (Text is not null && TextQuery.Parse(Text) is var text && !dossier.Reports.Any(r => text.Fits(r.Record.Report.Title, r.Record.Report.Text))) return false;
        var filter = new FactsFilter(this);
        return dossier.Reports.Any(r => filter.Fits(IncidentFacts.Of(r)));
    }
}
