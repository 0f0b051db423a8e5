using Ascribe.Language;
using Ascribe.Reports;
using Ascribe.Times;

namespace Ascribe.Lab.Predictions;

/// <summary>
/// Time expressions with their TIMEX3 values, in the language of each line. A language without models is read by its tokens and sentences
/// alone.
/// </summary>
internal static class TimexPrediction
{
    public static void Run(PredictionRun run)
    {
        var analyzer = ReportAnalyzer.Load(run.Models);
        var times = new Dictionary<string, TimeReader>(StringComparer.Ordinal);
        CorpusFiles.WriteLines(run.Output, CorpusFiles.Objects(run.Inputs[0]).Select(row =>
        {
            var report = ReportObjects.Read(row) with { Title = null };
            if (!times.TryGetValue(report.Language, out var reader)) times.Add(report.Language, reader = TimeReader.Load(report.Language));
            var document = report.Language == "en" ? analyzer.Analyze(report).Document : Segmenter.ByRules(report.Language).Segment(report.Text);
            return (object)new
            {
                id = report.Id,
                timex = reader.Read(document, report.Published?.Day).Where(t => t.Value is not null).Select(t => new
                {
                    start = document.SpanOf(t.Tokens).Start,
                    end = document.SpanOf(t.Tokens).End,
                    type = t.Kind.ToString().ToUpperInvariant(),
                    value = t.Value,
                }).ToArray(),
            };
        }));
    }
}
