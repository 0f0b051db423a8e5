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
        CREATE TABLE pair (sketch INTEGER NOT NULL, other INTEGER NOT NULL, log_odds REAL NOT NULL, PRIMARY KEY (sketch, other)) STRICT, WITHOUT ROWID;
        """;

    /// <summary>Sketches that are kept unpacked.</summary>
    private const int Cached = 4096;

    /// <summary>Weights lie in 0..1 and are kept in so many steps.</summary>
    private const float Steps = 255;

    private readonly Dictionary<int, IncidentSketch> _cache = [];
    private readonly Queue<int> _order = new();
    private readonly Dictionary<int, float> _sums = [];
    private readonly PostingLists _postings = new(file);

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
        var keys = Keys(sketch);
        foreach (var posting in _postings.Find(keys.Keys))
        {
            var (whole, lead) = keys[posting.Key];
            _sums[posting.Sketch] = _sums.GetValueOrDefault(posting.Sketch) + (whole * posting.Whole + lead * posting.Lead) / Steps;
        }

        // Postings of sketches that were taken out may still be there.
        return [.. _sums.OrderByDescending(s => s.Value).ThenBy(s => s.Key).Select(s => s.Key).Where(Holds).Take(most)];
    }

    /// <summary>Reads at once what <see cref="Nearest"/> will ask for these sketches, in the order in which it lies in the file.</summary>
    public void Prepare(IEnumerable<IncidentSketch> sketches) => _postings.Prepare(sketches.SelectMany(s => Keys(s).Keys));

    public int Add(IncidentSketch sketch)
    {
        var packed = SketchCodec.Pack(sketch);
        var id = (int)file.Number("SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'sketch'), 0) + 1");
        file.Execute("INSERT INTO sketch (id, report, mention, cluster, body) VALUES ($1, $2, $3, $1, $4)", id, sketch.Report, new MentionKey(sketch.Report, sketch.Number).Id, packed);
        _postings.Add(id, [.. Keys(sketch).Select(k => new Posting(k.Key, id, Step(k.Value.Whole), Step(k.Value.Lead / CandidateKeys.LeadWeight)))]);
        // As it will be read again, so that it does not matter whether the program was stopped in between.
        Keep(id, SketchCodec.Unpack(packed));
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

    public List<int> Near(int sketch) => file.List("SELECT other FROM pair WHERE sketch = $1 AND log_odds >= $2 ORDER BY other", row => row.GetInt32(0), sketch, Linkage.Near);

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
        _postings.Forget();
    }

    /// <summary>Telling words of the whole and of the first paragraphs, each with both weights, and places about a day.</summary>
    private static Dictionary<uint, (float Whole, float Lead)> Keys(IncidentSketch sketch)
    {
        // Hashes of words fill the upper bits of a key, so that buckets are filled evenly.
        const int shift = 32 - TermVector.HashBits;
        var keys = CandidateKeys.Telling(sketch.Whole).ToDictionary(t => t.Term << shift, t => (Whole: t.Weight, Lead: 0f));
        foreach (var (term, weight) in CandidateKeys.Telling(sketch.Lead)) keys[term << shift] = (keys.GetValueOrDefault(term << shift).Whole, weight * CandidateKeys.LeadWeight);
        foreach (var block in CandidateKeys.Blocks(sketch).Distinct()) keys[block] = (CandidateKeys.PlaceAndDay, 0);
        return keys;
    }

    private static byte Step(float weight) => (byte)MathF.Round(weight * Steps);

    private bool Holds(int id) => _cache.ContainsKey(id) || file.Number("SELECT EXISTS (SELECT 1 FROM sketch WHERE id = $1)", id) > 0;

    private IncidentSketch Keep(int id, IncidentSketch sketch)
    {
        _cache[id] = sketch;
        _order.Enqueue(id);
        if (_order.Count > Cached) _cache.Remove(_order.Dequeue());
        return sketch;
    }
}
