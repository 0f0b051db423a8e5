using NodaTime;

namespace Ascribe.Dossiers.Merging;

/// <summary>
/// Finds those sketches that may be of the same incident as a new one, in time that hardly grows with their number: lists of who has a rare word or name, and
/// of what happened at a place about a day. A list that has grown long is told by too much to tell anything, and is given up.
/// </summary>
internal sealed class CandidateIndex
{
    /// <summary>Keys of longer lists are passed over, so that a look-up costs the same in a large ledger.</summary>
    private const int LongestList = 400;

    /// <summary>So many of a report's most telling words are looked up.</summary>
    private const int WordsAsked = 60;

    /// <summary>What one shared place and day is worth beside cosines, which lie in 0..1.</summary>
    private const float PlaceAndDay = 0.12f;

    /// <summary>First paragraphs count so much more than the whole.</summary>
    private const float LeadWeight = 1.5f;

    private readonly Dictionary<uint, List<(int Sketch, float Weight)>> _whole = [];
    private readonly Dictionary<uint, List<(int Sketch, float Weight)>> _lead = [];
    private readonly Dictionary<uint, List<(int Sketch, float Weight)>> _blocks = [];
    private readonly Dictionary<int, float> _sums = [];

    /// <summary>The sketches nearest to a new one, nearest first, at most <paramref name="most"/>.</summary>
    public IReadOnlyList<int> Find(IncidentSketch sketch, int most)
    {
        _sums.Clear();
        Ask(_whole, sketch.Whole, 1);
        Ask(_lead, sketch.Lead, LeadWeight);
        foreach (var block in Blocks(sketch)) Ask(_blocks, block, PlaceAndDay);
        return [.. _sums.OrderByDescending(s => s.Value).ThenBy(s => s.Key).Take(most).Select(s => s.Key)];
    }

    /// <param name="id">Number of the sketch, which <see cref="Find"/> will give.</param>
    public void Add(int id, IncidentSketch sketch)
    {
        for (var t = 0; t < sketch.Whole.Terms.Length; t++) Add(_whole, sketch.Whole.Terms[t], id, sketch.Whole.Weights[t]);
        for (var t = 0; t < sketch.Lead.Terms.Length; t++) Add(_lead, sketch.Lead.Terms[t], id, sketch.Lead.Weights[t]);
        foreach (var block in Blocks(sketch)) Add(_blocks, block, id, 1);
    }

    private static void Add(Dictionary<uint, List<(int Sketch, float Weight)>> lists, uint key, int id, float weight)
    {
        if (!lists.TryGetValue(key, out var list)) lists[key] = list = [];
        // One more than may be asked marks a list that has been given up.
        if (list.Count <= LongestList) list.Add((id, weight));
    }

    private void Ask(Dictionary<uint, List<(int Sketch, float Weight)>> lists, TermVector vector, float weight)
    {
        foreach (var t in Enumerable.Range(0, vector.Terms.Length).OrderByDescending(t => vector.Weights[t]).Take(WordsAsked)) Ask(lists, vector.Terms[t], vector.Weights[t] * weight);
    }

    private void Ask(Dictionary<uint, List<(int Sketch, float Weight)>> lists, uint key, float weight)
    {
        if (!lists.TryGetValue(key, out var list) || list.Count > LongestList) return;
        foreach (var (sketch, own) in list) _sums[sketch] = _sums.GetValueOrDefault(sketch) + own * weight;
    }

    /// <summary>Each local place on each day about which it may have been: the day told, else the day of publication and the two before.</summary>
    private static IEnumerable<uint> Blocks(IncidentSketch sketch)
    {
        var days = sketch.Days is { } told && Period.DaysBetween(told.First, told.Last) <= 2 ? (told.First, told.Last) : sketch.Published is { } published ? (published.PlusDays(-2), published) : ((LocalDate, LocalDate)?)null;
        if (days is not var (first, last)) yield break;
        foreach (var place in sketch.Places.Where(p => p.IsLocal).Select(p => p.Name).Distinct(StringComparer.Ordinal))
        {
            for (var day = first; day <= last; day = day.PlusDays(1)) yield return TextWords.Join(TextWords.HashOf(place), (uint)Period.DaysBetween(LocalDate.MinIsoValue, day));
        }
    }
}
