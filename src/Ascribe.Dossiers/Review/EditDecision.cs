namespace Ascribe.Dossiers.Review;

/// <summary>Another value takes the place of one: the old one is shown as replaced, the new one as the analyst's word.</summary>
public sealed record EditDecision(Signature Signed, MentionKey Mention, ValueKey Value, WrittenValue To) : ValueDecision(Signed, Mention, Value)
{
    public override string Verb => "edit";

    private protected override string? OwnFault => base.OwnFault ?? (To.Slot != Value.Slot ? "an edited value stays in its slot." : To.Fault(Signed));
}
