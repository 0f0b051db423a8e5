namespace Ascribe.Dossiers.Review;

/// <summary>The value is right: it stands for its slot, whatever the rule says.</summary>
public sealed record AcceptDecision(Signature Signed, MentionKey Mention, ValueKey Value) : ValueDecision(Signed, Mention, Value)
{
    public override string Verb => "accept";
}
