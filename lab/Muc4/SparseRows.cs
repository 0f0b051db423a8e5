namespace Ascribe.Lab.Muc4;

/// <summary>Examples whose features are told by rows, as trainers want them.</summary>
internal static class SparseRows
{
    /// <summary>The row of each feature of at least <paramref name="least"/> examples, and the examples by those rows.</summary>
    public static (Dictionary<uint, int> Rows, (int[] Rows, int Class, float Weight)[] Examples) Of(IEnumerable<SparseExample> from, int least)
    {
        var all = from.ToArray();
        var counts = new Dictionary<uint, int>();
        foreach (var feature in all.SelectMany(e => e.Features)) counts[feature] = counts.GetValueOrDefault(feature) + 1;
        var rows = counts.Where(c => c.Value >= least).Select(c => c.Key).Order().Select((feature, row) => (feature, row)).ToDictionary(r => r.feature, r => r.row);
        return (rows, Array.ConvertAll(all, e => (e.Features.Where(rows.ContainsKey).Select(f => rows[f]).ToArray(), e.Class, e.Weight)));
    }
}
