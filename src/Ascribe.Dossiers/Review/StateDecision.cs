namespace Ascribe.Dossiers.Review;

/// <summary>How far the review of a dossier is.</summary>
/// <param name="Mention">A mention of the incident: the decision is about the dossier that holds it.</param>
public sealed record StateDecision(Signature Signed, MentionKey Mention, ReviewState State) : Decision(Signed)
{
    public override string Verb => "state";

    internal override string Report => Mention.Report;

    private protected override string? OwnFault => Mention.Fault;
}
