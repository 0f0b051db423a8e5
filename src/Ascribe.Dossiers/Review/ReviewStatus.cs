namespace Ascribe.Dossiers.Review;

/// <summary>How far the review of a dossier is.</summary>
/// <param name="AssignedTo">Who does it, or null.</param>
/// <param name="Since">When state or assignment were last set: an ISO 8601 time in UTC; null: never.</param>
public readonly record struct ReviewStatus(ReviewState State, string? AssignedTo, string? Since);
