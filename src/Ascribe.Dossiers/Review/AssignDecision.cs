namespace Ascribe.Dossiers.Review;

/// <summary>Who reviews a dossier.</summary>
/// <param name="Mention">A mention of the incident: the decision is about the dossier that holds it.</param>
/// <param name="To">A person's name; null: nobody any more.</param>
public sealed record AssignDecision(Signature Signed, MentionKey Mention, string? To) : Decision(Signed)
{
    public override string Verb => "assign";

    internal override string Report => Mention.Report;

    private protected override string? OwnFault => Mention.Fault ?? (To is not null && string.IsNullOrWhiteSpace(To) ? "a name is missing." : null);
}
