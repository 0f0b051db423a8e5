using System.Text;
using Ascribe.Language;

namespace Ascribe.Lab.Predictions;

/// <summary>The language of each line: its code, or "-" where none can be told.</summary>
internal static class LanguagePrediction
{
    public static void Run(PredictionRun run)
    {
        var identifier = LanguageIdentifier.Load(run.Models);
        using var writer = new StreamWriter(run.Output, append: false, new UTF8Encoding(false));
        foreach (var line in CorpusFiles.Lines(run.Inputs[0])) writer.Write((identifier.Identify(Sentence(line)) ?? "-") + "\n");
    }

    /// <summary>What stands after the first tab; before it stands an answer or an id, which is not looked at.</summary>
    private static string Sentence(string line) => line[(line.IndexOf('\t', StringComparison.Ordinal) + 1)..];
}
