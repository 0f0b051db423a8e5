namespace Ascribe.Dossiers.Actors;

/// <summary>Another actor that may be the same.</summary>
/// <param name="Unsure">Somebody looked and could not tell.</param>
/// <param name="Reasons">Phrases, each with what it is about after a colon; never empty.</param>
public sealed record ActorTwin(string Id, string Name, bool Unsure, IReadOnlyList<string> Reasons);
