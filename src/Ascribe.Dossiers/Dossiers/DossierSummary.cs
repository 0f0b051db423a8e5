using Ascribe.Dossiers.Review;
using Ascribe.Places;
using NodaTime;

namespace Ascribe.Dossiers.Dossiers;

/// <summary>A dossier in a line of a list: its best values and how many tell of it. Made without opening its reports, but where decisions are about them.</summary>
public sealed record DossierSummary
{
    /// <summary>See <see cref="Dossier.Id"/>.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>The best value of <see cref="Slot.Day"/>; null: none is told.</summary>
    public LocalDate? Day { get; init; }

    /// <summary>The name of the best value of <see cref="Slot.Place"/>; null: none is told.</summary>
    public string? Place { get; init; }

    /// <summary>ISO 3166-1 alpha-2 code of the place's country, or null.</summary>
    public string? Country { get; init; }

    public PlacePrecision? Precision { get; init; }

    public Coordinates? Coordinates { get; init; }

    /// <summary>All event types told, the best first.</summary>
    public required IReadOnlyList<string> Types { get; init; }

    /// <summary>Null: no number of dead is told.</summary>
    public TollSummary? Killed { get; init; }

    public required int Reports { get; init; }

    /// <summary>So many texts of their own.</summary>
    public required int Origins { get; init; }

    /// <summary>Slots whose sources contradict each other.</summary>
    public required IReadOnlyList<Slot> Contradicted { get; init; }

    public LocalDate? FirstPublished { get; init; }

    public LocalDate? LastPublished { get; init; }

    public ReviewState State { get; init; }

    /// <summary>Who reviews it, or null.</summary>
    public string? AssignedTo { get; init; }

    /// <summary>How far it may be passed on: as its strictest report.</summary>
    public Tlp Marking { get; init; }
}
