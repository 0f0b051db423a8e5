namespace Ascribe.Times;

/// <summary>How precisely a time is told.</summary>
public enum TimePrecision : byte
{
    Unknown,
    Hour,
    Day,
    Week,
    Month,
    Year,

    /// <summary>No time is told: not later than the report.</summary>
    ByReport,
}
