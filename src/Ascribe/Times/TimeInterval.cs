using NodaTime;

namespace Ascribe.Times;

/// <summary>
/// From <see cref="Earliest"/> to <see cref="Latest"/>, both days included; an open end is null. The interval says when something
/// happened as far as the words tell, not how long it took.
/// </summary>
public sealed record TimeInterval
{
    /// <exception cref="ArgumentException">latest lies before earliest.</exception>
    public TimeInterval(LocalDate? earliest, LocalDate? latest, TimePrecision precision, PartOfDay? partOfDay = null)
    {
        if (earliest is { } from && latest is { } to && to < from)
            throw new ArgumentException($"An interval cannot end ({to:uuuu-MM-dd}) before it begins ({from:uuuu-MM-dd}).", nameof(latest));
        Earliest = earliest;
        Latest = latest;
        Precision = precision;
        PartOfDay = partOfDay;
    }

    public LocalDate? Earliest { get; }

    public LocalDate? Latest { get; }

    public TimePrecision Precision { get; }

    public PartOfDay? PartOfDay { get; }

    /// <summary>True for the three months of a quarter of a year.</summary>
    internal bool IsQuarter => Precision == TimePrecision.Month && Earliest is { Month: 1 or 4 or 7 or 10 } from && Latest == from.PlusMonths(3).PlusDays(-1);

    public static TimeInterval OnDay(LocalDate day, PartOfDay? partOfDay = null) => new(day, day, TimePrecision.Day, partOfDay);

    /// <summary>Nothing is told but that it was not after the report.</summary>
    public static TimeInterval ByReport(LocalDate? published) => new(null, published, TimePrecision.ByReport);

    public static TimeInterval Unknown { get; } = new(null, null, TimePrecision.Unknown);
}
