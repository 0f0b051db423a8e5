namespace Ascribe.Dossiers.Review;

/// <summary>The value is not what the report says, or not of this incident: it is shown as rejected and takes no part in anything.</summary>
public sealed record RejectDecision(Signature Signed, MentionKey Mention, ValueKey Value) : ValueDecision(Signed, Mention, Value)
{
    public override string Verb => "reject";
}
