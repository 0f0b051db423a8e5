using Ascribe.Language;
using Ascribe.Language.Coreference;

namespace Ascribe.Lab.Training;

/// <summary>
/// MUC, B³ and CEAF with entities (φ4), added up over documents as the scorer of CoNLL-2012 does (Pradhan et al. 2014): recall and precision are sums
/// over all documents, and <see cref="Mean"/> is the mean of the three F. Mentions count by their exact tokens.
/// </summary>
internal sealed class CoreferenceScore
{
    private Ratio _muc, _b3, _ceaf, _mentions;

    public double Mean => (Muc + B3 + Ceaf) / 3;

    public double Muc => _muc.F;

    public double B3 => _b3.F;

    public double Ceaf => _ceaf.F;

    /// <summary>Scores what the model finds in texts that have been analysed: the mean for named and nominal mentions.</summary>
    public static CoreferenceScore Of(CoreferenceModel model, IEnumerable<CoreferenceText> texts, bool pronouns = false)
    {
        var score = new CoreferenceScore();
        var reader = new ChainReader(model);
        foreach (var text in texts)
        {
            var found = reader.Read(text.Document).Select(c => c.Mentions.Select(m => m.Tokens));
            score.Add(CoreferenceText.Scored(text, text.Chains.Values, pronouns), CoreferenceText.Scored(text, found, pronouns));
        }

        return score;
    }

    /// <summary>Adds a document.</summary>
    /// <param name="gold">Chains of mentions; no mention in two.</param>
    /// <param name="found">The same.</param>
    public void Add(IReadOnlyList<TokenRange[]> gold, IReadOnlyList<TokenRange[]> found)
    {
        var goldOf = ChainOf(gold);
        var foundOf = ChainOf(found);
        var both = goldOf.Keys.Count(foundOf.ContainsKey);
        _mentions.Add(both, goldOf.Count, both, foundOf.Count);
        _muc.Add(gold.Sum(c => c.Length - Parts(c, foundOf)), gold.Sum(c => c.Length - 1), found.Sum(c => c.Length - Parts(c, goldOf)), found.Sum(c => c.Length - 1));
        _b3.Add(gold.Sum(c => Overlaps(c, foundOf)), goldOf.Count, found.Sum(c => Overlaps(c, goldOf)), foundOf.Count);
        var similarity = new double[gold.Count, found.Count];
        foreach (var (mention, g) in goldOf)
        {
            if (foundOf.TryGetValue(mention, out var f)) similarity[g, f] += 2.0 / (gold[g].Length + found[f].Length);
        }

        var best = Assignment.Best(similarity);
        _ceaf.Add(best, gold.Count, best, found.Count);
    }

    public override string ToString() => FormattableString.Invariant(
        $"mean {Mean:F2} (MUC {_muc}, B3 {_b3}, CEAF-e {_ceaf}, mentions {_mentions})");

    private static Dictionary<TokenRange, int> ChainOf(IReadOnlyList<TokenRange[]> chains)
    {
        var chainOf = new Dictionary<TokenRange, int>();
        for (var c = 0; c < chains.Count; c++)
        {
            foreach (var mention in chains[c])
            {
                if (!chainOf.TryAdd(mention, c)) throw new InvalidDataException($"A mention is in two chains: {mention}.");
            }
        }

        return chainOf;
    }

    /// <summary>Into how many parts the other side cuts a chain; a mention that it lacks is a part of its own.</summary>
    private static int Parts(TokenRange[] chain, Dictionary<TokenRange, int> other) =>
        chain.Where(other.ContainsKey).Select(m => other[m]).Distinct().Count() + chain.Count(m => !other.ContainsKey(m));

    /// <summary>For each mention of a chain the share of the chain that is with it on the other side, added up.</summary>
    private static double Overlaps(TokenRange[] chain, Dictionary<TokenRange, int> other) =>
        chain.Where(other.ContainsKey).CountBy(m => other[m]).Sum(c => (double)c.Value * c.Value) / chain.Length;

    private struct Ratio
    {
        private double _recalled, _gold, _precise, _found;

        public readonly double F => Recall + Precision == 0 ? 0 : 2 * Recall * Precision / (Recall + Precision);

        private readonly double Recall => _gold == 0 ? 0 : 100 * _recalled / _gold;

        private readonly double Precision => _found == 0 ? 0 : 100 * _precise / _found;

        public void Add(double recalled, double gold, double precise, double found)
        {
            _recalled += recalled;
            _gold += gold;
            _precise += precise;
            _found += found;
        }

        public override readonly string ToString() => FormattableString.Invariant($"R {Recall:F1} P {Precision:F1} F {F:F1}");
    }
}
