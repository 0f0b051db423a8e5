namespace Ascribe.Dossiers.Review;

/// <summary>A value that no reading found is told beside the others, as the analyst's word.</summary>
/// <param name="Mention">A mention of the incident.</param>
public sealed record AddDecision(Signature Signed, MentionKey Mention, WrittenValue Value) : Decision(Signed)
{
    public override string Verb => "add";

    internal override string Report => Mention.Report;

    private protected override string? OwnFault => Mention.Fault ?? Value.Fault(Signed);
}
