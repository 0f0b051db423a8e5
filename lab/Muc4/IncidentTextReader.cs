using System.Text.Json;
using Ascribe.Records;

namespace Ascribe.Lab.Muc4;

/// <summary>Reads documents of the corpus.</summary>
internal sealed class IncidentTextReader(RecordReader reader)
{
    /// <summary>The text alone, as it is predicted: no answer field is looked at.</summary>
    public IncidentText Read(JsonElement row) => Read(row, []);

    /// <summary>The text with its key, to learn from.</summary>
    public IncidentText ReadWithKey(JsonElement row) => Read(row, KeyTemplate.Read(row));

    private IncidentText Read(JsonElement row, IReadOnlyList<KeyTemplate> key)
    {
        var report = ReportObjects.Read(row) with { Title = null };
        var reading = reader.ReadLayers(report);
        var document = reading.Mentions.Document;
        var bodyStart = BodyStart(document.Text);
        var first = 0;
        while (first < document.Count && document[first].Span.Start < bodyStart) first++;
        return new IncidentText
        {
            Id = report.Id,
            Reading = reading,
            BodyStart = first,
            Phrases = PhraseFinder.Find(document, first),
            Day = report.Published?.Day,
            Key = key,
        };
    }

    /// <summary>Behind "--" of the dateline and the bracketed tags that follow it.</summary>
    private static int BodyStart(string text)
    {
        var start = text.IndexOf("--", StringComparison.Ordinal);
        start = start is < 0 or > 400 ? 0 : start + 2;
        while (true)
        {
            while (start < text.Length && char.IsWhiteSpace(text[start])) start++;
            if (start >= text.Length || text[start] != '[') return start;
            var end = text.IndexOf(']', start);
            if (end < 0) return start;
            start = end + 1;
        }
    }
}
