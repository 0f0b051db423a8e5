namespace Ascribe.Dossiers.Merging;

/// <summary>
/// Puts sketches into clusters, one an incident. A new sketch is compared with its candidates alone; the clusters it may belong to are taken apart and put
/// together anew by average linkage, so that what came first decides little, and no others are touched.
/// </summary>
internal sealed class Merger
{
    /// <summary>Candidates asked for a new sketch.</summary>
    internal const int Candidates = 15;

    /// <summary>No more are drawn in by neighbours where so many members would be put together anew: each pair of them is scored.</summary>
    private const int MostDrawnIn = 200;

    /// <summary>So many scores are remembered from one sketch to the next.</summary>
    private const int Remembered = 200_000;

    private readonly Func<IncidentSketch, IncidentSketch, float> _score;
    private readonly IClusterStore _clusters;
    private readonly Dictionary<(int, int), float> _scores = [];

    public Merger(MergingModel model, IClusterStore clusters)
        : this((a, b) => Score(model.Trees, a, b), clusters)
    {
    }

    /// <param name="score">The log odds that two sketches are of one incident.</param>
    /// <param name="clusters">Where they are kept.</param>
    public Merger(Func<IncidentSketch, IncidentSketch, float> score, IClusterStore clusters)
    {
        _score = score;
        _clusters = clusters;
    }

    public static float Score(BoostedTrees trees, IncidentSketch a, IncidentSketch b)
    {
        // What a report tells in two parts is two incidents, unless others tell of both as one.
        if (a.Report == b.Report) return Vetoes.OneReport;
        Span<float> features = stackalloc float[PairFeatures.Count];
        PairFeatures.Tell(a, b, features);
        return trees.LogOdds(features) - Vetoes.WeightOf(Vetoes.Of(a, b));
    }

    /// <summary>Adds a sketch and puts it where it belongs.</summary>
    public void Add(IncidentSketch sketch)
    {
        if (_scores.Count > Remembered) _scores.Clear();
        var candidates = _clusters.Nearest(sketch, Candidates);
        var id = _clusters.Add(sketch);
        var touched = new HashSet<int> { id };
        foreach (var candidate in candidates)
        {
            var logOdds = ScoreOf(candidate, id);
            _clusters.Compared(candidate, id, logOdds);
            if (logOdds >= Linkage.Near) touched.Add(_clusters.ClusterOf(candidate));
        }

        if (touched.Count == 1) return;
        DrawIn(touched);
        var apart = new List<List<int>>();
        foreach (var cluster in touched.Order())
        {
            var members = _clusters.Members(cluster);
            // A large cluster is kept: to take it apart for each copy that comes would cost the square of its size each time.
            if (members.Count > Linkage.Large) apart.Add(members);
            else apart.AddRange(members.Select(m => new List<int> { m }));
        }

        var joined = Linkage.Join(apart, ScoreOf);
        foreach (var cluster in joined) cluster.Sort();
        _clusters.Regroup(touched, joined);
    }

    /// <summary>Adds the clusters that are near to the touched ones: had their members come later, they would have drawn these in.</summary>
    private void DrawIn(HashSet<int> touched)
    {
        var members = touched.Order().Select(_clusters.Members).Where(m => m.Count <= Linkage.Large).SelectMany(m => m).ToList();
        var count = members.Count;
        foreach (var near in members.SelectMany(_clusters.Near))
        {
            var cluster = _clusters.ClusterOf(near);
            if (touched.Contains(cluster) || _clusters.Members(cluster) is var others && count + others.Count > MostDrawnIn) continue;
            touched.Add(cluster);
            count += others.Count;
        }
    }

    /// <summary>Forgets scores: ids mean other sketches now.</summary>
    public void Forget() => _scores.Clear();

    /// <summary>The log odds that two sketches are of one incident.</summary>
    public float ScoreOf(int a, int b)
    {
        var pair = a < b ? (a, b) : (b, a);
        if (!_scores.TryGetValue(pair, out var score)) _scores[pair] = score = _score(_clusters[pair.Item1], _clusters[pair.Item2]);
        return score;
    }
}
