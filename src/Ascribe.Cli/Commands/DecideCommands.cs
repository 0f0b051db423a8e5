using System.CommandLine;
using Ascribe.Dossiers.Review;

namespace Ascribe.Cli.Commands;

/// <summary><c>ascribe merge</c>, <c>split</c>, <c>unsure</c> and <c>undo</c>: decisions of a person on incidents. Each is an entry of the ledger, and each can be undone.</summary>
internal static class DecideCommands
{
    public static Command Merge() => OfTwo("merge", "Decides that two dossiers are of one incident.", Verdict.Same);

    public static Command Split() => OfTwo("split", "Decides that a report of a dossier tells of another incident: the dossier first, then the report (or two reports that are to be apart).", Verdict.Different);

    public static Command Unsure() => OfTwo("unsure", "Decides that it cannot be told whether two dossiers are of one incident: they stay apart and show each other.", Verdict.Unsure);

    public static Command Undo()
    {
        var number = new Argument<long>("NUMBER") { Description = "The number of the decision, as the command that made it printed it." };
        return DecisionAction.Create("undo", "Takes a decision back, of whatever kind.", [number], (parsed, make, signed) => make.Undo(signed, parsed.GetValue(number)));
    }

    private static Command OfTwo(string name, string description, Verdict verdict)
    {
        var first = new Argument<string>("A") { Description = "Id of a dossier, or of a report of it." };
        var second = new Argument<string>("B") { Description = "Id of another dossier or report." };
        return DecisionAction.Create(name, description, [first, second], (parsed, make, signed) => make.Incidents(signed, verdict, parsed.GetRequiredValue(first), parsed.GetRequiredValue(second)));
    }
}
