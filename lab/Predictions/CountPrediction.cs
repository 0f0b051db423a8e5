using Ascribe.Quantities;
using Ascribe.Reports;
using Ascribe.Times;

namespace Ascribe.Lab.Predictions;

/// <summary>Counts with what they count, in the form of lab/corpora/counts-en.</summary>
internal static class CountPrediction
{
    public static void Run(PredictionRun run)
    {
        var analyzer = ReportAnalyzer.Load(run.Models);
        var times = TimeReader.Load("en");
        var quantities = QuantityReader.Load("en");
        CorpusFiles.WriteLines(run.Output, CorpusFiles.Objects(run.Inputs[0]).Select(row =>
        {
            var report = ReportObjects.Read(row) with { Title = null };
            var read = analyzer.Analyze(report);
            var document = read.Document;
            return (object)new
            {
                id = report.Id,
                counts = quantities.Read(read, times.Read(document, null)).Select(c => new
                {
                    quote = document.TextOf(c.Tokens),
                    start = document.SpanOf(c.Tokens).Start,
                    end = document.SpanOf(c.Tokens).End,
                    min = c.Count.Min,
                    max = c.Count.Max,
                    approximate = c.Count.Approximate,
                    of = c.Counted < 0 ? null : document[c.Counted].Text.ToString(),
                    part = c.IsPart,
                }).ToArray(),
            };
        }));
    }
}
