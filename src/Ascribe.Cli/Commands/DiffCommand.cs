using System.CommandLine;
using Ascribe.Cli.Views;
using Ascribe.Dossiers.Dossiers;

namespace Ascribe.Cli.Commands;

/// <summary><c>ascribe diff</c>: what the reports since a day changed.</summary>
internal static class DiffCommand
{
    public static Command Create()
    {
        var ledgerPath = LedgerOption.Create();
        var since = DossierQueryOptions.Day("--since", "Reports published on this day or later count as new: 2024-03-05, today, yesterday, tuesday (the last one), 3d (three days ago).");
        since.Required = true;
        var command = new Command("diff", "Shows what the reports since a day changed: new incidents, new reports of old ones, values that are others now.") { ledgerPath, since };
        command.SetAction(parsed => ShelfAction.Use(parsed.GetRequiredValue(ledgerPath), (_, shelf) => OutputStream.Use(null, writer =>
        {
            foreach (var change in shelf.ChangedSince(parsed.GetRequiredValue(since)!.Value)) Write(writer, change);
            return ExitCodes.Done;
        })));
        return command;
    }

    private static void Write(TextWriter writer, DossierChange change)
    {
        writer.Write((change.Before is null ? "new      " : "changed  ") + DossiersCommand.Text(change.Now));
        foreach (var report in change.Added) writer.WriteLine(OneLine.Of($"  + {report.Record.Report.Published?.ToString() ?? "undated"}  {report.Record.Report.Id}  {report.Record.Report.Title}"));
        if (change.Before is null) return;
        foreach (var (before, now) in change.Slots) writer.WriteLine(OneLine.Of($"  {now.Label}: {before?.Best.Value ?? "not told"} → {now.Best.Value} — {now.Best.Speaker ?? now.Best.Report}"));
        foreach (var question in change.Answered) writer.WriteLine($"  no longer open: {question}");
    }
}
