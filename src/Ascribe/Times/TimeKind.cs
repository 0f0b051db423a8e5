namespace Ascribe.Times;

/// <summary>The four TIMEX3 types.</summary>
public enum TimeKind : byte
{
    Date,
    Time,
    Duration,
    Set,
}
