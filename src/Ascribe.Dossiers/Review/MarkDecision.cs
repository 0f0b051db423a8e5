namespace Ascribe.Dossiers.Review;

/// <summary>How far a report, and every dossier that it is in, may be passed on.</summary>
/// <param name="Of">Id of the report.</param>
public sealed record MarkDecision(Signature Signed, string Of, Tlp Marking) : Decision(Signed)
{
    public override string Verb => "mark";

    internal override string Report => Of;

    private protected override string? OwnFault => Of.Length == 0 ? "the id of a report is missing." : null;
}
