namespace Ascribe.Places;

/// <summary>One of the places that a name may mean.</summary>
/// <param name="Entry">Its index in the gazetteer, or -1.</param>
/// <param name="Known">The country or place of our own table, or null.</param>
/// <param name="IsAlternate">True where the gazetteer has the name as another one than the usual.</param>
internal readonly record struct PlaceCandidate(int Entry, KnownPlace? Known, bool IsAlternate);
