namespace Ascribe.Actors;

/// <summary>A row of relations.tsv.</summary>
/// <param name="Kind">The relation.</param>
/// <param name="Subject">Where the subject stands to the cue, best first.</param>
/// <param name="Object">Where the object stands to the cue, best first.</param>
internal sealed record RelationCue(RelationKind Kind, IReadOnlyList<RelationSlot> Subject, IReadOnlyList<RelationSlot> Object);
