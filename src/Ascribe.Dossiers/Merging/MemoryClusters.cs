namespace Ascribe.Dossiers.Merging;

/// <summary>Sketches and clusters in memory, for measurements. Sketches lose what they lose in a ledger.</summary>
internal sealed class MemoryClusters : IClusterStore
{
    private readonly CandidateIndex _index = new();
    private readonly List<IncidentSketch> _sketches = [];
    private readonly List<int> _clusterOf = [];
    private readonly List<SortedSet<int>> _near = [];
    private readonly Dictionary<int, List<int>> _members = [];
    private readonly List<(int, int)> _pairs = [];

    public IncidentSketch this[int id] => _sketches[id];

    /// <summary>In the order of adding.</summary>
    public IReadOnlyList<IncidentSketch> Sketches => _sketches;

    /// <summary>All pairs of candidates that were compared, as ids.</summary>
    public IReadOnlyList<(int First, int Second)> Pairs => _pairs;

    /// <summary>Ids of the sketches by cluster, each in ascending order, by their first.</summary>
    public IEnumerable<IReadOnlyList<int>> Clusters => _members.Values.OrderBy(m => m[0]);

    public IReadOnlyList<int> Nearest(IncidentSketch sketch, int most) => _index.Find(sketch, most);

    public int Add(IncidentSketch sketch)
    {
        var id = _sketches.Count;
        sketch = SketchCodec.Unpack(SketchCodec.Pack(sketch));
        _sketches.Add(sketch);
        _index.Add(id, sketch);
        _clusterOf.Add(id);
        _near.Add([]);
        _members[id] = [id];
        return id;
    }

    public int ClusterOf(int sketch) => _clusterOf[sketch];

    public List<int> Members(int cluster) => _members[cluster];

    public void Regroup(IReadOnlyCollection<int> before, IReadOnlyList<List<int>> after)
    {
        foreach (var cluster in before) _members.Remove(cluster);
        foreach (var cluster in after)
        {
            _members[cluster[0]] = cluster;
            foreach (var member in cluster) _clusterOf[member] = cluster[0];
        }
    }

    public void Compared(int first, int second, float logOdds)
    {
        _pairs.Add((first, second));
        if (logOdds < Linkage.Near) return;
        _near[first].Add(second);
        _near[second].Add(first);
    }

    public List<int> Near(int sketch) => [.. _near[sketch]];
}
