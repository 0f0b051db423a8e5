namespace Ascribe.Lab.Coding;

/// <summary>What an actor's phrase says to the schemes of other systems.</summary>
/// <param name="Country">ISO 3166-1 alpha-3, "UNO" for the United Nations, "EUR" for the European Union, "IGO" for other bodies of states; empty for none.</param>
/// <param name="Sector">"GOV", "MIL", "REB" … as in sectors.tsv; empty for none.</param>
internal readonly record struct ActorPhrase(string Country, string Sector);
