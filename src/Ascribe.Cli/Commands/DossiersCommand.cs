using System.CommandLine;
using Ascribe.Actors;
using Ascribe.Cli.Views;
using Ascribe.Dossiers.Dossiers;

namespace Ascribe.Cli.Commands;

/// <summary><c>ascribe dossiers</c>: the incidents of a ledger, one a line.</summary>
internal static class DossiersCommand
{
    public static Command Create()
    {
        var ledgerPath = LedgerOption.Create();
        var format = FormatOption.Create("text", "text or jsonl.", "text", "jsonl");
        var several = new Option<bool>("--several") { Description = "Only incidents that more than one report tells of." };
        var query = new DossierQueryOptions();
        var command = new Command("dossiers", "Lists the incidents of a ledger: id, day, place, kind, reports and texts of their own, dead, title.") { ledgerPath, format, several };
        query.AddTo(command);
        command.SetAction(parsed => ShelfAction.Use(parsed.GetRequiredValue(ledgerPath), (_, shelf) => OutputStream.Use(null, writer =>
        {
            var (asked, actors) = (query.Of(parsed), ActorHierarchy.Load("en"));
            foreach (var dossier in shelf.All())
            {
                if (parsed.GetValue(several) && dossier.Reports.Count < 2 || !asked.Fits(dossier, actors)) continue;
                writer.Write(parsed.GetValue(format) == "jsonl" ? DossierJson.Write(dossier) + "\n" : Text(dossier));
            }

            return ExitCodes.Done;
        })));
        return command;
    }

    internal static string Text(Dossier dossier) => string.Join("  ",
        dossier.Id,
        $"{dossier[Slot.Day]?.Best.Value ?? "undated",-10}",
        $"{OneLine.Of(dossier[Slot.Place]?.Best.Value ?? "-"),-24}",
        $"{dossier[Slot.Type]?.Best.Value.Replace('_', ' ') ?? "-",-18}",
        $"{dossier.Reports.Count,3} reports {dossier.Origins,3} texts",
        $"{dossier[Slot.Killed]?.Best.Value ?? "-",3} dead",
        OneLine.Of(dossier.Title)) + "\n";
}
