using System.CommandLine;
using Ascribe.Dossiers.Ledger;
using Ascribe.Records;

namespace Ascribe.Cli.Commands;

/// <summary><c>ascribe add</c>: reports into a ledger.</summary>
internal static class AddCommand
{
    /// <summary>So many reports are committed as one.</summary>
    private const int BatchSize = 64;

    public static Command Create()
    {
        var source = new SourceOptions();
        var ledgerPath = LedgerOption.Create();
        var threads = new Option<int>("--threads") { Description = "Reports read at the same time.", DefaultValueFactory = _ => Environment.ProcessorCount };
        var command = new Command("add", "Reads reports into a ledger. What is there already is not added again.");
        source.AddTo(command);
        command.Options.Add(ledgerPath);
        command.Options.Add(threads);
        command.SetAction(parsed => LedgerOption.Use(parsed.GetRequiredValue(ledgerPath), create: true, ledger =>
        {
            var counts = new int[Enum.GetValues<AddResult>().Length];
            var open = 0;
            var (read, failed) = ReportPipeline.Run(source.Open(parsed), RecordReader.Load(), Math.Max(1, parsed.GetValue(threads)), (outcome, record) =>
            {
                if (open == 0) ledger.BeginBatch();
                var result = ledger.Add(record);
                counts[(int)result]++;
                if (result == AddResult.NewText) Console.Error.WriteLine($"warning: {outcome.File}: report '{record.Report.Id}' was there with another text; both are kept.");
                if (++open < BatchSize) return;
                ledger.CommitBatch();
                open = 0;
            });
            ledger.CommitBatch();
            Console.Error.WriteLine($"{counts[0] + counts[3]} added, {counts[1]} read again, {counts[2]} unchanged, {failed} failed.");
            return ReportPipeline.ExitCode(read, failed);
        }));
        return command;
    }
}
