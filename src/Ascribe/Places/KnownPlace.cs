namespace Ascribe.Places;

/// <summary>A country or a place of our own table.</summary>
/// <param name="RadiusKm">How far it reaches from its point in kilometres; null for a country and for what is small.</param>
internal sealed record KnownPlace(Place Place, double? RadiusKm);
