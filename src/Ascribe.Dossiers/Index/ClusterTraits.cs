using Ascribe.Dossiers.Dossiers;

namespace Ascribe.Dossiers.Index;

/// <summary>What lists of dossiers are sorted and filtered by.</summary>
/// <param name="Last">See <see cref="ClusterPlace.Last"/>.</param>
/// <param name="Contradicted">A bit for each slot.</param>
internal readonly record struct ClusterTraits(int Last, int Contradicted)
{
    public static int BitOf(Slot slot) => 1 << (int)slot;

    public static ClusterTraits Of(DossierSummary summary) =>
        new(SearchIndex.Days(summary.LastPublished) ?? int.MinValue, summary.Contradicted.Aggregate(0, (bits, slot) => bits | BitOf(slot)));

    /// <summary>Whether it is what a question asks of lists.</summary>
    public bool Fits(DossierQuery query) =>
        (!query.Disagreement || Contradicted != 0) && (query.Contradicted is not { } slot || (Contradicted & BitOf(slot)) != 0) && (query.PublishedSince is not { } day || Last >= SearchIndex.Days(day));
}
