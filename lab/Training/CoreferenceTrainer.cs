using Ascribe.Language;
using Ascribe.Language.Coreference;

namespace Ascribe.Lab.Training;

/// <summary>
/// Trains what finds chains. First the bounds of phrases, by logistic regression; then the ranker of antecedents: the likelihood of any right
/// antecedent, with wrong ones made costlier (Durrett and Klein 2013). Both by AdaGrad on one thread, in a fixed order of numbers: the same texts
/// give the same weights. More passes than these learn the texts by heart.
/// </summary>
internal static class CoreferenceTrainer
{
    private const int BoundBits = 15, LinkBits = 20;
    private const int BoundEpochs = 4, LinkEpochs = 3;
    private const float Rate = 0.05f;

    /// <summary>Costs of the three errors: a link where a chain begins, a new chain where there is an antecedent, a wrong antecedent.</summary>
    private const float FalseLink = 0.1f, FalseNew = 6f, WrongLink = 1f;

    /// <summary>Options whose share is smaller than this are not worth the learning.</summary>
    private const float Least = 1e-3f;

    /// <param name="report">Told the model after each pass of the ranker.</param>
    public static CoreferenceModel Train(CoreferenceAnalyzer analyzer, IReadOnlyList<CoreferenceText> texts, Action<CoreferenceModel> report)
    {
        foreach (var text in texts) analyzer.Analyze(text.Document);
        var bounds = LearnBounds([.. texts.SelectMany(Dependents)]);
        var links = new Learner(LinkBits);
        Choice[] choices = [.. texts.SelectMany(t => Choices(t, PhraseBounds.By(bounds)))];
        var random = new Random(1);
        for (var epoch = 0; epoch < LinkEpochs; epoch++)
        {
            random.Shuffle(choices);
            foreach (var choice in choices) Learn(choice, links);
            report(new CoreferenceModel(bounds, links.Quantise()));
        }

        return new CoreferenceModel(bounds, links.Quantise());
    }

    private static HashedWeights LearnBounds((uint[] Features, bool Belongs)[] dependents)
    {
        var learner = new Learner(BoundBits);
        var random = new Random(1);
        for (var epoch = 0; epoch < BoundEpochs; epoch++)
        {
            random.Shuffle(dependents);
            foreach (var (features, belongs) in dependents) learner.Learn(features, (1 / (1 + MathF.Exp(-learner.Score(features)))) - (belongs ? 1 : 0));
        }

        return learner.Quantise();
    }

    /// <summary>The dependents of the heads of a text's mentions, outwards from each head up to the first that does not belong to the phrase.</summary>
    private static List<(uint[] Features, bool Belongs)> Dependents(CoreferenceText text)
    {
        // A head may have several mentions; the shortest is that without coordinated phrases.
        var phraseOf = new Dictionary<int, TokenRange>();
        foreach (var mention in text.Chains.Values.SelectMany(c => c))
        {
            var head = text.HeadOf(mention);
            if (!phraseOf.TryGetValue(head, out var known) || mention.Count < known.Count) phraseOf[head] = mention;
        }

        var dependents = new List<(uint[], bool)>();
        var bounds = new PhraseBounds(text.Document, (head, dependent, features) =>
        {
            var belongs = phraseOf[head].Contains(dependent);
            dependents.Add((features.ToArray(), belongs));
            return belongs;
        });
        foreach (var head in phraseOf.Keys.Order()) bounds.Of(head);
        return dependents;
    }

    private static List<Choice> Choices(CoreferenceText text, PhraseBounds.Decision belongs)
    {
        var chainOf = text.Chains.SelectMany(c => c.Value.Select(m => (Mention: m, Chain: c.Key))).DistinctBy(p => p.Mention).ToDictionary(p => p.Mention, p => p.Chain);
        var table = new MentionTable(text.Document, MentionFinder.Find(text.Document, belongs));
        var features = new AntecedentFeatures(table);
        var choices = new List<Choice>();
        var candidates = new List<int>();
        var found = new uint[AntecedentFeatures.Most];
        for (var m = 0; m < table.Traits.Length; m++)
        {
            features.Candidates(m, candidates);
            var chain = chainOf.GetValueOrDefault(table.Traits[m].Mention.Tokens);
            uint[][] options = [found[..features.WriteNew(m, found)], .. candidates.Select(c => found[..features.WritePair(m, c, found)])];
            bool[] isRight = [false, .. candidates.Select(c => chain is not null && chainOf.GetValueOrDefault(table.Traits[c].Mention.Tokens) == chain)];
            isRight[0] = !isRight.Contains(true);
            if (candidates.Count > 0) choices.Add(new Choice(options, isRight));
            features.Add(m);
        }

        return choices;
    }

    private static void Learn(Choice choice, Learner learner)
    {
        var (options, isRight) = choice;
        Span<float> shares = stackalloc float[options.Length];
        var largest = float.NegativeInfinity;
        for (var o = 0; o < options.Length; o++)
        {
            var cost = isRight[o] ? 0 : o == 0 ? FalseNew : isRight[0] ? FalseLink : WrongLink;
            shares[o] = cost + learner.Score(options[o]);
            largest = Math.Max(largest, shares[o]);
        }

        float all = 0, right = 0;
        for (var o = 0; o < options.Length; o++)
        {
            shares[o] = MathF.Exp(shares[o] - largest);
            all += shares[o];
            if (isRight[o]) right += shares[o];
        }

        for (var o = 0; o < options.Length; o++)
        {
            var gradient = (shares[o] / all) - (isRight[o] && right > 0 ? shares[o] / right : 0);
            if (MathF.Abs(gradient) >= Least) learner.Learn(options[o], gradient);
        }
    }

    /// <summary>The options of one mention: the first is a new chain, the others are antecedents.</summary>
    private sealed record Choice(uint[][] Options, bool[] IsRight);

    /// <summary>AdaGrad (Duchi, Hazan and Singer 2011) over hashed weights.</summary>
    private sealed class Learner(int bits)
    {
        private const float Small = 1e-3f;

        /// <summary>The share of the weights that keep their size in 8 bits; larger ones are cut.</summary>
        private const double Kept = 0.999;

        private readonly float[] _weights = new float[1 << bits];
        private readonly float[] _squares = new float[1 << bits];
        private readonly uint _mask = (1u << bits) - 1;

        public float Score(uint[] features)
        {
            var score = 0f;
            foreach (var feature in features) score += _weights[feature & _mask];
            return score;
        }

        /// <param name="gradient">That of the loss by the score.</param>
        public void Learn(uint[] features, float gradient)
        {
            foreach (var feature in features)
            {
                var w = feature & _mask;
                _squares[w] += gradient * gradient;
                _weights[w] -= Rate * gradient / (MathF.Sqrt(_squares[w]) + Small);
            }
        }

        public HashedWeights Quantise()
        {
            var sizes = _weights.Where(w => w != 0).Select(MathF.Abs).Order().ToArray();
            var scale = sizes.Length == 0 ? 1 : 127 / sizes[(int)((sizes.Length - 1) * Kept)];
            return new HashedWeights([.. _weights.Select(w => (sbyte)Math.Clamp((int)MathF.Round(w * scale), -127, 127))]);
        }
    }
}
