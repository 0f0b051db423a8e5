namespace Ascribe.Events;

/// <summary>What was done to a thing.</summary>
public enum TargetEffect : byte
{
    Unknown,
    Destroyed,
    Damaged,
    Hit,
    None,
}
