namespace Ascribe.Dossiers.Review;

/// <summary>An earlier decision no longer holds. An undo can be undone.</summary>
/// <param name="Undoes">Number of its entry in the ledger.</param>
public sealed record UndoDecision(Signature Signed, long Undoes) : Decision(Signed)
{
    public override string Verb => "undo";

    internal override string Report => "";

    private protected override string? OwnFault => Undoes < 1 ? "the number of the decision to undo is missing." : null;
}
