using Ascribe.Dossiers.Merging;

namespace Ascribe.Dossiers.Index;

/// <summary>Takes note of the clusters that merging changes, so that what is kept of each can follow.</summary>
internal sealed class NotedClusters(IClusterStore clusters) : IClusterStore
{
    private readonly SortedSet<int> _changed = [];

    public IncidentSketch this[int id] => clusters[id];

    public IReadOnlyList<int> Nearest(IncidentSketch sketch, int most) => clusters.Nearest(sketch, most);

    public int Add(IncidentSketch sketch)
    {
        var id = clusters.Add(sketch);
        _changed.Add(id);
        return id;
    }

    public int ClusterOf(int sketch) => clusters.ClusterOf(sketch);

    public List<int> Members(int cluster) => clusters.Members(cluster);

    public void Regroup(IReadOnlyCollection<int> before, IReadOnlyList<List<int>> after)
    {
        Note(before);
        Note(after.Select(members => members[0]));
        clusters.Regroup(before, after);
    }

    public void Compared(int first, int second, float logOdds) => clusters.Compared(first, second, logOdds);

    public List<int> Near(int sketch) => clusters.Near(sketch);

    public void Note(IEnumerable<int> changed) => _changed.UnionWith(changed);

    /// <summary>The clusters changed since the last time; some of them are no more.</summary>
    public IReadOnlyList<int> Take()
    {
        int[] changed = [.. _changed];
        _changed.Clear();
        return changed;
    }
}
