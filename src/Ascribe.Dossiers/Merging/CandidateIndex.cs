namespace Ascribe.Dossiers.Merging;

/// <summary>
/// Finds those sketches that may be of the same incident as a new one, in time that hardly grows with their number: lists of who has a rare word or name, and
/// of what happened at a place about a day. A list that has grown long is told by too much to tell anything, and is given up.
/// </summary>
internal sealed class CandidateIndex
{
    /// <summary>Keys of longer lists are passed over, so that a look-up costs the same in a large ledger.</summary>
    private const int LongestList = 400;

    private readonly Dictionary<uint, List<(int Sketch, float Weight)>> _whole = [];
    private readonly Dictionary<uint, List<(int Sketch, float Weight)>> _lead = [];
    private readonly Dictionary<uint, List<(int Sketch, float Weight)>> _blocks = [];
    private readonly Dictionary<int, float> _sums = [];

    /// <summary>The sketches nearest to a new one, nearest first, at most <paramref name="most"/>.</summary>
    public IReadOnlyList<int> Find(IncidentSketch sketch, int most)
    {
        _sums.Clear();
        Ask(_whole, sketch.Whole, 1);
        Ask(_lead, sketch.Lead, CandidateKeys.LeadWeight);
        foreach (var block in CandidateKeys.Blocks(sketch)) Ask(_blocks, block, CandidateKeys.PlaceAndDay);
        return [.. _sums.OrderByDescending(s => s.Value).ThenBy(s => s.Key).Take(most).Select(s => s.Key)];
    }

    /// <param name="id">Number of the sketch, which <see cref="Find"/> will give.</param>
    public void Add(int id, IncidentSketch sketch)
    {
        for (var t = 0; t < sketch.Whole.Terms.Length; t++) Add(_whole, sketch.Whole.Terms[t], id, sketch.Whole.Weights[t]);
        for (var t = 0; t < sketch.Lead.Terms.Length; t++) Add(_lead, sketch.Lead.Terms[t], id, sketch.Lead.Weights[t]);
        foreach (var block in CandidateKeys.Blocks(sketch)) Add(_blocks, block, id, 1);
    }

    private static void Add(Dictionary<uint, List<(int Sketch, float Weight)>> lists, uint key, int id, float weight)
    {
        if (!lists.TryGetValue(key, out var list)) lists[key] = list = [];
        // One more than may be asked marks a list that has been given up.
        if (list.Count <= LongestList) list.Add((id, weight));
    }

    private void Ask(Dictionary<uint, List<(int Sketch, float Weight)>> lists, TermVector vector, float weight)
    {
        foreach (var (term, own) in CandidateKeys.Telling(vector)) Ask(lists, term, own * weight);
    }

    private void Ask(Dictionary<uint, List<(int Sketch, float Weight)>> lists, uint key, float weight)
    {
        if (!lists.TryGetValue(key, out var list) || list.Count > LongestList) return;
        foreach (var (sketch, own) in list) _sums[sketch] = _sums.GetValueOrDefault(sketch) + own * weight;
    }
}
