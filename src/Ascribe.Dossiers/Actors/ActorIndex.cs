using Ascribe.Dossiers.Ledger;
using Ascribe.Records;

namespace Ascribe.Dossiers.Actors;

/// <summary>Keeps the tables of actors beside the entries of a ledger: it takes in readings as they come, and is made anew where another version made it.</summary>
internal sealed class ActorIndex
{
    /// <summary>Raised whenever the tables or what they hold change.</summary>
    private const string Version = "1";

    /// <summary>So many readings are taken in as one.</summary>
    private const int BatchSize = 256;

    private const string StateSchema = "CREATE TABLE actor_state (version TEXT NOT NULL, made TEXT NOT NULL, last_sequence INTEGER NOT NULL, turn INTEGER NOT NULL) STRICT";

    private readonly ReportLedger _ledger;
    private readonly ActorNames _names = ActorNames.English;

    /// <summary>Which making of the tables this program has seen, and the last entry that it took in: another program may have gone on.</summary>
    private (string? Made, long Last) _seen;

    public ActorIndex(ReportLedger ledger)
    {
        _ledger = ledger;
        Actors = new LedgerActors(ledger.File);
    }

    public LedgerActors Actors { get; }

    /// <summary>Opens the tables of a ledger and takes in what came since the last time.</summary>
    /// <exception cref="LedgerException">The ledger is locked or damaged.</exception>
    public static ActorIndex Open(ReportLedger ledger)
    {
        var index = new ActorIndex(ledger);
        while (ledger.File.Write(() => index.TakeIn(ledger.ReadingsAfter(index.Current(), BatchSize)), isLasting: false))
        {
        }

        return index;
    }

    /// <summary>Drops the tables and makes them from the entries, in one step for all others who read.</summary>
    /// <exception cref="LedgerException">The ledger is locked or damaged.</exception>
    public void Rebuild() => _ledger.File.Write(() =>
    {
        Renew();
        while (TakeIn(_ledger.ReadingsAfter(Current(), BatchSize)))
        {
        }

        return 0;
    }, isLasting: false);

    /// <summary>Takes in readings that another index of the ledger takes in just now, within its transaction; where these tables lag behind, they stay there until they are opened.</summary>
    /// <param name="after">The last entry before these readings that was looked at.</param>
    public void Follow(long after, IReadOnlyList<(long Sequence, Record Record)> readings)
    {
        var last = Current();
        if (last >= after) TakeIn([.. readings.Where(r => r.Sequence > last)]);
    }

    /// <summary>The last entry that was taken in; the tables are made where there are none, or those of another version.</summary>
    private long Current()
    {
        if (_ledger.File.Number("SELECT count(*) FROM sqlite_master WHERE name = 'actor_state'") == 0 || _ledger.File.Text("SELECT version FROM actor_state") != Version) Renew();
        var (made, last) = (_ledger.File.Text("SELECT made FROM actor_state"), _ledger.File.Number("SELECT last_sequence FROM actor_state"));
        if (_seen != (made, last)) Actors.Forget();
        _seen = (made, last);
        return last;
    }

    private void Renew()
    {
        foreach (var table in (string[])[.. LedgerActors.Tables, .. ActorKeys.Tables, "actor_state"]) _ledger.File.Execute($"DROP TABLE IF EXISTS {table}");
        _ledger.File.Execute(LedgerActors.Schema);
        _ledger.File.Execute(ActorKeys.Schema);
        _ledger.File.Execute(StateSchema);
        _ledger.File.Execute("INSERT INTO actor_state (version, made, last_sequence, turn) VALUES ($1, $2, 0, 0)", Version, Guid.NewGuid().ToString("N"));
    }

    private bool TakeIn(List<(long Sequence, Record Record)> readings)
    {
        if (readings.Count == 0) return false;
        foreach (var (sequence, record) in readings)
        {
            var report = record.Report.Id;
            Actors.Add(sequence, report, _names.Of(record));
            // Behind the new one: whoever both name stays the same.
            if (_ledger.ReadingBefore(report, sequence) is var (earlier, before)) Actors.Remove(earlier, report, _names.Of(before));
        }

        Actors.Keys.Settle(_ledger.File.Number("SELECT turn FROM actor_state"), readings.Count);
        _seen.Last = readings[^1].Sequence;
        _ledger.File.Execute("UPDATE actor_state SET last_sequence = $1, turn = turn + $2", _seen.Last, readings.Count);
        return true;
    }
}
