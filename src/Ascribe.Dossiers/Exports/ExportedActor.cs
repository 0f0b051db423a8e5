using Ascribe.Actors;
using Ascribe.Dossiers.Dossiers;

namespace Ascribe.Dossiers.Exports;

/// <summary>An actor as a thing of its own, with a key that is the same wherever it is known to be the same one.</summary>
/// <param name="Key">Of somebody in the actor table, and of a state, the same in all dossiers; of anybody else the same in one dossier: the gunmen of two incidents are not the same gunmen.</param>
/// <param name="Country">ISO 3166-1 alpha-2, or null.</param>
/// <param name="IsKnown">True where the key holds over all dossiers.</param>
internal sealed record ExportedActor(string Key, string Name, ActorKind Kind, string? Country, bool IsKnown)
{
    public static ExportedActor Of(Dossier dossier, Actor actor)
    {
        var codes = ExportCodes.Instance;
        if (actor.ActorId is { } id && codes.Actors.TryGetValue(id, out var known)) return new ExportedActor("actor/" + id, known.Name, known.Kind, known.Country, true);
        if (actor is { Kind: ActorKind.State, Country: { } country }) return new ExportedActor("country/" + country, codes.CountryOf(country), ActorKind.State, country, true);
        return new ExportedActor($"{dossier.Id}/{AttributionReader.KeyOf(actor)}", actor.Name, actor.Kind, actor.Country, false);
    }
}
