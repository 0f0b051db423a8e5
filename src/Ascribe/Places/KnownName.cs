namespace Ascribe.Places;

/// <summary>What a name of <see cref="KnownPlaces"/> stands for.</summary>
/// <param name="IsDemonym">True for "Iraqi", false for "Iraq".</param>
internal readonly record struct KnownName(KnownPlace Place, bool IsDemonym);
