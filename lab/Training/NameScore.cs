using Ascribe.Language;
using Ascribe.Language.Models;

namespace Ascribe.Lab.Training;

/// <summary>How well a model finds the names of labelled sentences: exact spans with the right one of the four broad kinds.</summary>
internal static class NameScore
{
    public static string Of(SentenceModel model, IEnumerable<NamedSentence> sentences)
    {
        int right = 0, found = 0, gold = 0;
        foreach (var sentence in sentences)
        {
            model.Analyze(sentence.Document);
            var told = Names(sentence.Classes).Select(n => n with { Kind = n.Kind.Broad() }).ToHashSet();
            gold += told.Count;
            found += sentence.Document.Names.Count;
            right += sentence.Document.Names.Count(n => told.Contains(n with { Kind = n.Kind.Broad() }));
        }

        return FormattableString.Invariant($"P {100.0 * right / Math.Max(1, found):F1} R {100.0 * right / Math.Max(1, gold):F1} F {200.0 * right / Math.Max(1, found + gold):F1}");
    }

    private static IEnumerable<Name> Names(int[] classes)
    {
        var first = 0;
        for (var i = 0; i < classes.Length; i++)
        {
            if (classes[i] == NameClasses.Outside) continue;
            var part = NameClasses.Part(classes[i]);
            if (part is NameClasses.Begin or NameClasses.Unit) first = i;
            if (part is NameClasses.Last or NameClasses.Unit) yield return new Name(new TokenRange(first, i + 1), (NameKind)NameClasses.Kind(classes[i]));
        }
    }
}
