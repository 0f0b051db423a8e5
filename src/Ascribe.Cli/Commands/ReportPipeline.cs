using Ascribe.Records;
using Ascribe.Reports;
using Ascribe.Sources;

namespace Ascribe.Cli.Commands;

/// <summary>Reads reports on several threads and gives the records back in the order of the input.</summary>
internal sealed class ReportPipeline
{
    /// <summary>So many reports a thread are under way at most.</summary>
    private const int Ahead = 4;

    private readonly RecordReader _reader;
    private readonly int _threads;
    private readonly ProgressLine _progress;

    /// <param name="totalBytes">The bytes of all inputs, where that is known.</param>
    public ReportPipeline(RecordReader reader, int threads, long? totalBytes)
    {
        _reader = reader;
        _threads = Math.Max(1, threads);
        _progress = new ProgressLine(totalBytes);
    }

    /// <summary>Reports to pass over, or null: none. Those are neither read nor counted as failed.</summary>
    public Func<Report, bool>? PassOver { get; init; }

    /// <param name="take">Gets each report with its record, in order; no record where the report was passed over. May throw to end the batch.</param>
    /// <returns>The exit code that says whether inputs failed.</returns>
    public int Run(IEnumerable<ReadOutcome> outcomes, Action<ReadOutcome, Record?> take)
    {
        int read = 0, failed = 0;
        var bytes = 0L;
        var pending = new Queue<(ReadOutcome Outcome, Task<Record>? Record)>();
        foreach (var outcome in outcomes)
        {
            pending.Enqueue((outcome, outcome.Report is { } report && PassOver?.Invoke(report) != true ? Task.Run(() => Read(report)) : null));
            while (pending.Count >= _threads * Ahead) Next();
        }

        while (pending.Count > 0) Next();
        _progress.Hide();
        Failed = failed;
        return failed == 0 ? ExitCodes.Done : read > 0 ? ExitCodes.SomeFailed : ExitCodes.NothingRead;

        void Next()
        {
            var (outcome, task) = pending.Dequeue();
            if (outcome.Warnings.Count > 0 || outcome.Error is not null) _progress.Hide();
            foreach (var warning in outcome.Warnings) Console.Error.WriteLine("warning: " + warning);
            if (outcome.Error is { } error) Fail(error);
            else if (task is null) Take(null);
            else if (Finished(task, outcome, out var record) is { } fault) Fail(fault);
            else Take(record);
            bytes += outcome.Bytes;
            _progress.Show(read, failed, bytes);

            void Fail(SourceError what)
            {
                failed++;
                _progress.Hide();
                Console.Error.WriteLine("error: " + what);
            }

            void Take(Record? record)
            {
                read++;
                if (!Console.IsOutputRedirected) _progress.Hide();
                take(outcome, record);
            }
        }
    }

    /// <summary>How many inputs failed in the last run.</summary>
    public int Failed { get; private set; }

    private Record Read(Report report)
    {
        if (!RecordReader.Languages.Contains(report.Language))
            throw new NotSupportedException($"the language '{report.Language}' cannot be read yet; {string.Join(" or ", RecordReader.Languages.Select(l => $"'{l}'"))} was expected.");
        var record = _reader.Read(report);
        RecordCheck.Verify(record);
        return record;
    }

    /// <summary>Waits for a reading. One that fails, for whatever reason, must not take the batch with it.</summary>
    private static SourceError? Finished(Task<Record> task, ReadOutcome outcome, out Record? record)
    {
        record = null;
        try
        {
            record = task.GetAwaiter().GetResult();
            return null;
        }
        catch (NotSupportedException e)
        {
            return new SourceError(outcome.File, outcome.Line, e.Message);
        }
        catch (InvalidDataException e)
        {
            // A gazetteer is read while reports are.
            return new SourceError(outcome.File, outcome.Line, $"report '{outcome.Report!.Id}' could not be read: {e.Message}");
        }
        catch (Exception e)
        {
            return new SourceError(outcome.File, outcome.Line, $"report '{outcome.Report!.Id}' could not be read, which is a fault of ascribe ({e.GetType().Name}: {e.Message.TrimEnd('.')}).");
        }
    }
}
