namespace Ascribe.Actors;

/// <summary>A common noun for people, a body, or means of a state.</summary>
/// <param name="Noun">The singular phrase.</param>
/// <param name="Kind">What kind of actor it describes.</param>
/// <param name="Sector">Nouns of one sector may speak of the same actor.</param>
/// <param name="Count">How it counts.</param>
/// <param name="IsAuthority">True for bodies and officials of a state.</param>
/// <param name="Role">How somebody who is called so stands to a body ("spokesman"), or null.</param>
/// <param name="Refers">What a definite use may refer back to.</param>
/// <param name="Gender">Of the person, as far as the noun tells.</param>
internal sealed record AgentNoun(
    string Noun, ActorKind Kind, string Sector, AgentCount Count, bool IsAuthority, RelationKind? Role, AgentReference Refers, Gender Gender)
{
    /// <summary>True for the sectors of those who bear arms.</summary>
    public static bool IsForce(string? sector) => sector is "armed" or "military" or "police";
}
