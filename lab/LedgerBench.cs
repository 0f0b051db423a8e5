using System.Diagnostics;
using System.Globalization;
using Ascribe.Dossiers.Dossiers;
using Ascribe.Dossiers.Index;
using Ascribe.Dossiers.Ledger;
using Ascribe.Dossiers.Merging;
using Ascribe.Records;

namespace Ascribe.Lab;

/// <summary>
/// How a ledger bears growth: a few records are multiplied, each copy with other names, places and days, and added with what keeps their dossiers found.
/// </summary>
internal static class LedgerBench
{
    private const int BatchSize = 256;

    /// <summary>So many dossiers are opened at each mark.</summary>
    private const int Opened = 200;

    /// <summary>Numbers of reports after which all is told at the least, beside every tenth part.</summary>
    private static readonly int[] s_marks = [1_000, 10_000, 100_000];

    /// <param name="records">Records to multiply.</param>
    /// <param name="path">The file of the ledger: a new one, or one that this has filled in part.</param>
    /// <param name="reports">How many there shall be.</param>
    public static void Run(IReadOnlyList<Record> records, string path, int reports)
    {
        RecordTemplate[] templates = [.. records.Select(r => new RecordTemplate(r))];
        using var ledger = ReportLedger.Open(path);
        var index = DossierIndex.Open(ledger, MergingModel.Load());
        var (copying, adding, indexing) = (new Cost(), new Cost(), new Cost());
        var batch = new List<ReportReading>(BatchSize);
        // A fixed seed: the same reports are opened each time.
        var random = new Random(1);
        var begun = ledger.List().Count();
        for (int n = begun, last = begun; n < reports;)
        {
            copying.Of(() =>
            {
                batch.Clear();
                for (; batch.Count < BatchSize && n < reports; n++)
                {
                    var record = templates[n % templates.Length].Copy(n / templates.Length);
                    batch.Add(new ReportReading(record.Report, record));
                }
            });
            adding.Of(() => ledger.Add(batch));
            indexing.Of(index.CatchUp);
            if (n < reports && !s_marks.Append(reports / 10).Any(mark => n / mark > (n - batch.Count) / mark && (mark == reports / 10 || n < 2 * mark))) continue;
            var ids = Enumerable.Range(0, Opened).Select(_ => random.Next(n)).Select(r => $"{records[r % records.Count].Report.Id}{(r < records.Count ? "" : $"-{r / records.Count}")}").ToList();
            Tell(path, ledger, ids, n, n - last, copying, adding, indexing);
            last = n;
        }
    }

    private static void Tell(string path, ReportLedger ledger, List<string> ids, int reports, int since, params Cost[] costs)
    {
        var shelf = DossierShelf.Open(ledger);
        var (clock, told, opening) = (new Stopwatch(), 0, new List<double>());
        foreach (var id in ids)
        {
            clock.Restart();
            told += shelf.Find(id)?.Reports.Count ?? 0;
            opening.Add(clock.Elapsed.TotalMilliseconds);
        }

        opening.Sort();
        long Size(string suffix) => File.Exists(path + suffix) ? new FileInfo(path + suffix).Length : 0;
        var spent = string.Join(',', costs.Zip(["copy", "add", "index"], (cost, name) => string.Create(CultureInfo.InvariantCulture, $"\"{name}_ms\":{cost.Wall / since:F2},\"{name}_cpu_ms\":{cost.Processor / since:F2}")));
        Array.ForEach(costs, c => c.Reset());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{{\"reports\":{reports},{spent},\"open_ms\":{opening.Average():F2},\"open_p95_ms\":{opening[opening.Count * 95 / 100]:F2},\"reports_a_dossier\":{(double)told / ids.Count:F1},\"bytes_a_report\":{Size("") / reports},\"bytes_with_log\":{(Size("") + Size("-wal")) / reports},\"resident_mb\":{Process.GetCurrentProcess().WorkingSet64 >> 20}}}"));
    }

    /// <summary>What something took since the last mark, in milliseconds.</summary>
    private sealed class Cost
    {
        public double Wall { get; private set; }

        /// <summary>Of all threads.</summary>
        public double Processor { get; private set; }

        public void Of(Action action)
        {
            var (clock, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            action();
            Wall += clock.Elapsed.TotalMilliseconds;
            Processor += (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
        }

        public void Reset() => (Wall, Processor) = (0, 0);
    }
}
