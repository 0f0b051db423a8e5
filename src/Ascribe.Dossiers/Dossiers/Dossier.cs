using Ascribe.Dossiers.Review;
using Ascribe.Quantities;

namespace Ascribe.Dossiers.Dossiers;

/// <summary>What many reports tell of one incident, side by side. A view: it can be computed from the ledger at any time.</summary>
public sealed record Dossier
{
    /// <summary>"d" and 14 hex digits: the id of its earliest mention. It answers to the ids of all its mentions.</summary>
    public required string Id { get; init; }

    /// <summary>The title of the first report, or its first words.</summary>
    public required string Title { get; init; }

    /// <summary>By publication.</summary>
    public required IReadOnlyList<DossierReport> Reports { get; init; }

    /// <summary>Those slots of which anything is said, in the order of <see cref="Slot"/>.</summary>
    public required IReadOnlyList<DossierSlot> Slots { get; init; }

    /// <summary>What nobody says, or what is told in several ways, in words.</summary>
    public required IReadOnlyList<string> OpenQuestions { get; init; }

    public required IReadOnlyList<RelatedEvent> Related { get; init; }

    /// <summary>By time; what happened before what was reported on the same day.</summary>
    public required IReadOnlyList<TimelineEntry> Timeline { get; init; }

    /// <summary>Totals that the reports tell beside the incident; never added to its toll.</summary>
    public required IReadOnlyList<(string Report, Tally Tally)> Tallies { get; init; }

    public required IReadOnlyList<CopyDifference> Differences { get; init; }

    public required IReadOnlyList<PossibleTwin> PossiblySame { get; init; }

    /// <summary>Why its reports were put together: a step for each report but the first.</summary>
    public required IReadOnlyList<MergeStep> Reasons { get; init; }

    /// <summary>Statements that a reviewer rejected or replaced, in the order of <see cref="Slot"/>: shown, but no part of any slot.</summary>
    public IReadOnlyList<Statement> SetAside { get; init; } = [];

    public ReviewState State { get; init; }

    /// <summary>Who reviews it, or null.</summary>
    public string? AssignedTo { get; init; }

    /// <summary>All decisions about it that hold, in the order in which they were made.</summary>
    public IReadOnlyList<DossierDecision> Decisions { get; init; } = [];

    /// <summary>How far it may be passed on: as its strictest report.</summary>
    public Tlp Marking => Reports.Max(r => r.Marking);

    /// <summary>So many texts of their own.</summary>
    public int Origins => Reports.Select(r => r.Origin).Distinct().Count();

    public DossierSlot? this[Slot slot] => Slots.FirstOrDefault(s => s.Slot == slot);
}
