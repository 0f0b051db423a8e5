namespace Ascribe.Dossiers.Actors;

/// <summary>What decisions join and part: an actor of the tables, or what one report calls so.</summary>
/// <param name="Row">Number of the actor in the tables.</param>
/// <param name="Report">Id of the report that alone is meant; null: all but those that were parted from it.</param>
/// <param name="Name">As that report has it; null with <paramref name="Report"/>.</param>
internal readonly record struct ActorUnit(int Row, string? Report, string? Name);
