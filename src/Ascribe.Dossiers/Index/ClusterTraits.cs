using Ascribe.Dossiers.Dossiers;

namespace Ascribe.Dossiers.Index;

/// <summary>What lists of dossiers are sorted and filtered by.</summary>
/// <param name="Last">See <see cref="ClusterPlace.Last"/>.</param>
/// <param name="Contradicted">A bit for each slot.</param>
internal readonly record struct ClusterTraits(int Last, int Contradicted)
{
    public static ClusterTraits Of(DossierSummary summary) =>
        new(SearchIndex.Days(summary.LastPublished) ?? int.MinValue, summary.Contradicted.Aggregate(0, (bits, slot) => bits | 1 << (int)slot));
}
