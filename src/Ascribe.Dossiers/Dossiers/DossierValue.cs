using Ascribe.Dossiers.Review;

namespace Ascribe.Dossiers.Dossiers;

/// <summary>One value of a slot with all who state it.</summary>
/// <param name="Statements">By publication, then in the order of the ledger; never empty.</param>
public sealed record DossierValue(string Value, IReadOnlyList<Statement> Statements)
{
    /// <summary>So many texts of their own state it; copies count once.</summary>
    public int Origins => Statements.Select(s => s.Origin).Distinct().Count();

    /// <summary>The last decision on how far it is to be believed, or null: the rule says so.</summary>
    public DecisionEntry? Graded => Statements.Select(s => s.Graded).OfType<DecisionEntry>().MaxBy(g => g.Sequence);

    /// <summary>How far it is to be believed: by the last who graded it, else by the rule of docs/desk.md.</summary>
    /// <param name="slot">The slot that it is a value of.</param>
    public Grade GradeIn(DossierSlot slot)
    {
        ArgumentNullException.ThrowIfNull(slot);
        return (Graded?.Decision as GradeDecision)?.Grade ?? GradeRule.Of(slot, this);
    }
}
