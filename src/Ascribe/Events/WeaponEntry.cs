namespace Ascribe.Events;

/// <summary>A row of weapons.tsv.</summary>
/// <param name="Kind">The record's weapon kind.</param>
/// <param name="EventType">The type that its use gives to an attack whose kind is not told.</param>
/// <param name="IsCarrier">True for what carries weapons and has a user: aircraft.</param>
internal sealed record WeaponEntry(string Kind, string EventType, bool IsCarrier);
