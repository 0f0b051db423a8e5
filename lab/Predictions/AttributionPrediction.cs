using Ascribe.Claims;
using Ascribe.Reports;

namespace Ascribe.Lab.Predictions;

/// <summary>Source, cue and content spans, outermost attributions only: PolNeAR marks no nested ones.</summary>
internal static class AttributionPrediction
{
    public static void Run(PredictionRun run)
    {
        var analyzer = ReportAnalyzer.Load(run.Models);
        var attributions = AttributionReader.Load("en");
        CorpusFiles.WriteLines(run.Output, CorpusFiles.Objects(run.Inputs[0]).Select(row =>
        {
            var report = ReportObjects.Read(row) with { Title = null };
            var document = analyzer.Analyze(report);
            int[] Span(Language.TokenRange tokens)
            {
                var span = document.Quote(tokens).Span;
                return [span.Start, span.End];
            }

            return (object)new
            {
                id = report.Id,
                attributions = attributions.ReadAll(document, []).Where(a => a.Outer < 0).Select(a => new
                {
                    source = a.Source.IsEmpty ? Array.Empty<int[]>() : [Span(a.Source)],
                    cue = new[] { Span(a.Cue) },
                    content = a.Content.Select(Span).ToArray(),
                }).ToArray(),
            };
        }));
    }
}
