using Ascribe.Dossiers.Review;

namespace Ascribe.Dossiers.Dossiers;

/// <summary>A decision about a dossier.</summary>
/// <param name="Told">False: it is about a value that the present reading of the reports no longer tells.</param>
public sealed record DossierDecision(DecisionEntry Entry, bool Told);
