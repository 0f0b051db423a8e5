namespace Ascribe.Dossiers.Dossiers;

/// <summary>Another dossier that may be of the same incident.</summary>
/// <param name="Dossier">Its id.</param>
/// <param name="LogOdds">Of their being one, on average of their reports; null where a person could not tell.</param>
/// <param name="Reasons">For and against: phrases, each with what it is about after a colon.</param>
public sealed record PossibleTwin(string Dossier, float? LogOdds, IReadOnlyList<string> Reasons);
