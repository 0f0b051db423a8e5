using Ascribe.Language.Models;

namespace Ascribe.Language.Coreference;

/// <summary>
/// Ties the mentions of a document into chains: each mention, in text order, to the earlier one that scores best, or to none where a new chain
/// scores better. Pure and thread-safe.
/// </summary>
internal sealed class ChainReader(CoreferenceModel model)
{
    private readonly PhraseBounds.Decision _belongs = PhraseBounds.By(model.Bounds);

    /// <exception cref="InvalidDataException">The model is missing or damaged.</exception>
    public static ChainReader Load(ModelStore models) => new(models.Read(CoreferenceModel.FileName, CoreferenceModel.Read));

    /// <summary>The chains by their first mention.</summary>
    public IReadOnlyList<Chain> Read(Document document) => Read(new MentionTable(document, MentionFinder.Find(document, _belongs)));

    internal IReadOnlyList<Chain> Read(MentionTable table)
    {
        var features = new AntecedentFeatures(table);
        var chains = new List<List<Mention>>();
        var chainOf = new int[table.Traits.Length];
        var candidates = new List<int>();
        Span<uint> found = stackalloc uint[AntecedentFeatures.Most];
        for (var m = 0; m < chainOf.Length; m++)
        {
            features.Candidates(m, candidates);
            var best = -1;
            var bestScore = candidates.Count == 0 ? 0 : model.Links.Score(found[..features.WriteNew(m, found)]);
            foreach (var candidate in candidates)
            {
                var score = model.Links.Score(found[..features.WritePair(m, candidate, found)]);
                if (score > bestScore) (best, bestScore) = (candidate, score);
            }

            if (best < 0) chains.Add([]);
            chainOf[m] = best < 0 ? chains.Count - 1 : chainOf[best];
            chains[chainOf[m]].Add(table.Traits[m].Mention);
            features.Add(m);
        }

        return [.. chains.Where(c => c.Count > 1).Select(c => new Chain(c))];
    }
}
