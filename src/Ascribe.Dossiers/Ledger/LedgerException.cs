namespace Ascribe.Dossiers.Ledger;

/// <summary>The ledger could not be used; the message is one sentence for people.</summary>
public sealed class LedgerException : Exception
{
    public LedgerException()
    {
    }

    public LedgerException(string message)
        : base(message)
    {
    }

    public LedgerException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
