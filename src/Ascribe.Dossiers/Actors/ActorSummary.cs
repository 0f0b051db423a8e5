using Ascribe.Actors;

namespace Ascribe.Dossiers.Actors;

/// <summary>An actor across reports, in a line.</summary>
/// <param name="Id">"a" and 14 hex digits: of its earliest mention. It answers to the ids of all those that it was made of.</param>
/// <param name="Country">ISO 3166-1 alpha-2, or null.</param>
/// <param name="TableId">Its id in the actor table, or null.</param>
/// <param name="Reports">So many name it.</param>
public sealed record ActorSummary(string Id, string Name, ActorKind Kind, string? Country, string? TableId, int Reports);
