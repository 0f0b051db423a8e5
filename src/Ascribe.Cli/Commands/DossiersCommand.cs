using System.CommandLine;
using System.Globalization;
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
        var query = new DossierQueryOptions();
        var command = new Command("dossiers", "Lists the incidents of a ledger: id, day, place, kind, reports and texts of their own, dead, title.") { ledgerPath, format };
        query.AddTo(command);
        command.SetAction(parsed => ShelfAction.Use(parsed.GetRequiredValue(ledgerPath), (_, shelf) => OutputStream.Use(null, writer =>
        {
            var asked = query.Of(parsed);
            if (asked.After is { } id && shelf.Mentions(id).Count == 0)
            {
                Console.Error.WriteLine($"error: {parsed.GetRequiredValue(ledgerPath)}: there is no dossier '{id}' to begin after.");
                return ExitCodes.NothingRead;
            }

            if (parsed.GetValue(format) == "jsonl")
            {
                foreach (var dossier in shelf.Find(asked)) writer.Write(DossierJson.Write(dossier) + "\n");
            }
            else
            {
                foreach (var dossier in shelf.Summaries(asked)) writer.Write(Text(dossier));
            }

            return ExitCodes.Done;
        })));
        return command;
    }

    private static string Text(DossierSummary dossier) => Text(
        dossier.Id, dossier.Day?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture), dossier.Country is { } country ? $"{dossier.Place} ({country})" : dossier.Place, dossier.Types.Count == 0 ? null : dossier.Types[0],
        dossier.Reports, dossier.Origins, dossier.Killed?.Value, dossier.Title);

    internal static string Text(Dossier dossier) => Text(
        dossier.Id, dossier[Slot.Day]?.Best.Value, dossier[Slot.Place]?.Best.Value, dossier[Slot.Type]?.Best.Value, dossier.Reports.Count, dossier.Origins, dossier[Slot.Killed]?.Best.Value, dossier.Title);

    private static string Text(string id, string? day, string? place, string? type, int reports, int origins, string? killed, string title) => string.Join("  ",
        id,
        $"{day ?? "undated",-10}",
        $"{OneLine.Of(place ?? "-"),-24}",
        $"{type?.Replace('_', ' ') ?? "-",-18}",
        string.Create(CultureInfo.InvariantCulture, $"{reports,3} reports {origins,3} texts"),
        $"{killed ?? "-",3} dead",
        OneLine.Of(title)) + "\n";
}
