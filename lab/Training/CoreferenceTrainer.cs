using Ascribe.Language.Coreference;

namespace Ascribe.Lab.Training;

/// <summary>
/// Trains the ranker of antecedents: the likelihood of any right antecedent, with wrong ones made costlier (Durrett and Klein 2013), by AdaGrad.
/// One thread, fixed order of numbers: the same texts give the same weights.
/// </summary>
internal static class CoreferenceTrainer
{
    private const int Bits = 18;
    private const int Epochs = 12;
    private const float Rate = 0.1f;
    private const float Decay = 1e-6f;

    /// <summary>Costs of the three errors: a link where a chain begins, a new chain where there is an antecedent, a wrong antecedent.</summary>
    private const float FalseLink = 0.3f, FalseNew = 2f, WrongLink = 1f;

    /// <param name="report">Told the model now and then.</param>
    public static AntecedentModel Train(CoreferenceAnalyzer analyzer, IReadOnlyList<CoreferenceText> texts, Action<AntecedentModel> report)
    {
        var choices = new List<Choice>();
        foreach (var text in texts)
        {
            analyzer.Analyze(text.Document);
            AddChoices(text, choices);
        }

        var weights = new float[1 << Bits];
        var squares = new float[1 << Bits];
        var order = choices.ToArray();
        var random = new Random(1);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var choice in order) Learn(choice, weights, squares);
            if (epoch % 4 == 3) report(Quantise(weights));
        }

        return Quantise(weights);
    }

    /// <summary>The options of one mention: the first is a new chain, the others are antecedents.</summary>
    private sealed record Choice(uint[][] Options, bool[] IsRight);

    private static void AddChoices(CoreferenceText text, List<Choice> choices)
    {
        var chainOf = text.Chains.SelectMany(c => c.Value.Select(m => (m, c.Key))).DistinctBy(p => p.m).ToDictionary(p => p.m, p => p.Key);
        var table = new MentionTable(text.Document, MentionFinder.Find(text.Document));
        var features = new AntecedentFeatures(table);
        var candidates = new List<int>();
        var found = new uint[AntecedentFeatures.Most];
        for (var m = 0; m < table.Traits.Length; m++)
        {
            features.Candidates(m, candidates);
            if (candidates.Count > 0)
            {
                var chain = chainOf.GetValueOrDefault(table.Traits[m].Mention.Tokens);
                var options = new List<uint[]> { found[..features.WriteNew(m, found)] };
                var right = new List<bool> { false };
                foreach (var candidate in candidates)
                {
                    options.Add(found[..features.WritePair(m, candidate, found)]);
                    right.Add(chain is not null && chainOf.GetValueOrDefault(table.Traits[candidate].Mention.Tokens) == chain);
                }

                right[0] = !right.Contains(true);
                choices.Add(new Choice([.. options], [.. right]));
            }

            features.Add(m);
        }
    }

    private static void Learn(Choice choice, float[] weights, float[] squares)
    {
        var (options, isRight) = choice;
        Span<float> scores = stackalloc float[options.Length];
        var largest = float.NegativeInfinity;
        for (var o = 0; o < options.Length; o++)
        {
            var score = isRight[o] ? 0 : o == 0 ? FalseNew : isRight[0] ? FalseLink : WrongLink;
            foreach (var feature in options[o]) score += weights[feature & (weights.Length - 1)];
            scores[o] = score;
            largest = Math.Max(largest, score);
        }

        float all = 0, right = 0;
        for (var o = 0; o < options.Length; o++)
        {
            scores[o] = MathF.Exp(scores[o] - largest);
            all += scores[o];
            if (isRight[o]) right += scores[o];
        }

        for (var o = 0; o < options.Length; o++)
        {
            var gradient = (scores[o] / all) - (isRight[o] && right > 0 ? scores[o] / right : 0);
            if (MathF.Abs(gradient) < 1e-3f) continue;
            foreach (var feature in options[o])
            {
                var w = feature & (weights.Length - 1);
                squares[w] += gradient * gradient;
                weights[w] = (weights[w] * (1 - Decay)) - (Rate * gradient / (MathF.Sqrt(squares[w]) + 1e-3f));
            }
        }
    }

    private static AntecedentModel Quantise(float[] weights)
    {
        var sizes = weights.Where(w => w != 0).Select(MathF.Abs).Order().ToArray();
        var scale = 127 / (sizes.Length == 0 ? 1 : sizes[(int)((sizes.Length - 1) * 0.999)]);
        return new AntecedentModel([.. weights.Select(w => (sbyte)Math.Clamp((int)MathF.Round(w * scale), -127, 127))]);
    }
}
