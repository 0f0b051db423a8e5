using Ascribe.Reports;
using Ascribe.Times;

namespace Ascribe.Lab.Predictions;

/// <summary>Time expressions with their TIMEX3 values.</summary>
internal static class TimexPrediction
{
    public static void Run(PredictionRun run)
    {
        var analyzer = ReportAnalyzer.Load(run.Models);
        var times = TimeReader.Load("en");
        CorpusFiles.WriteLines(run.Output, CorpusFiles.Objects(run.Inputs[0]).Select(row =>
        {
            var report = ReportObjects.Read(row) with { Title = null };
            if (report.Language != "en") return new { id = report.Id, timex = Array.Empty<object>() };
            var document = analyzer.Analyze(report);
            return (object)new
            {
                id = report.Id,
                timex = times.Read(document).Where(t => t.Value is not null).Select(t => new
                {
                    start = document.Quote(t.Tokens).Span.Start,
                    end = document.Quote(t.Tokens).Span.End,
                    type = t.Kind.ToString().ToUpperInvariant(),
                    value = t.Value,
                }).ToArray(),
            };
        }));
    }
}
