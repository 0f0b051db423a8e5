namespace Ascribe.Dossiers.Review;

/// <summary>A decision with the number of its entry in the ledger.</summary>
public sealed record DecisionEntry(long Sequence, Decision Decision);
