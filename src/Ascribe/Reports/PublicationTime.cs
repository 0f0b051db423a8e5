using NodaTime;
using NodaTime.Text;

namespace Ascribe.Reports;

/// <summary>
/// When a report was published, as precisely as its source told: a day, a local time, or a time with its offset from UTC.
/// </summary>
public readonly record struct PublicationTime
{
    private PublicationTime(LocalDate day, LocalTime? time, Offset? offset)
    {
        Day = day;
        Time = time;
        Offset = offset;
    }

    public LocalDate Day { get; }

    public LocalTime? Time { get; }

    public Offset? Offset { get; }

    public static PublicationTime On(LocalDate day) => new(day, null, null);

    public static PublicationTime At(LocalDateTime time, Offset? offset = null) => new(time.Date, time.TimeOfDay, offset);

    /// <summary>
    /// Reads an ISO 8601 day ("2023-12-14"), local time ("2023-12-14T12:31", seconds and fractions optional, a blank in place of the T
    /// allowed) or such a time with its offset ("…Z", "…+03:00").
    /// </summary>
    /// <returns>False for any other text, and for days that no calendar has.</returns>
    public static bool TryParse(string? text, out PublicationTime published)
    {
        published = default;
        if (string.IsNullOrWhiteSpace(text)) return false;
        text = text.Trim();
        if (text.Length > 10 && text[10] == ' ') text = string.Concat(text.AsSpan(0, 10), "T", text.AsSpan(11));
        if (LocalDatePattern.Iso.Parse(text) is { Success: true } day)
        {
            published = On(day.Value);
            return true;
        }

        foreach (var pattern in s_offset)
        {
            if (pattern.Parse(text) is not { Success: true } offset) continue;
            published = At(offset.Value.LocalDateTime, offset.Value.Offset);
            return true;
        }

        foreach (var pattern in s_local)
        {
            if (pattern.Parse(text) is not { Success: true } local) continue;
            published = At(local.Value);
            return true;
        }

        return false;
    }

    /// <summary>As <see cref="TryParse"/> reads it.</summary>
    public override string ToString()
    {
        if (Time is not { } time) return LocalDatePattern.Iso.Format(Day);
        var local = LocalDateTimePattern.ExtendedIso.Format(Day + time);
        return Offset is { } offset ? local + OffsetPattern.GeneralInvariantWithZ.Format(offset) : local;
    }

    private static readonly OffsetDateTimePattern[] s_offset =
        [OffsetDateTimePattern.ExtendedIso, OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mmo<G>")];

    private static readonly LocalDateTimePattern[] s_local =
        [LocalDateTimePattern.ExtendedIso, LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm")];
}
