namespace Ascribe.Dossiers.Actors;

/// <summary>A name or a role of an actor, and how many of the reports looked at tell it.</summary>
public sealed record Told(string Text, int Reports);
