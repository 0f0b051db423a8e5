namespace Ascribe.Actors;

/// <summary>Where one side of a relation stands to its cue.</summary>
/// <param name="Kind">The place in the parse.</param>
/// <param name="Preposition">For <see cref="SlotKind.Preposition"/> its folded form, else empty.</param>
internal readonly record struct RelationSlot(SlotKind Kind, string Preposition);
