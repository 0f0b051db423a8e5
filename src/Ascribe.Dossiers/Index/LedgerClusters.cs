using Ascribe.Dossiers.Ledger;
using Ascribe.Dossiers.Merging;
using Ascribe.Dossiers.Review;

namespace Ascribe.Dossiers.Index;

/// <summary>Sketches and clusters as tables in the file of a ledger. A view: it can be dropped and made again from the entries.</summary>
internal sealed class LedgerClusters(LedgerFile file) : IClusterStore
{
    public const string Schema =
        """
        CREATE TABLE sketch (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            report TEXT NOT NULL,
            mention TEXT NOT NULL,
            cluster INTEGER NOT NULL,
            body BLOB NOT NULL
        ) STRICT;
        CREATE INDEX sketch_report ON sketch (report);
        CREATE UNIQUE INDEX sketch_mention ON sketch (mention);
        CREATE INDEX sketch_cluster ON sketch (cluster);
        CREATE TABLE posting (key INTEGER NOT NULL, sketch INTEGER NOT NULL, whole INTEGER NOT NULL, lead INTEGER NOT NULL, PRIMARY KEY (key, sketch)) STRICT, WITHOUT ROWID;
        CREATE TABLE pair (sketch INTEGER NOT NULL, other INTEGER NOT NULL, log_odds REAL NOT NULL, PRIMARY KEY (sketch, other)) STRICT, WITHOUT ROWID;
        """;

    /// <summary>Of those who share a word, so many of the last are looked at: a look-up costs the same in a large ledger.</summary>
    private const int LongestList = 100;

    /// <summary>Sketches that are kept unpacked.</summary>
    private const int Cached = 4096;

    /// <summary>Weights lie in 0..1 and are kept in so many steps.</summary>
    private const float Steps = 255;

    private readonly Dictionary<int, IncidentSketch> _cache = [];
    private readonly Queue<int> _order = new();
    private readonly Dictionary<int, float> _sums = [];

    /// <exception cref="LedgerException">There is none of this id, or it is damaged.</exception>
    public IncidentSketch this[int id]
    {
        get
        {
            if (_cache.TryGetValue(id, out var sketch)) return sketch;
            var body = file.Bytes("SELECT body FROM sketch WHERE id = $1", id) ?? throw new LedgerException($"{file.Path}: the index has lost sketch {id}; 'ascribe check' makes it anew.");
            try
            {
                return Keep(id, SketchCodec.Unpack(body));
            }
            catch (InvalidDataException e)
            {
                throw new LedgerException($"{file.Path}: sketch {id} of the index is damaged; 'ascribe check' makes it anew.", e);
            }
        }
    }

    public IReadOnlyList<int> Nearest(IncidentSketch sketch, int most)
    {
        _sums.Clear();
        foreach (var (key, whole, lead) in Keys(sketch))
        {
            foreach (var (other, otherWhole, otherLead) in file.List(
                "SELECT sketch, whole, lead FROM posting WHERE key = $1 ORDER BY sketch DESC LIMIT $2", row => (row.GetInt32(0), row.GetInt32(1), row.GetInt32(2)), key, LongestList))
                _sums[other] = _sums.GetValueOrDefault(other) + (whole * otherWhole + lead * otherLead) / Steps;
        }

        return [.. _sums.OrderByDescending(s => s.Value).ThenBy(s => s.Key).Take(most).Select(s => s.Key)];
    }

    public int Add(IncidentSketch sketch)
    {
        file.Execute("INSERT INTO sketch (report, mention, cluster, body) VALUES ($1, $2, 0, $3)", sketch.Report, new MentionKey(sketch.Report, sketch.Number).Id, SketchCodec.Pack(sketch));
        var id = (int)file.Number("SELECT last_insert_rowid()");
        file.Execute("UPDATE sketch SET cluster = id WHERE id = $1", id);
        foreach (var (key, whole, lead) in Keys(sketch))
            file.Execute("INSERT INTO posting (key, sketch, whole, lead) VALUES ($1, $2, $3, $4)", key, id, Step(whole), Step(lead / CandidateKeys.LeadWeight));
        Keep(id, sketch);
        return id;
    }

    public int ClusterOf(int sketch) => (int)file.Number("SELECT cluster FROM sketch WHERE id = $1", sketch);

    public List<int> Members(int cluster) => file.List("SELECT id FROM sketch WHERE cluster = $1 ORDER BY id", row => row.GetInt32(0), cluster);

    public void Regroup(IReadOnlyCollection<int> before, IReadOnlyList<List<int>> after)
    {
        foreach (var cluster in after)
        {
            foreach (var member in cluster) file.Execute("UPDATE sketch SET cluster = $1 WHERE id = $2 AND cluster <> $1", cluster[0], member);
        }
    }

    public void Compared(int first, int second, float logOdds)
    {
        if (logOdds < Linkage.Doubtful) return;
        file.Execute("INSERT OR REPLACE INTO pair (sketch, other, log_odds) VALUES ($1, $2, $3)", first, second, logOdds);
        file.Execute("INSERT OR REPLACE INTO pair (sketch, other, log_odds) VALUES ($1, $2, $3)", second, first, logOdds);
    }

    /// <summary>The sketches that were compared with this one and may be of the same incident.</summary>
    public List<int> Doubtful(int sketch) => file.List("SELECT other FROM pair WHERE sketch = $1 ORDER BY other", row => row.GetInt32(0), sketch);

    /// <summary>The sketch of a mention's id, or -1.</summary>
    public int Of(string mention) => file.List("SELECT id FROM sketch WHERE mention = $1", row => row.GetInt32(0), mention) is [var id] ? id : -1;

    /// <summary>The first members of all clusters, in ascending order, read as they are asked for.</summary>
    public IEnumerable<int> Clusters() => file.Rows("SELECT DISTINCT cluster FROM sketch ORDER BY cluster", row => row.GetInt32(0));

    /// <summary>Takes out what an older reading of a report told.</summary>
    public void Remove(string report)
    {
        foreach (var id in file.List("SELECT id FROM sketch WHERE report = $1", row => row.GetInt32(0), report))
        {
            foreach (var (key, _, _) in Keys(this[id])) file.Execute("DELETE FROM posting WHERE key = $1 AND sketch = $2", key, id);
            foreach (var other in Doubtful(id)) file.Execute("DELETE FROM pair WHERE sketch = $1 AND other = $2", other, id);
            file.Execute("DELETE FROM pair WHERE sketch = $1", id);
            var rest = Members(ClusterOf(id));
            rest.Remove(id);
            file.Execute("DELETE FROM sketch WHERE id = $1", id);
            _cache.Remove(id);
            if (rest.Count > 0) Regroup([], [rest]);
        }
    }

    /// <summary>Forgets what is kept unpacked: the tables were made anew.</summary>
    public void Forget()
    {
        _cache.Clear();
        _order.Clear();
    }

    /// <summary>Telling words of the whole and of the first paragraphs, each with both weights, and places about a day.</summary>
    private static IEnumerable<(long Key, float Whole, float Lead)> Keys(IncidentSketch sketch)
    {
        var words = CandidateKeys.Telling(sketch.Whole).ToDictionary(t => (long)t.Term, t => (Whole: t.Weight, Lead: 0f));
        foreach (var (term, weight) in CandidateKeys.Telling(sketch.Lead)) words[term] = (words.GetValueOrDefault(term).Whole, weight * CandidateKeys.LeadWeight);
        // Blocks lie behind all words.
        foreach (var block in CandidateKeys.Blocks(sketch).Distinct()) words[block + (1L << 32)] = (CandidateKeys.PlaceAndDay, 0);
        return words.Select(w => (w.Key, w.Value.Whole, w.Value.Lead));
    }

    private static int Step(float weight) => (int)MathF.Round(weight * Steps);

    private IncidentSketch Keep(int id, IncidentSketch sketch)
    {
        _cache[id] = sketch;
        _order.Enqueue(id);
        if (_order.Count > Cached) _cache.Remove(_order.Dequeue());
        return sketch;
    }
}
