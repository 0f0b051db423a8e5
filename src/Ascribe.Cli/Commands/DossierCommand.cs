using System.CommandLine;
using Ascribe.Cli.Views;
using Ascribe.Dossiers.Dossiers;

namespace Ascribe.Cli.Commands;

/// <summary><c>ascribe dossier</c>: what many reports tell of one incident.</summary>
internal static class DossierCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("ID") { Description = "The dossier's id, as 'ascribe dossiers' shows it, or the id of one of its reports." };
        var ledgerPath = LedgerOption.Create();
        var format = FormatOption.Create("text", "text for people, jsonl (one line).", "text", "jsonl");
        var command = new Command("dossier", "Shows what many reports tell of one incident: every value with those who say so.") { id, ledgerPath, format };
        command.SetAction(parsed => ShelfAction.Use(parsed.GetRequiredValue(ledgerPath), (_, shelf) => OutputStream.Use(null, writer =>
        {
            if (shelf.Find(parsed.GetRequiredValue(id)) is not { } dossier)
            {
                Console.Error.WriteLine($"error: {parsed.GetRequiredValue(ledgerPath)}: there is no dossier '{parsed.GetRequiredValue(id)}'; 'ascribe dossiers' shows those that are.");
                return ExitCodes.NothingRead;
            }

            if (parsed.GetValue(format) == "jsonl") writer.Write(DossierJson.Write(dossier) + "\n");
            else DossierView.Write(writer, dossier);
            return ExitCodes.Done;
        })));
        return command;
    }
}
