using System.Text.Json;
using Ascribe.Language;
using Ascribe.Places;
using Ascribe.Reports;

namespace Ascribe.Lab.Predictions;

/// <summary>Toponyms with coordinates: found (geo) or at the gold's offsets (geo-resolve).</summary>
internal static class GeoPrediction
{
    public static void Find(PredictionRun run) => Run(run, (places, report, _) => places.Read(report).Select(p => (p, report.Quote(p.Tokens).Span)));

    public static void Resolve(PredictionRun run) => Run(run, (places, report, row) =>
    {
        var points = new CodePoints(report.Report.Text);
        var spans = row.GetProperty("toponyms").EnumerateArray()
            .Select(t => new TextSpan(points.ToUnit(t.GetProperty("start").GetInt32()), points.ToUnit(t.GetProperty("end").GetInt32())))
            .GroupBy(span => TokensOf(report.Document, span))
            .OrderBy(group => group.Key)
            .ToList();
        return places.Resolve(report, spans.Select(s => s.Key)).SelectMany((place, i) => spans[i].Select(span => (place, span)));
    });

    private static void Run(PredictionRun run, Func<PlaceReader, ReportDocument, JsonElement, IEnumerable<(PlaceMention Mention, TextSpan Span)>> find)
    {
        var analyzer = ReportAnalyzer.Load(run.Models);
        var places = PlaceReader.Load("en");
        CorpusFiles.WriteLines(run.Output, run.Inputs.SelectMany(CorpusFiles.Objects).Select(row =>
        {
            var report = ReportObjects.Read(row);
            if (row.TryGetProperty("meta", out var meta) && meta.TryGetProperty("domain", out var domain)) report = report with { Outlet = domain.GetString() };
            var document = analyzer.Analyze(report with { Title = null });
            var points = new CodePoints(report.Text);
            return (object)new { id = report.Id, toponyms = find(places, document, row).Select(p => Toponym(points, p.Mention, p.Span)).ToArray() };
        }));
    }

    private static Dictionary<string, object?> Toponym(CodePoints points, PlaceMention mention, TextSpan span)
    {
        var id = mention.Place.GazetteerId;
        return new Dictionary<string, object?>
        {
            ["start"] = points.Of(span.Start),
            ["end"] = points.Of(span.End),
            ["lat"] = mention.Place.Coordinates?.Latitude,
            ["lon"] = mention.Place.Coordinates?.Longitude,
            ["geonameid"] = id is not null && id.StartsWith("geonames:", StringComparison.Ordinal) ? int.Parse(id["geonames:".Length..], System.Globalization.CultureInfo.InvariantCulture) : null,
            ["country"] = mention.Place.Country,
        };
    }

    /// <summary>The tokens that a span touches.</summary>
    private static TokenRange TokensOf(Document document, TextSpan span)
    {
        var first = 0;
        while (first < document.Count - 1 && document[first].Span.End <= span.Start) first++;
        var end = first + 1;
        while (end < document.Count && document[end].Span.Start < span.End) end++;
        return new TokenRange(first, end);
    }
}
