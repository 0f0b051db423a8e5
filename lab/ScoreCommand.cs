using System.CommandLine;
using Ascribe.Lab.Training;

namespace Ascribe.Lab;

/// <summary><c>lab score coref GOLD PRED</c>: scores that need no file of their own outside the repository.</summary>
internal static class ScoreCommand
{
    public static Command Create()
    {
        var task = new Argument<string>("task") { Description = "coref." };
        task.AcceptOnlyFromAmong("coref");
        var gold = new Argument<string>("gold") { Description = "CoNLL-U with trees and chains (Entity= in MISC)." };
        var found = new Argument<string>("found") { Description = "The same tokens with the chains found." };
        var pronouns = new Option<bool>("--pronouns") { Description = "Count mentions whose head is a pronoun by the gold tree, too." };
        var command = new Command("score", "Scores predictions.") { task, gold, found, pronouns };
        command.SetAction(parsed =>
        {
            Coreference(parsed.GetRequiredValue(gold), parsed.GetRequiredValue(found), parsed.GetValue(pronouns));
            return 0;
        });
        return command;
    }

    private static void Coreference(string goldPath, string foundPath, bool pronouns)
    {
        var found = CoreferenceText.Read(foundPath).ToDictionary(t => t.Id);
        var score = new CoreferenceScore();
        foreach (var gold in CoreferenceText.Read(goldPath))
        {
            if (!found.TryGetValue(gold.Id, out var text)) throw new InvalidDataException($"{foundPath}: document {gold.Id} is missing.");
            if (text.Document.Text != gold.Document.Text) throw new InvalidDataException($"{foundPath}: document {gold.Id} has other tokens.");
            score.Add(CoreferenceText.Scored(gold, gold.Chains.Values, pronouns), CoreferenceText.Scored(gold, text.Chains.Values, pronouns));
        }

        Console.WriteLine(score);
    }
}
