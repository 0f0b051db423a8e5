using Ascribe.Records;
using Ascribe.Sources;

namespace Ascribe.Cli.Commands;

/// <summary>Reads reports on several threads and gives the records back in the order of the input.</summary>
internal static class ReportPipeline
{
    /// <summary>So many reports a thread are under way at most.</summary>
    private const int Ahead = 4;

    /// <param name="take">Gets each report with its record, in order. May throw to end the batch.</param>
    /// <returns>How many reports were read and how many inputs failed.</returns>
    public static (int Read, int Failed) Run(IEnumerable<ReadOutcome> outcomes, RecordReader reader, int threads, Action<ReadOutcome, Record> take)
    {
        int read = 0, failed = 0;
        var progress = ProgressLine.Start();
        var pending = new Queue<(ReadOutcome Outcome, Task<Record>? Record)>();
        foreach (var outcome in outcomes)
        {
            pending.Enqueue((outcome, outcome.Report is { } report ? Task.Run(() => reader.Read(report)) : null));
            while (pending.Count >= threads * Ahead) Next();
        }

        while (pending.Count > 0) Next();
        progress.End();
        return (read, failed);

        void Next()
        {
            var (outcome, record) = pending.Dequeue();
            progress.Hide();
            foreach (var warning in outcome.Warnings) Console.Error.WriteLine("warning: " + warning);
            if (record is null)
            {
                failed++;
                Console.Error.WriteLine("error: " + outcome.Error);
            }
            else
            {
                take(outcome, record.GetAwaiter().GetResult());
                read++;
            }

            progress.Show(read, failed);
        }
    }

    public static int ExitCode(int read, int failed) => failed == 0 ? ExitCodes.Done : read > 0 ? ExitCodes.SomeFailed : ExitCodes.NothingRead;
}
