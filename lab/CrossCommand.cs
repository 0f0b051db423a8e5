using System.CommandLine;
using Ascribe.Lab.Training;
using Ascribe.Language;

namespace Ascribe.Lab;

/// <summary><c>lab cross TASK IN</c>: trains on all folds but one and predicts that one, for each: the honest figure on data that also trains.</summary>
internal static class CrossCommand
{
    private const int WorstShown = 20;

    public static Command Create()
    {
        var task = new Argument<string>("task") { Description = "languages or names (re3d)." };
        task.AcceptOnlyFromAmong("languages", "names");
        var file = new Argument<string>("file") { Description = "The labelled data." };
        var folds = new Option<int>("--folds") { Description = "Number of parts.", DefaultValueFactory = _ => 5 };
        var models = new Option<string?>("--models") { Description = "names: the folder of the models that go on learning." };
        var epochs = new Option<int>("--epochs") { Description = "names: passes over the other folds.", DefaultValueFactory = _ => 15 };
        var command = new Command("cross", "Cross-validates what a model learns from one file.") { task, file, folds, models, epochs };
        command.SetAction(parsed =>
        {
            if (parsed.GetRequiredValue(task) == "names")
                NameCross.Run([.. Re3dDocument.Read(parsed.GetRequiredValue(file))], parsed.GetValue(folds), parsed.GetValue(epochs), parsed.GetValue(models));
            else
                Languages([.. LanguageSentence.Read(parsed.GetRequiredValue(file))], parsed.GetValue(folds));
            return 0;
        });
        return command;
    }

    private static void Languages(LanguageSentence[] sentences, int folds)
    {
        var answers = new List<(string Right, string Told)>();
        for (var fold = 0; fold < folds; fold++)
        {
            var identifier = new LanguageIdentifier(LanguageTrainer.Train([.. sentences.Where((_, i) => i % folds != fold)]));
            answers.AddRange(sentences.Where((_, i) => i % folds == fold).Select(s => (s.Language, identifier.Identify(s.Text) ?? "-")));
        }

        var byLanguage = answers.GroupBy(a => a.Right).Select(g => (Language: g.Key, Accuracy: 100 * g.Average(a => a.Right == a.Told ? 1.0 : 0))).ToArray();
        Console.WriteLine(FormattableString.Invariant($"mean over {byLanguage.Length} languages {byLanguage.Average(l => l.Accuracy):F2}"));
        Console.WriteLine("lowest: " + string.Join(", ", byLanguage.OrderBy(l => l.Accuracy).Take(WorstShown).Select(l => FormattableString.Invariant($"{l.Language} {l.Accuracy:F1}"))));
        var confusions = answers.Where(a => a.Right != a.Told).CountBy(a => a).OrderByDescending(c => c.Value).Take(WorstShown);
        Console.WriteLine("told as: " + string.Join(", ", confusions.Select(c => $"{c.Key.Right} as {c.Key.Told} {c.Value}")));
    }
}
