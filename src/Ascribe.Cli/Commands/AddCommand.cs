using System.CommandLine;
using System.Diagnostics;
using Ascribe.Cli.Views;
using Ascribe.Dossiers.Ledger;
using Ascribe.Records;

namespace Ascribe.Cli.Commands;

/// <summary>
/// <c>ascribe add</c>: reports into a ledger. A report is accepted when its line stands on the standard output; that is written after the commit and never
/// before.
/// </summary>
internal static class AddCommand
{
    /// <summary>So many reports are committed as one at most.</summary>
    private const int BatchSize = 256;

    /// <summary>A batch is committed when it has waited so long.</summary>
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(1);

    public static Command Create()
    {
        var source = new SourceOptions();
        var readerOptions = new ReaderOptions();
        var ledgerPath = LedgerOption.Create();
        var format = FormatOption.Create("text", "text or jsonl.", "text", "jsonl");
        var command = new Command("add", "Reads reports into a ledger and prints a line for each that is safely in. Interrupted, run it again: it goes on where it stopped.");
        source.AddTo(command);
        readerOptions.AddTo(command);
        command.Options.Add(ledgerPath);
        command.Options.Add(format);
        command.SetAction(parsed => LedgerOption.Use(parsed.GetRequiredValue(ledgerPath), create: true, ledger => readerOptions.Use(parsed, reader => OutputStream.Use(null, writer =>
        {
            var counts = new int[Enum.GetValues<AddResult>().Length];
            var batch = new List<(string Id, ReportReading? Reading)>();
            var waiting = new Stopwatch();
            var pipeline = source.Pipeline(parsed, reader, passOver: report => ledger.Holds(report, reader.Version));
            var code = pipeline.Run(source.Open(parsed), (outcome, record) =>
            {
                if (batch.Count == 0) waiting.Restart();
                batch.Add((outcome.Report!.Id, record is null ? null : new ReportReading(outcome.Report, record)));
                if (batch.Count >= BatchSize || waiting.Elapsed >= s_longest) Commit();
            });
            Commit();
            Console.Error.WriteLine(
                $"{counts[(int)AddResult.Added]} added, {counts[(int)AddResult.Changed]} changed, {counts[(int)AddResult.ReadAgain]} read again, {counts[(int)AddResult.Unchanged]} unchanged, {pipeline.Failed} failed.");
            return code;

            void Commit()
            {
                var results = new Queue<AddResult>(ledger.Add([.. batch.Select(b => b.Reading).OfType<ReportReading>()]));
                foreach (var (id, reading) in batch)
                {
                    var result = reading is null ? AddResult.Unchanged : results.Dequeue();
                    counts[(int)result]++;
                    writer.Write(Line(id, result, parsed.GetValue(format) == "jsonl"));
                }

                batch.Clear();
            }
        }, mayEnd: false))));
        return command;
    }

    private static string Line(string id, AddResult result, bool json)
    {
        var name = RecordJson.NameOf(result);
        return json
            ? JsonLine.Of(line =>
            {
                line.WriteString("id", id);
                line.WriteString("result", name);
            })
            : $"{name.Replace('_', ' '),-10}  {OneLine.Of(id)}\n";
    }
}
