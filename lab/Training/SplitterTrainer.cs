using Ascribe.Language;
using Ascribe.Language.Models;

namespace Ascribe.Lab.Training;

/// <summary>Trains the model of <see cref="SentenceSplitter"/> on texts whose sentences are known.</summary>
internal sealed class SplitterTrainer
{
    private const int Bits = 14;
    private const int Epochs = 8;

    /// <summary>A decision is learnt until it is right by as much as this.</summary>
    private const float Margin = 80;

    /// <summary>One document in so many is learnt in capitals too.</summary>
    private const int Capitals = 5;

    private readonly Abbreviations _abbreviations = Abbreviations.Load("en");
    private readonly Tokenizer _tokenizer;

    public SplitterTrainer() => _tokenizer = Tokenizer.Load("en", _abbreviations);

    /// <param name="report">Told the model after each pass.</param>
    public LinearModel Train(IReadOnlyList<TreebankText> texts, Action<LinearModel> report)
    {
        var examples = Examples([.. texts, .. texts.Where((_, i) => i % Capitals == 0).Select(t => t.InCapitals())]);
        var perceptron = new AveragedPerceptron(2, Bits);
        var random = new Random(1);
        var scores = new float[4];
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(examples);
            foreach (var (features, begins) in examples)
            {
                perceptron.Score(features, scores);
                var (right, wrong) = begins ? (1, 0) : (0, 1);
                if (scores[right] - scores[wrong] <= Margin) perceptron.Update(features, right, wrong);
                perceptron.Tick();
            }

            report(perceptron.Quantise());
        }

        return perceptron.Quantise();
    }

    /// <summary>F of the sentences, 0 to 100: a sentence is found when it begins and ends where it should.</summary>
    public double Score(LinearModel model, IEnumerable<TreebankText> texts)
    {
        var splitter = new SentenceSplitter(_abbreviations, SentenceSplitter.By(model));
        int both = 0, all = 0;
        foreach (var text in texts)
        {
            var spans = _tokenizer.Tokenize(text.Text);
            var found = Sentences(splitter.Split(text.Text, spans).Firsts.Select(first => spans[first].Start));
            var gold = Sentences(text.Starts.Order());
            both += found.Intersect(gold).Count();
            all += found.Count + gold.Count;
        }

        return 200.0 * both / all;
    }

    private (uint[] Features, bool Begins)[] Examples(IEnumerable<TreebankText> texts)
    {
        var examples = new List<(uint[], bool)>();
        foreach (var text in texts)
        {
            var splitter = new SentenceSplitter(_abbreviations, (in place, features) =>
            {
                var begins = text.Starts.Contains(place.Token.Start);
                examples.Add(([.. features], begins));
                return begins;
            });
            splitter.Split(text.Text, _tokenizer.Tokenize(text.Text));
        }

        return [.. examples];
    }

    /// <summary>Start of each sentence and of the one after it.</summary>
    private static List<(int, int)> Sentences(IEnumerable<int> starts)
    {
        int[] all = [.. starts, int.MaxValue];
        return [.. all.Zip(all.Skip(1))];
    }
}
