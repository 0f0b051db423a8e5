using Ascribe.Dossiers.Review;

namespace Ascribe.Dossiers.Actors;

/// <summary>What the reports of a ledger tell of one actor. Of one that very many name, the latest are looked at.</summary>
public sealed record ActorProfile
{
    public required ActorSummary Summary { get; init; }

    /// <summary>Names, the most told first.</summary>
    public required IReadOnlyList<Told> Names { get; init; }

    /// <summary>What it is said to be, the most told first.</summary>
    public required IReadOnlyList<Told> Roles { get; init; }

    /// <summary>ISO 3166-1 alpha-2 of the countries told, the most told first.</summary>
    public required IReadOnlyList<Told> Countries { get; init; }

    /// <summary>Those that were looked at, the latest in the ledger first.</summary>
    public required IReadOnlyList<ActorReport> Reports { get; init; }

    public required IReadOnlyList<ActorPart> Parts { get; init; }

    /// <summary>What it says.</summary>
    public required IReadOnlyList<ActorClaim> Says { get; init; }

    /// <summary>What others say that concerns it.</summary>
    public required IReadOnlyList<ActorClaim> SaidAbout { get; init; }

    public required IReadOnlyList<ActorRelation> Relations { get; init; }

    public required IReadOnlyList<ActorTwin> PossiblySame { get; init; }

    /// <summary>The decisions about it that hold.</summary>
    public required IReadOnlyList<DecisionEntry> Decisions { get; init; }

    /// <summary>How far it may be passed on: as the strictest of the reports looked at.</summary>
    public Tlp Marking => Reports.Count == 0 ? Tlp.Clear : Reports.Max(r => r.Marking);
}
