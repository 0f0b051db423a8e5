using Ascribe.Dossiers.Actors;
using Ascribe.Dossiers.Dossiers;
using Ascribe.Dossiers.Ledger;
using Ascribe.Dossiers.Merging;
using Ascribe.Dossiers.Review;
using Ascribe.Dossiers.Search;
using Ascribe.Records;

namespace Ascribe.Dossiers.Index;

/// <summary>
/// What is kept in the file of a ledger to find dossiers at once. It follows the entries: <see cref="CatchUp"/> takes in the readings since the last time, and
/// nothing else is looked at. Made anew where another program or other weights made it.
/// </summary>
internal sealed class DossierIndex
{
    /// <summary>Raised whenever tables, sketches or merging change.</summary>
    private const int Format = 5;

    /// <summary>So many readings are taken in as one; a program that is stopped between loses no more work than that.</summary>
    private const int BatchSize = 256;

    private const string StateSchema = "CREATE TABLE IF NOT EXISTS index_state (version TEXT NOT NULL, made TEXT NOT NULL, last_sequence INTEGER NOT NULL) STRICT";

    private static readonly string[] s_tables = ["sketch", "posting", "posting_new", "pair", "index_state"];

    private readonly ReportLedger _ledger;
    private readonly string _version;
    private readonly SketchReader _reader;
    private readonly NotedClusters _noted;
    private readonly ActorIndex _actors;

    /// <summary>Which making of the tables this program has seen: another program may make them anew, and ids begin again then.</summary>
    private string? _made;

    public DossierIndex(ReportLedger ledger, MergingModel model)
    {
        _ledger = ledger;
        _version = $"{Format}.{SketchCodec.Format}.{SearchIndex.Format}.{FactsCodec.Format}+{model.Version}";
        _reader = new SketchReader(model.Words);
        _actors = new ActorIndex(ledger);
        Clusters = new LedgerClusters(ledger.File);
        _noted = new NotedClusters(Clusters);
        Merger = new Merger(model, _noted);
        Search = new SearchIndex(ledger.File, Clusters);
    }

    public LedgerClusters Clusters { get; }

    public Merger Merger { get; }

    public SearchIndex Search { get; }

    /// <summary>Opens the index of a ledger and takes in what came since the last time.</summary>
    /// <exception cref="LedgerException">The ledger is locked or damaged.</exception>
    public static DossierIndex Open(ReportLedger ledger, MergingModel model)
    {
        var index = new DossierIndex(ledger, model);
        index.CatchUp();
        return index;
    }

    /// <summary>Takes in the readings since the last time.</summary>
    /// <exception cref="LedgerException">The ledger is locked or damaged.</exception>
    public void CatchUp()
    {
        // Another program may have made it while this one waited.
        if (!IsCurrent()) _ledger.File.Write(() => IsCurrent() ? 0 : Renew(), isLasting: false);
        while (Written(TakeIn))
        {
        }
    }

    /// <summary>Drops all tables of the index and makes them from the entries, in one step for all others who read.</summary>
    /// <exception cref="LedgerException">The ledger is locked or damaged.</exception>
    public void Rebuild() => Written(() =>
    {
        Renew();
        while (TakeIn())
        {
        }

        return true;
    });

    /// <summary>Runs an action in one transaction. What was undone must not be remembered: its ids are given again.</summary>
    private bool Written(Func<bool> action)
    {
        try
        {
            return _ledger.File.Write(action, isLasting: false);
        }
        catch (Exception)
        {
            Forget();
            throw;
        }
    }

    private void Forget()
    {
        Clusters.Forget();
        Merger.Forget();
        _noted.Take();
        _made = null;
    }

    private bool IsCurrent() =>
        _ledger.File.Number("SELECT count(*) FROM sqlite_master WHERE name = 'index_state'") > 0 && _ledger.File.Text("SELECT version FROM index_state") == _version;

    private int Renew()
    {
        foreach (var table in (string[])[.. s_tables, .. SearchIndex.Tables]) _ledger.File.Execute($"DROP TABLE IF EXISTS {table}");
        _ledger.File.Execute(LedgerClusters.Schema);
        _ledger.File.Execute(PostingLists.Schema);
        _ledger.File.Execute(SearchIndex.Schema);
        _ledger.File.Execute(StateSchema);
        return _ledger.File.Execute("INSERT INTO index_state (version, made, last_sequence) VALUES ($1, $2, 0)", _version, Guid.NewGuid().ToString("N"));
    }

    /// <summary>Takes in one batch; false: there was nothing left.</summary>
    private bool TakeIn()
    {
        if (_ledger.File.Text("SELECT made FROM index_state") is var made && made != _made)
        {
            Forget();
            _made = made;
        }

        var last = _ledger.File.Number("SELECT last_sequence FROM index_state");
        var readings = _ledger.ReadingsAfter(last, BatchSize);
        if (readings.Count == 0) return false;
        // Sketches look at nothing but their record.
        var sketches = Batch.Of(readings, r => _reader.Read(r.Record));
        Clusters.Prepare(sketches.SelectMany(s => s));
        foreach (var ((_, record), told) in readings.Zip(sketches))
        {
            Remove(record.Report.Id);
            Add(record, told);
        }

        Search.Regroup(_noted.Take());
        _actors.Follow(last, readings);
        _ledger.File.Execute("UPDATE index_state SET last_sequence = $1", readings[^1].Sequence);
        return true;
    }

    /// <summary>Takes out what an older reading of a report told.</summary>
    private void Remove(string report)
    {
        var mentions = new List<int>();
        for (var number = 0; Clusters.Of(new MentionKey(report, number).Id) is >= 0 and var mention; number++) mentions.Add(mention);
        foreach (var mention in mentions) _noted.Note(Clusters.Members(Clusters.ClusterOf(mention)));
        Search.Remove(mentions);
        Clusters.Remove(report);
    }

    private void Add(Record record, IReadOnlyList<IncidentSketch> sketches)
    {
        var mentions = new List<(int, IncidentFacts)>();
        foreach (var sketch in sketches)
        {
            Merger.Add(sketch);
            var key = new MentionKey(sketch.Report, sketch.Number);
            mentions.Add((Clusters.Of(key.Id), IncidentFacts.Of(new DossierReport(key, record, sketch.Events, 0))));
        }

        Search.Add(record.Report, mentions);
    }
}
