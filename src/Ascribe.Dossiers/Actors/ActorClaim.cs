using Ascribe.Claims;
using NodaTime;

namespace Ascribe.Dossiers.Actors;

/// <summary>Something that an actor says, or that is said about it.</summary>
/// <param name="Report">Id of the report that tells the claim.</param>
public sealed record ActorClaim(string Report, LocalDate? Published, Claim Claim);
