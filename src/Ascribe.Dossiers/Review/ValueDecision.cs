namespace Ascribe.Dossiers.Review;

/// <summary>A decision on a value that reports tell of an incident.</summary>
/// <param name="Mention">A mention of the incident: the decision is about the dossier that holds it.</param>
public abstract record ValueDecision(Signature Signed, MentionKey Mention, ValueKey Value) : Decision(Signed)
{
    internal override string Report => Mention.Report;

    private protected override string? OwnFault => Mention.Fault ?? Value.Fault;
}
