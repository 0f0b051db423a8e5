using Ascribe.Language;

namespace Ascribe.Places;

/// <summary>A place named in the text.</summary>
/// <param name="Tokens">The words of the name ("Green Zone", "Hit"), without preposition, distance or article.</param>
/// <param name="Place">What it names.</param>
/// <param name="Relation">How the thing told lies to it.</param>
/// <param name="RadiusKm">Uncertainty in kilometres around the place (or around the point at the told distance), or null.</param>
/// <param name="Role">Whether it stands for a location, a government, or the report's own dateline.</param>
public sealed record PlaceMention(TokenRange Tokens, Place Place, PlaceRelation Relation, double? RadiusKm, PlaceRole Role)
{
    /// <summary>The preposition or phrase that leads to the name, or null where none does.</summary>
    internal PlaceCue? Cue { get; init; }
}
