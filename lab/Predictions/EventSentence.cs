using System.Text.Json;
using Ascribe.Language;
using Ascribe.Places;
using Ascribe.Reports;

namespace Ascribe.Lab.Predictions;

/// <summary>One record of the corpus of event locations: a sentence, one event word in it, its places as we find them.</summary>
internal sealed class EventSentence
{
    private List<TextSpan> _gold = [];

    public required string Id { get; init; }

    public required ReportDocument Report { get; init; }

    public required CodePoints Points { get; init; }

    public Document Document => Report.Document;

    /// <summary>The token of the event word that governs the others.</summary>
    public required int Head { get; init; }

    /// <summary>The places of the sentence that holds the event, in text order.</summary>
    public required IReadOnlyList<PlaceMention> Places { get; init; }

    /// <summary>True where two people labelled it.</summary>
    public bool IsTwiceLabelled { get; init; }

    public bool IsGoldPlace(int index)
    {
        var span = Document.SpanOf(Places[index].Tokens);
        return _gold.Exists(g => g.Start < span.End && span.Start < g.End);
    }

    public static IEnumerable<EventSentence> Read(string path, ReportAnalyzer analyzer, PlaceReader reader)
    {
        foreach (var row in CorpusFiles.Objects(path))
        {
            var text = row.GetProperty("text").GetString()!;
            var points = new CodePoints(text);
            var report = analyzer.Analyze(ReportObjects.Read(row) with { Title = null });
            var document = report.Document;
            var trigger = SpanOf(row.GetProperty("event"), points);
            var head = HeadIn(document, trigger);
            var sentence = document.SentenceOf(head);
            yield return new EventSentence
            {
                Id = row.GetProperty("id").GetString()!,
                Report = report,
                Points = points,
                Head = head,
                Places = [.. reader.Read(report).Where(p => document.SentenceOf(p.Tokens.First) == sentence)],
                IsTwiceLabelled = row.TryGetProperty("gold", out var gold) && gold.ValueKind == JsonValueKind.True,
                _gold = row.TryGetProperty("locations", out var locations) ? [.. locations.EnumerateArray().Select(l => SpanOf(l, points))] : [],
            };
        }
    }

    private static TextSpan SpanOf(JsonElement element, CodePoints points) =>
        new(points.ToUnit(element.GetProperty("start").GetInt32()), points.ToUnit(element.GetProperty("end").GetInt32()));

    private static int HeadIn(Document document, TextSpan span)
    {
        var found = 0;
        for (var t = 0; t < document.Count; t++)
        {
            if (document[t].Span.Start >= span.End || document[t].Span.End <= span.Start) continue;
            found = t;
            var head = document[t].Head;
            if (head < 0 || document[head].Span.Start >= span.End || document[head].Span.End <= span.Start) return t;
        }

        return found;
    }
}
