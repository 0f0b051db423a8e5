namespace Ascribe.Dossiers.Search;

/// <summary>An actor with a part in an incident: doer, victim, target, or named in a statement of responsibility.</summary>
/// <param name="Id">In the actor table, or null.</param>
internal sealed record ActorFacts(string? Id, string Name);
