using System.CommandLine;
using Ascribe.Cli.Views;
using Ascribe.Dossiers.Actors;

namespace Ascribe.Cli.Commands;

/// <summary><c>ascribe actor</c>: what many reports tell of one actor.</summary>
internal static class ActorCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("ACTOR") { Description = "The actor's id, as 'ascribe actors' shows it, an id of the actor table, or a whole name." };
        var ledgerPath = LedgerOption.Create();
        var format = FormatOption.Create("text", "text for people, jsonl (one line).", "text", "jsonl");
        var command = new Command("actor", "Shows what many reports tell of one actor: names, parts in incidents, what it says and is said of it, ties to others.") { id, ledgerPath, format };
        command.SetAction(parsed => ShelfAction.Use(parsed.GetRequiredValue(ledgerPath), (ledger, shelf) => OutputStream.Use(null, writer =>
        {
            var (actors, text) = (ActorShelf.Open(ledger, shelf), parsed.GetRequiredValue(id));
            if (actors.Find(text) is not { } actor)
            {
                Console.Error.WriteLine($"error: {parsed.GetRequiredValue(ledgerPath)}: '{text}' is no actor, or several have that name; 'ascribe actors' shows those that are, with their ids.");
                return ExitCodes.NothingRead;
            }

            if (parsed.GetValue(format) == "jsonl") writer.Write(JsonLine.Of(json => ActorJson.WriteFields(json, actor)));
            else ActorView.Write(writer, actor);
            return ExitCodes.Done;
        })));
        return command;
    }
}
