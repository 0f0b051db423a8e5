namespace Ascribe.Actors;

/// <summary>A row of the actor table.</summary>
/// <param name="Id">Unique in the table: "kataib-hezbollah".</param>
/// <param name="Name">The usual name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Country">ISO 3166-1 alpha-2 of the first country where it is at home, or null.</param>
/// <param name="Sector">"military", "police", "intelligence", "legislature", "judiciary"; of armed groups "rebels", "militia", "criminal"; empty where the kind says all.</param>
/// <param name="PartOf">Ids of the umbrellas, the army or the body that it belongs to.</param>
internal sealed record NamedActor(string Id, string Name, ActorKind Kind, string? Country, string Sector, IReadOnlyList<string> PartOf);
