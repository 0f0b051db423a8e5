using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Ascribe.Cli.Commands;

/// <summary>A day as people type it: 2024-03-05, today, yesterday, tuesday (the last one before today), 3d (three days ago).</summary>
internal static class DayArgument
{
    public const string Forms = "a day such as 2024-03-05, today, yesterday, tuesday or 3d";

    /// <summary>Null: it is none of them.</summary>
    public static LocalDate? Parse(string text, LocalDate today)
    {
        if (LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day }) return day;
        if (Is("today")) return today;
        if (Is("yesterday")) return today.PlusDays(-1);
        if (Enum.GetValues<IsoDayOfWeek>().Where(d => d != IsoDayOfWeek.None).FirstOrDefault(d => Is(d.ToString())) is not IsoDayOfWeek.None and var weekday) return today.Previous(weekday);
        return text.Length > 1 && text[^1] is 'd' or 'D' && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days < 100_000 ? today.PlusDays(-days) : null;

        bool Is(string word) => string.Equals(text, word, StringComparison.OrdinalIgnoreCase);
    }
}
