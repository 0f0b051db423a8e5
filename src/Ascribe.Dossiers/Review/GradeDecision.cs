using Ascribe.Dossiers.Dossiers;

namespace Ascribe.Dossiers.Review;

/// <summary>How far the value is to be believed, in place of what the rule says. It changes nothing else.</summary>
public sealed record GradeDecision(Signature Signed, MentionKey Mention, ValueKey Value, Grade Grade) : ValueDecision(Signed, Mention, Value)
{
    public override string Verb => "grade";

    private protected override string? OwnFault => base.OwnFault ?? (Grade == default ? "the grade is missing." : null);
}
