namespace Ascribe.Events;

/// <summary>What is said about who is responsible.</summary>
public enum ResponsibilityStatus : byte
{
    NotStated,
    Claimed,
    Acknowledged,
    Denied,

    /// <summary>The report says that nobody has claimed it.</summary>
    Unclaimed,
}
