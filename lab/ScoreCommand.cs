using System.CommandLine;
using Ascribe.Lab.ClaimSentences;
using Ascribe.Lab.Training;

namespace Ascribe.Lab;

/// <summary><c>lab score coref|counts|claims|peers|actors GOLD PRED</c>: scores that need no file of their own outside the repository.</summary>
internal static class ScoreCommand
{
    public static Command Create()
    {
        var task = new Argument<string>("task") { Description = "coref, counts, claims, peers or actors." };
        task.AcceptOnlyFromAmong("coref", "counts", "claims", "peers", "actors");
        var gold = new Argument<string>("gold") { Description = "coref: CoNLL-U with trees and chains (Entity= in MISC); counts: JSON Lines as in lab/corpora/counts-en; claims: YAML as in tests/Ascribe.Tests/Claims; peers, actors: JSON Lines with labels." };
        var found = new Argument<string>("found") { Description = "The same with what was found." };
        var pronouns = new Option<bool>("--pronouns") { Description = "Count mentions whose head is a pronoun by the gold tree, too." };
        var errors = new Option<bool>("--errors") { Description = "List what is wrong (counts, claims, peers, actors)." };
        var command = new Command("score", "Scores predictions.") { task, gold, found, pronouns, errors };
        command.SetAction(parsed =>
        {
            var (goldPath, foundPath) = (parsed.GetRequiredValue(gold), parsed.GetRequiredValue(found));
            switch (parsed.GetRequiredValue(task))
            {
                case "counts":
                    var counts = CountScore.Of(goldPath, foundPath);
                    Print(counts, parsed.GetValue(errors) ? counts.Errors : []);
                    break;
                case "claims":
                    var claims = ClaimScore.Of(goldPath, foundPath);
                    Print(claims, parsed.GetValue(errors) ? claims.Errors : []);
                    break;
                case "peers":
                    var peers = PeerScore.Of(goldPath, foundPath);
                    Print(peers, parsed.GetValue(errors) ? peers.Errors : []);
                    break;
                case "actors":
                    var actors = ActorScore.Of(goldPath, foundPath);
                    Print(actors, parsed.GetValue(errors) ? actors.Errors : []);
                    break;
                default:
                    Coreference(goldPath, foundPath, parsed.GetValue(pronouns));
                    break;
            }

            return 0;
        });
        return command;
    }

    private static void Print(object score, IReadOnlyList<string> errors)
    {
        foreach (var error in errors) Console.WriteLine(error);
        Console.WriteLine(score);
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
