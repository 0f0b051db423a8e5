using Ascribe.Lab.Training;
using Ascribe.Language.Models;

namespace Ascribe.Lab.Trials;

/// <summary>How well a network tags and parses sentences with gold tokens.</summary>
internal static class SyntaxScore
{
    public static string Of(SyntaxNetwork network, IReadOnlyList<TreebankSentence> sentences, WordShape? shape = null)
    {
        var parser = new NetworkParser(network);
        int words = 0, tags = 0, heads = 0, labels = 0;
        var clock = System.Diagnostics.Stopwatch.StartNew();
        foreach (var sentence in sentences)
        {
            parser.Analyze(sentence.Document, shape);
            for (var i = 0; i < sentence.Tags.Length; i++)
            {
                words++;
                if (sentence.Document.Tags[i] == sentence.Tags[i]) tags++;
                if (sentence.Document.Heads[i] != sentence.Heads[i]) continue;
                heads++;
                if (sentence.Document.Relations[i] == sentence.Labels[i]) labels++;
            }
        }

        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"XPOS {100.0 * tags / words:F2} UAS {100.0 * heads / words:F2} LAS {100.0 * labels / words:F2} {words / clock.Elapsed.TotalSeconds:F0} w/s");
    }
}
