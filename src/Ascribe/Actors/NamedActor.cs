namespace Ascribe.Actors;

/// <summary>A row of the actor table.</summary>
/// <param name="Id">Unique in the table: "kataib-hezbollah".</param>
/// <param name="Name">The usual name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Country">ISO 3166-1 alpha-2, or null.</param>
internal sealed record NamedActor(string Id, string Name, ActorKind Kind, string? Country);
