namespace Ascribe.Dossiers.Merging;

/// <summary>
/// Keeps sketches in clusters, one an incident. A new sketch is compared with its candidates alone; the clusters it may belong to are taken apart and put
/// together anew by average linkage, so that what came first decides little, and no others are touched.
/// </summary>
internal sealed class Merger
{
    /// <summary>Candidates asked for a new sketch.</summary>
    internal const int Candidates = 15;

    private readonly Func<int, int, float> _score;
    private readonly CandidateIndex _index = new();
    private readonly List<IncidentSketch> _sketches = [];
    private readonly List<int> _clusterOf = [];
    private readonly Dictionary<int, List<int>> _members = [];
    private readonly Dictionary<(int, int), float> _scores = [];
    private readonly List<(int, int)> _pairs = [];

    public Merger(MergingModel model)
        : this((a, b) => Score(model.Trees, a, b))
    {
    }

    /// <param name="score">The log odds that two sketches are of one incident.</param>
    public Merger(Func<IncidentSketch, IncidentSketch, float> score) => _score = (a, b) => score(_sketches[a], _sketches[b]);

    /// <summary>In the order of adding.</summary>
    public IReadOnlyList<IncidentSketch> Sketches => _sketches;

    /// <summary>All pairs of candidates that were compared, as indexes.</summary>
    public IReadOnlyList<(int First, int Second)> Compared => _pairs;

    /// <summary>Indexes of the sketches by cluster, each in ascending order, by their first.</summary>
    public IEnumerable<IReadOnlyList<int>> Clusters => _members.Values.OrderBy(m => m[0]);

    public static float Score(BoostedTrees trees, IncidentSketch a, IncidentSketch b)
    {
        Span<float> features = stackalloc float[PairFeatures.Count];
        PairFeatures.Tell(a, b, features);
        return trees.LogOdds(features) - Vetoes.WeightOf(Vetoes.Of(a, b));
    }

    /// <summary>Adds a sketch and puts it where it belongs.</summary>
    public void Add(IncidentSketch sketch)
    {
        var id = _sketches.Count;
        var candidates = _index.Find(sketch, Candidates);
        _sketches.Add(sketch);
        _index.Add(id, sketch);
        _clusterOf.Add(id);
        _members[id] = [id];
        var touched = new HashSet<int> { id };
        foreach (var candidate in candidates)
        {
            _pairs.Add((candidate, id));
            if (ScoreOf(candidate, id) > Linkage.Near) touched.Add(_clusterOf[candidate]);
        }

        if (touched.Count == 1) return;
        var apart = new List<List<int>>();
        foreach (var cluster in touched.Order())
        {
            var members = _members[cluster];
            _members.Remove(cluster);
            // A large cluster is kept: to take it apart for each copy that comes would cost the square of its size each time.
            if (members.Count > Linkage.Large) apart.Add(members);
            else apart.AddRange(members.Select(m => new List<int> { m }));
        }

        foreach (var cluster in Linkage.Join(apart, ScoreOf))
        {
            cluster.Sort();
            _members[cluster[0]] = cluster;
            foreach (var member in cluster) _clusterOf[member] = cluster[0];
        }
    }

    /// <summary>The cluster of a sketch: the index of its first.</summary>
    public int ClusterOf(int sketch) => _clusterOf[sketch];

    /// <summary>Pairs of clusters that evidence neither joins nor parts, by their first sketches, with the mean log odds of their members.</summary>
    public IEnumerable<(int First, int Second, float LogOdds)> Doubts()
    {
        var asked = new HashSet<(int, int)>();
        foreach (var (a, b) in _pairs)
        {
            var (x, y) = (Math.Min(_clusterOf[a], _clusterOf[b]), Math.Max(_clusterOf[a], _clusterOf[b]));
            if (x == y || ScoreOf(a, b) < Linkage.Doubtful || !asked.Add((x, y))) continue;
            var mean = Linkage.Mean(_members[x], _members[y], ScoreOf);
            if (mean >= Linkage.Doubtful) yield return (x, y, mean);
        }
    }

    /// <summary>The log odds that two sketches are of one incident.</summary>
    public float ScoreOf(int a, int b)
    {
        var pair = a < b ? (a, b) : (b, a);
        if (!_scores.TryGetValue(pair, out var score)) _scores[pair] = score = _score(pair.Item1, pair.Item2);
        return score;
    }
}
