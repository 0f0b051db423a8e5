using Ascribe.Desk.Security;
using Ascribe.Dossiers.Actors;
using Ascribe.Dossiers.Dossiers;
using Ascribe.Dossiers.Ledger;
using Ascribe.Records;

namespace Ascribe.Desk.Ledgers;

/// <summary>One connection to the ledger with its dossiers; for one thread at a time.</summary>
internal sealed class LedgerSession : IDisposable
{
    private readonly string? _models;
    private DossierShelf? _shelf;
    private long _seen;

    private LedgerSession(ReportLedger ledger, string? models)
    {
        Ledger = ledger;
        _models = models;
    }

    public ReportLedger Ledger { get; }

    /// <summary>The dossiers with all that the ledger holds by now.</summary>
    /// <exception cref="LedgerException">The ledger is locked or damaged.</exception>
    public DossierShelf Shelf
    {
        get
        {
            var last = Ledger.Last;
            if (_shelf is not null && last == _seen) return _shelf;
            _shelf = _shelf?.Renewed() ?? DossierShelf.Open(Ledger, _models);
            _seen = last;
            return _shelf;
        }
    }

    /// <summary>The dossiers as the caller may see them.</summary>
    /// <exception cref="LedgerException">The ledger is locked or damaged.</exception>
    public DossierShelf ShelfFor(Caller caller) => Shelf.SeenWith(caller.Clearance);

    /// <summary>The actors as the caller may see them.</summary>
    /// <exception cref="LedgerException">The ledger is locked or damaged.</exception>
    public ActorShelf ActorsFor(Caller caller) => ActorShelf.Open(Ledger, ShelfFor(caller));

    /// <summary>The current record of a report; null where there is none that the caller may see.</summary>
    /// <exception cref="LedgerException">The ledger is locked or damaged.</exception>
    public Record? RecordFor(Caller caller, string report) => ShelfFor(caller).Hides(report) ? null : Ledger.Find(report);

    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public static LedgerSession Open(DeskOptions options) => new(ReportLedger.Open(options.Ledger, create: false), options.Models);

    public void Dispose() => Ledger.Dispose();
}
