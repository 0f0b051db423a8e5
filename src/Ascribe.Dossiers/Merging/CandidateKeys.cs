using NodaTime;

namespace Ascribe.Dossiers.Merging;

/// <summary>By what candidates are found: the most telling words of the whole and of the first paragraphs, and places about a day.</summary>
internal static class CandidateKeys
{
    /// <summary>What one shared place and day is worth beside cosines, which lie in 0..1.</summary>
    public const float PlaceAndDay = 0.12f;

    /// <summary>First paragraphs count so much more than the whole.</summary>
    public const float LeadWeight = 1.5f;

    /// <summary>So many of a report's most telling words are looked up.</summary>
    private const int Words = 40;

    /// <summary>The words of greatest weight, heaviest first.</summary>
    public static IEnumerable<(uint Term, float Weight)> Telling(TermVector vector) =>
        Enumerable.Range(0, vector.Terms.Length).OrderByDescending(t => vector.Weights[t]).Take(Words).Select(t => (vector.Terms[t], vector.Weights[t]));

    /// <summary>Each local place on each day about which it may have been: the day told, else the day of publication and the two before.</summary>
    public static IEnumerable<uint> Blocks(IncidentSketch sketch)
    {
        var days = sketch.Days is { } told && Period.DaysBetween(told.First, told.Last) <= 2 ? (told.First, told.Last) : sketch.Published is { } published ? (published.PlusDays(-2), published) : ((LocalDate, LocalDate)?)null;
        if (days is not var (first, last)) yield break;
        foreach (var place in sketch.Places.Where(p => p.IsLocal).Select(p => p.Name).Distinct(StringComparer.Ordinal))
        {
            for (var day = first; day <= last; day = day.PlusDays(1)) yield return TextWords.Join(TextWords.HashOf(place), (uint)Period.DaysBetween(LocalDate.MinIsoValue, day));
        }
    }
}
