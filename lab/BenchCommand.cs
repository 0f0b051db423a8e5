using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Ascribe.Language;
using Ascribe.Records;
using Ascribe.Reports;
using Ascribe.Times;

namespace Ascribe.Lab;

/// <summary><c>lab bench read|chains|times|ledger IN.jsonl|questions</c>: how fast whole reports are read, their chains or their times are found, a ledger grows. The last line is one JSON object.</summary>
internal static class BenchCommand
{
    /// <summary>Articles are counted as 500 words.</summary>
    private const int ArticleWords = 500;

    public static Command Create()
    {
        var input = new Argument<string>("input") { Description = "Reports as JSON Lines." };
        var threads = new Option<int>("--threads") { DefaultValueFactory = _ => 1 };
        var seconds = new Option<double>("--seconds") { Description = "Reads the file again and again for so long.", DefaultValueFactory = _ => 10 };
        var read = new Command("read", "Reads whole reports.") { input, threads, seconds };
        read.SetAction(parsed =>
        {
            Run(parsed.GetRequiredValue(input), parsed.GetValue(threads), parsed.GetValue(seconds));
            return 0;
        });
        var chains = new Command("chains", "Finds the chains of mentions, timed apart from the analysis before it.") { input, seconds };
        chains.SetAction(parsed =>
        {
            RunChains(parsed.GetRequiredValue(input), parsed.GetValue(seconds));
            return 0;
        });
        var times = new Command("times", "Finds and resolves time expressions in documents that are analysed before.") { input, seconds };
        times.SetAction(parsed =>
        {
            RunTimes(parsed.GetRequiredValue(input), parsed.GetValue(seconds));
            return 0;
        });
        var ledger = new Option<string>("--ledger") { Description = "The file of the ledger.", Required = true };
        var reports = new Option<int>("--reports") { Description = "How many it shall hold.", DefaultValueFactory = _ => 10_000 };
        var grow = new Command("ledger", "Fills a ledger with reports made of a few, and tells what adding and opening cost.") { input, ledger, reports };
        grow.SetAction(parsed =>
        {
            var reader = RecordReader.Load();
            var records = CorpusFiles.Objects(parsed.GetRequiredValue(input)).Select(ReportObjects.Read).Where(r => r.Language == "en").Select(reader.Read).ToArray();
            LedgerBench.Run(records, parsed.GetRequiredValue(ledger), Math.Max(10, parsed.GetValue(reports)));
            return 0;
        });
        var slow = new Option<int>("--slow") { Description = "Puts them to so many dossiers one after the other, too, for comparison." };
        var ask = new Command("questions", "Asks a ledger questions made of its own dossiers.") { ledger, slow };
        ask.SetAction(parsed =>
        {
            QuestionBench.Run(parsed.GetRequiredValue(ledger), parsed.GetValue(slow));
            return 0;
        });
        return new Command("bench", "Measures speed.") { read, chains, times, grow, ask };
    }

    private static void RunTimes(string input, double seconds)
    {
        var analyzer = ReportAnalyzer.Load();
        var reader = TimeReader.Load("en");
        var documents = CorpusFiles.Objects(input).Select(ReportObjects.Read).Where(r => r.Language == "en").Select(analyzer.Analyze).ToArray();
        // The first rounds warm up.
        for (var round = 0; round < 5; round++) Array.ForEach(documents, d => reader.Read(d));
        long words = documents.Sum(d => (long)WordsOf(d.Report.Text)), expressions = 0, rounds = 0;
        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        for (; clock.Elapsed.TotalSeconds < seconds; rounds++)
        {
            foreach (var document in documents) expressions += reader.Read(document).Count;
        }

        var elapsed = clock.Elapsed.TotalSeconds;
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            words,
            expressions = expressions / rounds,
            expressions_per_second = Math.Round(expressions / elapsed),
            words_per_second = Math.Round(words * rounds / elapsed),
            bytes_per_word = Math.Round((GC.GetAllocatedBytesForCurrentThread() - before) / (double)(words * rounds)),
        }));
    }

    private static void RunChains(string input, double seconds)
    {
        var analyzer = TextAnalyzer.Load("en");
        var texts = CorpusFiles.Objects(input).Select(ReportObjects.Read).Where(r => r.Language == "en").Select(r => r.Text).ToArray();
        var (analysis, chaining) = (new Stopwatch(), new Stopwatch());
        long words = 0, mentions = 0, allocated = 0;
        // The first round warms up.
        for (var round = 0; analysis.Elapsed.TotalSeconds + chaining.Elapsed.TotalSeconds < seconds; round++)
        {
            foreach (var text in texts)
            {
                if (round > 0) analysis.Start();
                var document = analyzer.Analyze(text);
                analysis.Stop();
                var before = GC.GetAllocatedBytesForCurrentThread();
                if (round > 0) chaining.Start();
                var found = document.Chains;
                chaining.Stop();
                if (round == 0) continue;
                allocated += GC.GetAllocatedBytesForCurrentThread() - before;
                words += WordsOf(text);
                mentions += found.Sum(c => c.Mentions.Count);
            }
        }

        Console.WriteLine(JsonSerializer.Serialize(new
        {
            words,
            mentions,
            analysis_words_per_second = Math.Round(words / analysis.Elapsed.TotalSeconds),
            chains_words_per_second = Math.Round(words / chaining.Elapsed.TotalSeconds),
            bytes_per_word = Math.Round(allocated / (double)words),
        }));
    }

    private static void Run(string input, int threads, double seconds)
    {
        var reader = RecordReader.Load();
        var reports = CorpusFiles.Objects(input).Select(ReportObjects.Read).Where(r => RecordReader.Languages.Contains(r.Language)).ToArray();
        var sentencesOf = reports.ToDictionary(object (r) => r, r => reader.ReadLayers(r).Mentions.Document.SentenceCount, ReferenceEqualityComparer.Instance);
        foreach (var report in reports) reader.Read(report);
        long words = 0, sentences = 0, count = 0;
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed.TotalSeconds < seconds)
        {
            Parallel.ForEach(reports, new ParallelOptions { MaxDegreeOfParallelism = threads }, report =>
            {
                reader.Read(report);
                Interlocked.Add(ref words, WordsOf(report.Text));
                Interlocked.Add(ref sentences, sentencesOf[report]);
                Interlocked.Increment(ref count);
            });
        }

        var elapsed = clock.Elapsed.TotalSeconds;
        var worked = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            reports = count,
            words,
            sentences,
            seconds = Math.Round(elapsed, 2),
            words_per_second = Math.Round(words / elapsed),
            articles_per_second = Math.Round(words / (double)ArticleWords / elapsed, 1),
            // Tells more than the line above where the machine is not ours alone.
            articles_per_cpu_second = Math.Round(words / (double)ArticleWords / worked, 1),
            peak_resident_mb = Process.GetCurrentProcess().PeakWorkingSet64 >> 20,
            threads,
            models = reader.Version.Models,
        }));
    }

    /// <summary>Words between white space, as news desks count.</summary>
    private static int WordsOf(string text)
    {
        var words = 0;
        var inside = false;
        foreach (var c in text)
        {
            var space = char.IsWhiteSpace(c);
            if (!space && !inside) words++;
            inside = !space;
        }

        return words;
    }
}
