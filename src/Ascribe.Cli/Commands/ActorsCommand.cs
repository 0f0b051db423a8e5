using System.CommandLine;
using Ascribe.Cli.Views;
using Ascribe.Dossiers.Actors;
using Ascribe.Records;

namespace Ascribe.Cli.Commands;

/// <summary><c>ascribe actors</c>: who is named in a ledger, one a line.</summary>
internal static class ActorsCommand
{
    public static Command Create()
    {
        var query = new Argument<string?>("QUERY") { Description = "Words of a name, an id, or an id of the actor table.", Arity = ArgumentArity.ZeroOrOne };
        var ledgerPath = LedgerOption.Create();
        var most = new Option<int>("--limit") { Description = "At most so many.", HelpName = "NUMBER", DefaultValueFactory = _ => 100 };
        var format = FormatOption.Create("text", "text or jsonl.", "text", "jsonl");
        var command = new Command("actors", "Lists who is named in a ledger, those that most reports name first: id, kind, country, reports, name.") { query, ledgerPath, most, format };
        command.SetAction(parsed => ShelfAction.Use(parsed.GetRequiredValue(ledgerPath), (ledger, shelf) => OutputStream.Use(null, writer =>
        {
            var actors = ActorShelf.Open(ledger, shelf);
            foreach (var actor in (parsed.GetValue(query) is { } words ? actors.Search(words) : actors.All()).Take(parsed.GetValue(most)))
                writer.Write(parsed.GetValue(format) == "jsonl" ? JsonLine.Of(json => ActorJson.WriteFields(json, actor)) : Text(actor));
            return ExitCodes.Done;
        })));
        return command;
    }

    internal static string Text(ActorSummary actor) =>
        $"{actor.Id}  {RecordJson.NameOf(actor.Kind).Replace('_', ' '),-15}  {actor.Country ?? "-",-2}  {actor.Reports,5} report{(actor.Reports == 1 ? " " : "s")}  {OneLine.Of(actor.Name)}\n";
}
