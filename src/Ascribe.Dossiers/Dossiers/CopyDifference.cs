namespace Ascribe.Dossiers.Dossiers;

/// <summary>A sentence in which a copy differs from the text that it was taken from. An edited toll is news.</summary>
/// <param name="Copy">Id of the report that copies.</param>
/// <param name="Original">Id of the earlier report.</param>
/// <param name="Was">The sentence of the earlier report, or null: added by the copy.</param>
/// <param name="Is">The sentence of the copy, or null: left out by it.</param>
public sealed record CopyDifference(string Copy, string Original, string? Was, string? Is);
