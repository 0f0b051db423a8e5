using Ascribe.Actors;

namespace Ascribe.Dossiers.Actors;

/// <summary>An actor of a record that has a name.</summary>
/// <param name="Place">Its index among the actors of the record.</param>
/// <param name="TableId">Its id in the actor table, or null.</param>
/// <param name="Country">ISO 3166-1 alpha-2 of it, or of whom it speaks for; or null.</param>
/// <param name="Side">Of a person.</param>
internal sealed record NamedMention(int Place, string Name, ActorKind Kind, string? TableId, string? Country, ActorSide Side)
{
    /// <summary>Its name in the actor table; else the name that the report has.</summary>
    public string UsualName { get; init; } = Name;

    /// <summary>False for a person of whom one name alone is told: others may have it.</summary>
    public bool IsTelling => TableId is not null || Kind != ActorKind.Person || Name.Contains(' ', StringComparison.Ordinal);
}
