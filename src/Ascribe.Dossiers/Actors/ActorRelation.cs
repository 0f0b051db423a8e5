using Ascribe.Actors;

namespace Ascribe.Dossiers.Actors;

/// <summary>A tie of an actor to another, as a report states it.</summary>
/// <param name="IsSubject">True: the actor stands so to the other; false: the other to it.</param>
/// <param name="Other">The other's name.</param>
/// <param name="OtherId">The other's id, or null: it has no name.</param>
/// <param name="Report">Id of the report.</param>
/// <param name="Speakers">Who says so; empty: the report in its own voice.</param>
public sealed record ActorRelation(Relation Relation, bool IsSubject, string Other, string? OtherId, string Report, IReadOnlyList<string> Speakers);
