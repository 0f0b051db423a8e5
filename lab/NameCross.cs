using Ascribe.Lab.Training;
using Ascribe.Language;
using Ascribe.Language.Models;

namespace Ascribe.Lab;

/// <summary>
/// Cross-validates the names of re3d over its documents: a trained network goes on learning from the other folds (whose guidelines differ from those that it was
/// made with), several times, and the mean of its weights reads the fold. Exact characters and the type must agree.
/// </summary>
internal static class NameCross
{
    private static readonly string[] s_main = ["Person", "Organisation", "Location"];

    private const int Runs = 5;

    /// <summary>The mean of the weights of several runs in different orders: a few hundred sentences leave much to chance.</summary>
    private static SentenceNetwork Learn(ModelStore store, LabelledSentence[] sentences, int epochs)
    {
        var mean = store.Read(SentenceNetwork.FileName, SentenceNetwork.Read);
        var average = new WeightAverage([.. mean.All]);
        for (var run = 1; run <= Runs; run++)
        {
            var network = store.Read(SentenceNetwork.FileName, SentenceNetwork.Read);
            SentenceTrainer.Continue(network, sentences, epochs, run);
            for (var w = 0; w < mean.All.Count; w++) network.All[w].CopyTo(mean.All[w], 0);
            average.Add();
        }

        average.Apply();
        return mean;
    }

    /// <summary>The names of each document, read by a network that learnt from the other folds.</summary>
    /// <param name="kinds">The types that are names, with the kinds whose classes they take.</param>
    /// <param name="models">The folder of the network that goes on learning; it must not have seen re3d.</param>
    public static IReadOnlyList<Re3dMention>[] Read(IReadOnlyList<Re3dDocument> corpus, IReadOnlyDictionary<string, NameKind> kinds, int folds, int epochs, string? models)
    {
        var store = ModelStore.Open("en", models);
        var segmenter = Segmenter.Load("en", store);
        var types = kinds.ToDictionary(k => k.Value, k => k.Key);
        var read = new IReadOnlyList<Re3dMention>[corpus.Count];
        for (var fold = 0; fold < folds; fold++)
        {
            LabelledSentence[] sentences = [.. corpus.Where((_, i) => i % folds != fold).SelectMany(d => d.Sentences(segmenter.Segment(d.Text), kinds)).Select(LabelledSentence.Of)];
            var model = new SentenceModel(Learn(store, sentences, epochs));
            for (var d = fold; d < corpus.Count; d += folds)
            {
                var document = segmenter.Segment(corpus[d].Text);
                model.Analyze(document);
                read[d] = [.. document.Names.Where(n => types.ContainsKey(n.Kind)).Select(n => new Re3dMention(document.SpanOf(n.Tokens), types[n.Kind]))];
            }
        }

        return read;
    }

    /// <inheritdoc cref="Read"/>
    public static void Run(IReadOnlyList<Re3dDocument> corpus, int folds, int epochs, string? models)
    {
        var found = Read(corpus, Re3dDocument.Names, folds, epochs, models);
        var gold = corpus.SelectMany(d => d.Mentions).Select(m => m.Type).Where(Re3dDocument.Names.ContainsKey).ToList();
        var told = found.SelectMany(f => f).Select(m => m.Type).ToList();
        var right = corpus.SelectMany((d, i) => found[i].Where(d.Mentions.Contains)).Select(m => m.Type).ToList();
        Write("all", _ => true);
        Write("Person, Organisation, Location", s_main.Contains);
        foreach (var type in Re3dDocument.Names.Keys) Write(type, t => t == type);

        void Write(string what, Func<string, bool> counts)
        {
            int g = gold.Count(counts), t = told.Count(counts), r = right.Count(counts);
            Console.WriteLine(FormattableString.Invariant($"{what,-32} P {100.0 * r / Math.Max(1, t):F1} R {100.0 * r / Math.Max(1, g):F1} F {200.0 * r / Math.Max(1, t + g):F1} gold {g} told {t}"));
        }
    }
}
