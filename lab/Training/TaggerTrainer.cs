using Ascribe.Language;
using Ascribe.Language.Models;

namespace Ascribe.Lab.Training;

/// <summary>Trains the tagger. A part of the sentences loses its case, so that headlines and wire copy in capitals are tagged as well.</summary>
internal static class TaggerTrainer
{
    private const double CaselessShare = 0.25;

    public static LinearModel Train(IReadOnlyList<TreebankSentence> sentences, int epochs, int seed = 1)
    {
        var model = new AveragedPerceptron(PartsOfSpeech.Count, Tagger.Bits);
        var random = new Random(seed);
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        var words = new WordFeatures();
        var features = new uint[Tagger.FeatureCount];
        var scores = new float[LinearModel.StrideOf(PartsOfSpeech.Count)];
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var index in order)
            {
                var sentence = sentences[index];
                words.Load(sentence.Document, new TokenRange(0, sentence.Document.Count), CaseOf(random));
                uint before = 0, before2 = 0;
                for (var i = 0; i < words.Count; i++)
                {
                    Tagger.Features(words, i, before, before2, features);
                    model.Score(features, scores);
                    var guess = Best(scores.AsSpan(0, PartsOfSpeech.Count));
                    var gold = (int)sentence.Tags[i];
                    model.Tick();
                    if (guess != gold) model.Update(features, gold, guess);
                    before2 = before;
                    before = (uint)guess;
                }
            }
        }

        return model.Quantise();
    }

    /// <summary>Tags every sentence by a model that has not seen it, so that the parser learns from tags with real mistakes.</summary>
    public static PartOfSpeech[][] Jackknife(IReadOnlyList<TreebankSentence> sentences, int folds, int epochs)
    {
        var tags = new PartOfSpeech[sentences.Count][];
        for (var fold = 0; fold < folds; fold++)
        {
            var tagger = new Tagger(Train([.. sentences.Where((_, i) => i % folds != fold)], epochs));
            for (var i = fold; i < sentences.Count; i += folds)
            {
                tagger.Tag(sentences[i].Document);
                tags[i] = [.. Enumerable.Range(0, sentences[i].Document.Count).Select(t => sentences[i].Document[t].Tag)];
            }
        }

        return tags;
    }

    public static WordShape? CaseOf(Random random) => random.NextDouble() switch
    {
        < CaselessShare * 0.7 => WordShape.Upper,
        < CaselessShare => WordShape.Capitalised,
        _ => null,
    };

    public static int Best(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var c = 1; c < scores.Length; c++)
        {
            if (scores[c] > scores[best]) best = c;
        }

        return best;
    }
}
