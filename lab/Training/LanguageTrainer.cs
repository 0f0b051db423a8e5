using Ascribe.Language.Languages;

namespace Ascribe.Lab.Training;

/// <summary>Trains the weights of <see cref="LanguageModel"/>: which languages a script writes, and what tells them apart.</summary>
internal static class LanguageTrainer
{
    private const int Epochs = 6;
    private const float Rate = 2;

    /// <summary>The step of the weights; smaller ones become nothing.</summary>
    private const float Unit = 0.05f;

    /// <summary>A language is one of a script when at least this share of its sentences is in it.</summary>
    private const double LeastShare = 0.03;

    public static LanguageModel Train(IReadOnlyList<LanguageSentence> sentences)
    {
        var sizes = sentences.CountBy(s => s.Language).ToDictionary();
        var choices = new Dictionary<Script, LanguageChoice>();
        foreach (var script in sentences.GroupBy(s => s.Sample.Script).Where(g => g.Key != Script.None).OrderBy(g => g.Key))
        {
            string[] languages = [.. script.CountBy(s => s.Language).Where(l => l.Value >= LeastShare * sizes[l.Key]).Select(l => l.Key).Order(StringComparer.Ordinal)];
            choices.Add(script.Key, Choice(languages, [.. script.Where(s => languages.Contains(s.Language))]));
        }

        return new LanguageModel(choices);
    }

    private static LanguageChoice Choice(string[] languages, LanguageSentence[] sentences)
    {
        if (languages.Length == 1) return new LanguageChoice(languages, null, 0);
        var regression = new SoftmaxRegression(languages.Length, Bits(languages.Length));
        regression.Learn([.. sentences.Select(s => (s.Sample.Features, Array.IndexOf(languages, s.Language)))], Epochs, Rate);
        return new LanguageChoice(languages, regression.Quantise(Unit), Unit);
    }

    /// <summary>Binary logarithm of the feature buckets.</summary>
    private static int Bits(int languages) => languages > 10 ? 16 : 15;
}
