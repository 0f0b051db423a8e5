using Ascribe.Language;
using Ascribe.Language.Models;

namespace Ascribe.Lab.Training;

/// <summary>Words with BILOU classes of <see cref="NameRecognizer"/>; sentences of one document share its memory.</summary>
internal sealed record NamedSentence(Document Document, int[] Classes, string Source);

/// <summary>Trains the name recogniser.</summary>
internal static class NameTrainer
{
    public const int Epochs = 8;

    /// <param name="sentences">Tagged sentences.</param>
    public static LinearModel Train(IReadOnlyList<NamedSentence> sentences, int epochs, int seed = 1)
    {
        var model = new AveragedPerceptron(NameRecognizer.Classes, NameRecognizer.Bits);
        var random = new Random(seed);
        var documents = sentences.GroupBy(s => s.Source).Select(g => g.ToArray()).ToArray();
        var words = new WordFeatures();
        var features = new uint[NameRecognizer.FeatureCount];
        var scores = new float[LinearModel.StrideOf(NameRecognizer.Classes)];
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(documents);
            foreach (var document in documents)
            {
                var memory = new Dictionary<uint, int>();
                foreach (var sentence in document)
                {
                    words.Load(sentence.Document, new TokenRange(0, sentence.Document.Count), TaggerTrainer.CaseOf(random));
                    var caseless = NameRecognizer.IsCaseless(words);
                    int before = 0, before2 = 0;
                    for (var i = 0; i < words.Count; i++)
                    {
                        NameRecognizer.Features(words, sentence.Document.Tags, i, before, before2, memory, caseless, features);
                        model.Score(features, scores);
                        var guess = TaggerTrainer.Best(scores.AsSpan(0, NameRecognizer.Classes));
                        var gold = sentence.Classes[i];
                        model.Tick();
                        if (guess != gold) model.Update(features, gold, guess);
                        before2 = before;
                        before = gold;
                    }

                    for (var i = 0; i < words.Count; i++)
                    {
                        if (sentence.Classes[i] > 0) memory[words.Forms[i]] = (sentence.Classes[i] - 1) / 4 + 1;
                    }
                }
            }
        }

        return model.Quantise();
    }
}
