namespace Ascribe.Dossiers.Actors;

/// <summary>On whose side a person stands, as far as reports tell.</summary>
internal enum ActorSide : byte
{
    Unknown,
    State,
    ArmedGroup,
    Other,
}
