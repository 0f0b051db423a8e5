using System.Collections.Concurrent;
using System.Threading.Channels;
using Ascribe.Desk.Ledgers;
using Ascribe.Dossiers.Ledger;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ascribe.Desk.Events;

/// <summary>Looks every second whether the ledger has grown, by whatever program, and tells those who listen. Nobody listening, nothing is looked at.</summary>
internal sealed class LedgerWatch(LedgerPool ledgers, ILogger<LedgerWatch> log) : BackgroundService
{
    /// <summary>Entries of one look; more come with the next.</summary>
    private const int MostAtOnce = 500;

    /// <summary>What waits for a listener; the oldest is dropped for one that is slower.</summary>
    private const int Waiting = 1000;

    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<Channel<LedgerNews>, byte> _listeners = [];
    private long _seen;

    /// <summary>What comes from now on, until it is cancelled.</summary>
    public async IAsyncEnumerable<LedgerNews> Listen([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancelled)
    {
        var channel = Channel.CreateBounded<LedgerNews>(new BoundedChannelOptions(Waiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        if (_listeners.IsEmpty) _seen = await ledgers.Use(s => s.Ledger.Last, cancelled);
        _listeners[channel] = 0;
        try
        {
            await foreach (var news in channel.Reader.ReadAllAsync(cancelled)) yield return news;
        }
        finally
        {
            _listeners.TryRemove(channel, out _);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (_listeners.IsEmpty) continue;
            try
            {
                foreach (var (sequence, kind, report) in await ledgers.Use(s => s.Ledger.EntriesAfter(_seen, MostAtOnce), stoppingToken))
                {
                    _seen = sequence;
                    // A report has two entries: itself and what was read of it.
                    if (kind == "report_added") continue;
                    foreach (var listener in _listeners.Keys) listener.Writer.TryWrite(new LedgerNews(sequence, kind == "decision" ? "decision" : "report", report));
                }
            }
            catch (LedgerException e)
            {
                log.LogWarning(e, "The ledger could not be looked at; it is tried again.");
            }
        }
    }
}
