using Ascribe.Language.Models;

namespace Ascribe.Lab.Training;

/// <summary>How well a model tags and parses sentences with gold tokens.</summary>
internal static class SyntaxScore
{
    public static string Of(SentenceModel model, IReadOnlyList<TreebankSentence> sentences, WordShape? shape = null)
    {
        int words = 0, tags = 0, heads = 0, labels = 0;
        foreach (var sentence in sentences)
        {
            model.Analyze(sentence.Document, shape);
            for (var i = 0; i < sentence.Tags.Length; i++)
            {
                words++;
                if (sentence.Document.Tags[i] == sentence.Tags[i]) tags++;
                if (sentence.Document.Heads[i] != sentence.Heads[i]) continue;
                heads++;
                if (sentence.Document.Relations[i] == sentence.Labels[i]) labels++;
            }
        }

        return FormattableString.Invariant($"XPOS {100.0 * tags / words:F2} UAS {100.0 * heads / words:F2} LAS {100.0 * labels / words:F2}");
    }
}
