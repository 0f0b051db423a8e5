using System.CommandLine;
using Ascribe.Dossiers.Actors;
using Ascribe.Dossiers.Review;

namespace Ascribe.Cli.Commands;

/// <summary><c>ascribe merge</c>, <c>split</c>, <c>unsure</c> and <c>undo</c>: decisions of a person on incidents and actors. Each is an entry of the ledger, and each can be undone.</summary>
internal static class DecideCommands
{
    public static Command Merge() => OfTwo("merge", "Decides that two dossiers are of one incident, or two actors one.", Verdict.Same, "A and B are actors: ids, ids of the actor table, or whole names.");

    public static Command Split() => OfTwo("split", "Decides that a report of a dossier tells of another incident: the dossier first, then the report (or two reports that are to be apart).", Verdict.Different, "A is an actor, and B the id that another had before they were put together, or a report: whom it calls so is another.");

    public static Command Unsure() => OfTwo("unsure", "Decides that it cannot be told whether two dossiers are of one incident: they stay apart and show each other.", Verdict.Unsure, "A and B are actors: ids, ids of the actor table, or whole names.");

    public static Command Undo()
    {
        var number = new Argument<long>("NUMBER") { Description = "The number of the decision, as the command that made it printed it." };
        return DecisionAction.Create("undo", "Takes a decision back, of whatever kind.", [number], (parsed, make, signed) => make.Undo(signed, parsed.GetValue(number)));
    }

    private static Command OfTwo(string name, string description, Verdict verdict, string actorsDescription)
    {
        var first = new Argument<string>("A") { Description = "Id of a dossier, or of a report of it; with --actors an actor." };
        var second = new Argument<string>("B") { Description = "Id of another dossier or report; with --actors another actor." };
        var actors = new Option<bool>("--actors") { Description = actorsDescription };
        return DecisionAction.Create(name, description, [first, second, actors], (parsed, ledger, shelf, signed) =>
        {
            var (a, b) = (parsed.GetRequiredValue(first), parsed.GetRequiredValue(second));
            return parsed.GetValue(actors) ? DecisionMaker.Actors(signed, verdict, ActorShelf.Open(ledger, shelf), a, b) : new DecisionMaker(ledger, shelf).Incidents(signed, verdict, a, b);
        });
    }
}
