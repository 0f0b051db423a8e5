namespace Ascribe.Places;

/// <summary>What stands before a place name: the relation, the preposition alone, a told distance.</summary>
/// <param name="Cue">The relation told, or null where no preposition leads to the name.</param>
/// <param name="Part">The direction within the place right before the name, or null.</param>
/// <param name="DistanceKm">The told distance in kilometres, or null.</param>
internal readonly record struct PlaceContext(PlaceCue? Cue, PlaceWord? Part, double? DistanceKm);
