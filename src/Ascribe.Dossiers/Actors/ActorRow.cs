using Ascribe.Actors;

namespace Ascribe.Dossiers.Actors;

/// <summary>An actor as the tables have it: all mentions of one name that do not conflict.</summary>
/// <param name="Id">Its number in the table, in the order of the ledger.</param>
/// <param name="Number">The hex digits of its public id.</param>
/// <param name="Name">The usual one of the actor table, else that of its first mention.</param>
internal sealed record ActorRow(int Id, long Number, string Name, ActorKind Kind, string? TableId, string? Country, ActorSide Side)
{
    public string PublicId => NameKeys.IdOf(Number);

    /// <summary>Whether a mention of the same name or the same id of the actor table may be of this actor.</summary>
    public bool Fits(NamedMention mention)
    {
        if (TableId is not null || mention.TableId is not null) return TableId == mention.TableId;
        if (Kind != mention.Kind && Kind != ActorKind.Unknown && mention.Kind != ActorKind.Unknown) return false;
        return Kind switch
        {
            // A ministry is of one country, and untold it may be of any.
            ActorKind.GovernmentBody => Country == mention.Country,
            // What country a person is told with changes with whom he speaks of; whose side he is on does not.
            ActorKind.Person => !(Differ(Side, mention.Side) && (Country is not null && mention.Country is not null && Country != mention.Country || AreOpposed(Side, mention.Side))),
            _ => Country is null || mention.Country is null || Country == mention.Country,
        };
    }

    private static bool Differ(ActorSide one, ActorSide other) => one != ActorSide.Unknown && other != ActorSide.Unknown && one != other;

    private static bool AreOpposed(ActorSide one, ActorSide other) => one == ActorSide.State && other == ActorSide.ArmedGroup || one == ActorSide.ArmedGroup && other == ActorSide.State;
}
