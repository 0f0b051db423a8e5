using System.Collections.Concurrent;
using Ascribe.Dossiers.Ledger;

namespace Ascribe.Desk.Ledgers;

/// <summary>Open sessions of one ledger: each is used by one request at a time, so that a slow question does not keep the others waiting.</summary>
internal sealed class LedgerPool : IDisposable
{
    private readonly DeskOptions _options;
    private readonly ConcurrentBag<LedgerSession> _idle = [];
    private readonly SemaphoreSlim _free = new(Environment.ProcessorCount, Environment.ProcessorCount);

    /// <summary>Opens the first session, so that a ledger that cannot be used is told at once.</summary>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public LedgerPool(DeskOptions options)
    {
        _options = options;
        _idle.Add(LedgerSession.Open(options));
    }

    /// <summary>Runs an action on a session of its own.</summary>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public async Task<T> Use<T>(Func<LedgerSession, T> action, CancellationToken cancelled)
    {
        await _free.WaitAsync(cancelled);
        try
        {
            if (!_idle.TryTake(out var session)) session = LedgerSession.Open(_options);
            try
            {
                return action(session);
            }
            finally
            {
                _idle.Add(session);
            }
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var session)) session.Dispose();
        _free.Dispose();
    }
}
