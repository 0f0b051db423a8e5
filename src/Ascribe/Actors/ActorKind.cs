namespace Ascribe.Actors;

/// <summary>What kind of actor somebody is.</summary>
public enum ActorKind : byte
{
    Unknown,
    State,
    GovernmentBody,
    ArmedGroup,
    Political,
    Civilian,
    Person,
    Media,
    International,
}
