using Ascribe.Language;
using Ascribe.Times;

namespace Ascribe.Lab.Training;

/// <summary>Where a document tells of its labelled incidents.</summary>
internal sealed class GoldMentions
{
    private readonly List<(TextSpan Span, int Incident)> _spans = [];
    private readonly Document _document;

    public GoldMentions(Document document, GoldIncidents gold)
    {
        _document = document;
        for (var i = 0; i < gold.Incidents.Count; i++)
        {
            foreach (var quote in gold.Incidents[i].Quotes)
            {
                var start = document.Text.IndexOf(quote, StringComparison.Ordinal);
                if (start < 0) continue;
                _spans.Add((new TextSpan(start, start + quote.Length), i));
            }
        }

        Incidents = gold.Incidents;
    }

    public IReadOnlyList<GoldIncident> Incidents { get; }

    /// <summary>The numbers of the incidents whose words hold these tokens; where several quotes do, those of the shortest.</summary>
    public IReadOnlyList<int> At(TokenRange tokens)
    {
        var span = _document.SpanOf(tokens);
        var found = new List<int>();
        var shortest = int.MaxValue;
        foreach (var (quote, incident) in _spans)
        {
            if (quote.Start > span.Start || quote.End < span.End || quote.Length > shortest) continue;
            if (quote.Length < shortest) found.Clear();
            shortest = quote.Length;
            if (!found.Contains(incident)) found.Add(incident);
        }

        return found;
    }

    /// <summary>Whether the label quotes this time as the incident's date.</summary>
    public bool IsDate(int incident, TimeMention time)
    {
        if (Incidents[incident].DateQuote is not { Length: > 0 } quote) return false;
        var start = _document.Text.IndexOf(quote, StringComparison.Ordinal);
        var span = _document.SpanOf(time.Tokens);
        return start >= 0 && span.Start < start + quote.Length && start < span.End;
    }

    /// <summary>Whether every day of the time is one of the incident's.</summary>
    public bool IsWithinDate(int incident, TimeMention time) =>
        Incidents[incident].Days is { } days && time.Interval is { Earliest: { } earliest, Latest: { } latest } && days.First <= earliest && latest <= days.Last;
}
