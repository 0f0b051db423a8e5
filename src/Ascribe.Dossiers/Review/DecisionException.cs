namespace Ascribe.Dossiers.Review;

/// <summary>What was to be decided cannot be; the message is one sentence for people.</summary>
public sealed class DecisionException : Exception
{
    public DecisionException()
    {
    }

    public DecisionException(string message)
        : base(message)
    {
    }

    public DecisionException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
