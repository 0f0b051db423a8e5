namespace Ascribe.Times;

/// <summary>A part of a day, as said.</summary>
public enum PartOfDay : byte
{
    Dawn,
    Morning,
    Noon,
    Afternoon,
    Evening,
    Night,
    Overnight,
}
