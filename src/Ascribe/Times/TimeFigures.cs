using System.Globalization;
using Ascribe.Language;
using NodaTime;
using NodaTime.Text;

namespace Ascribe.Times;

/// <summary>Numbers, years, clocks and dates in figures or words, as the classes of <see cref="TimeClass"/> that need no row for each.</summary>
internal static class TimeFigures
{
    /// <summary>The most tokens that something of the class takes when it begins at the token; 0 where nothing of it can.</summary>
    public static int Longest(TimeText text, int token, int end, TimeClass name)
    {
        var room = end - token;
        var digit = char.IsDigit(text.TextOf(token)[0]);
        switch (name)
        {
            case TimeClass.Day or TimeClass.IsoDate or TimeClass.Dmy or TimeClass.Slashed:
                return digit ? 1 : 0;
            case TimeClass.Ordinal or TimeClass.Decade:
                return 1;
            case TimeClass.Clock:
                return digit ? Math.Min(room, 4) : 0;
            case TimeClass.Year or TimeClass.Number or TimeClass.More:
                if (digit) return 1;
                var length = 0;
                while (length < Math.Min(room, 5) && (text.Is(token + length, TimeClass.Number) || length > 0 && text.IsLink(token + length))) length++;
                return length;
            default:
                return 0;
        }
    }

    /// <summary>The slots with what the tokens tell, or null where they are not what the class asks for.</summary>
    public static TimeSlots? Read(TimeText text, TokenRange tokens, TimeClass name, TimeSlots slots)
    {
        var figure = Ascii(text.TextOf(tokens.First));
        if (text[tokens.First].Modifier is { } modifier) slots = slots with { Modifier = modifier };
        switch (name)
        {
            case TimeClass.Day:
                return Leading(figure, 2, suffix: true) is >= 1 and <= 31 and var day ? slots with { Day = day } : null;
            case TimeClass.Year:
                return YearOf(text, tokens, figure) is { } year ? slots with { Year = year } : null;
            case TimeClass.Number:
                return NumberOf(text, tokens) is { } number ? slots with { Number = number } : null;
            case TimeClass.More:
                return NumberOf(text, tokens) is not null ? slots : null;
            case TimeClass.Ordinal:
                return Leading(figure, 2, suffix: true) is { } counted && !char.IsAsciiDigit(figure[^1]) ? slots with { Ordinal = counted } : null;
            case TimeClass.Decade:
                return DecadeOf(figure) is { } decade ? slots with { Year = decade } : null;
            case TimeClass.IsoDate:
                return figure.Length == 10 && LocalDatePattern.Iso.Parse(figure.ToString()) is { Success: true } iso
                    ? slots with { Year = iso.Value.Year, Month = iso.Value.Month, Day = iso.Value.Day }
                    : null;
            case TimeClass.Dmy:
                return DayMonthYear(figure, slots);
            case TimeClass.Slashed:
                // Where day and month could change places, nothing is told.
                var ordered = DayMonthYear(figure, slots);
                return ordered is { Day: { } first, Month: { } second } && first <= 12 && first != second ? null : ordered ?? DayMonthYear(figure, slots, isMonthFirst: true);
            case TimeClass.Clock:
                return ClockOf(text, tokens) is { } clock ? slots with { Clock = clock.Hour, IsUniversal = clock.IsUniversal } : null;
            default:
                return null;
        }
    }

    /// <summary>The text with the digits of other scripts ("۱۴۰۲") as ours.</summary>
    private static ReadOnlySpan<char> Ascii(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || char.IsAscii(text[0]) || !char.IsDigit(text[0])) return text;
        var digits = new char[text.Length];
        for (var i = 0; i < text.Length; i++) digits[i] = char.IsDigit(text[i]) ? (char)('0' + (int)char.GetNumericValue(text[i])) : text[i];
        return digits;
    }

    /// <summary>The number that a text begins with, of so many digits at most, with an ordinal's ending or nothing after it.</summary>
    private static int? Leading(ReadOnlySpan<char> text, int digits, bool suffix)
    {
        var length = 0;
        while (length < text.Length && char.IsAsciiDigit(text[length])) length++;
        var rest = text.Length - length;
        if (length == 0 || length > digits || rest != 0 && !(suffix && rest <= 2 && !char.IsAscii(text[^1]) | char.IsAsciiLetter(text[^1]))) return null;
        return int.Parse(text[..length], CultureInfo.InvariantCulture);
    }

    private static int? YearOf(TimeText text, TokenRange tokens, ReadOnlySpan<char> figure)
    {
        if (tokens.Count == 1) return figure.Length == 4 && Leading(figure, 4, suffix: false) is >= 1000 and <= 2999 and var year ? year : null;
        // "nineteen ninety - six", "two thousand and one", as broadcasts write them.
        if (NumberWord(text, tokens.First) is not (2 or >= 17 and <= 20)) return null;
        Span<int> numbers = stackalloc int[3];
        var count = 0;
        for (var t = tokens.First; t < tokens.End; t++)
        {
            if (text.IsLink(t)) continue;
            if (count == 3 || NumberWord(text, t) is not { } number) return null;
            numbers[count++] = number;
        }

        if (count < 2) return null;
        var low = count == 3 ? numbers[2] : 0;
        if (numbers[0] is >= 17 and <= 20 && numbers[1] is >= 10 and <= 99 && low < 10) return numbers[0] * 100 + numbers[1] + low;
        return numbers[0] == 2 && numbers[1] == 1000 ? 2000 + low : null;
    }

    /// <summary>"12", "twelve", "twenty-four", "a hundred", "dos mil".</summary>
    private static int? NumberOf(TimeText text, TokenRange tokens)
    {
        if (tokens.Count == 1) return Leading(Ascii(text.TextOf(tokens.First)), 4, suffix: false) ?? NumberWord(text, tokens.First);
        var total = 0;
        for (var t = tokens.First; t < tokens.End; t++)
        {
            if (text.IsLink(t) && t > tokens.First && t < tokens.End - 1) continue;
            if (NumberWord(text, t) is not { } number) return null;
            if (number is 100 or 1000) total = Math.Max(1, total) * number;
            else if (total % 100 == 0 && total > 0 || total is >= 20 and < 100 && total % 10 == 0 && number < 10) total += number;
            else if (total == 0) total = number;
            else return null;
        }

        return total;
    }

    /// <summary>The number that a single word tells.</summary>
    private static int? NumberWord(TimeText text, int token)
    {
        if (text[token].Form is not { } form) return null;
        foreach (var word in form.Words)
        {
            if (word.Class == TimeClass.Number && word.Length == 1) return word.Number;
        }

        return null;
    }

    /// <summary>"1990s", "'90s": the decade's first year.</summary>
    private static int? DecadeOf(ReadOnlySpan<char> text)
    {
        text = text.TrimStart("'’‘");
        if (text.Length is not (3 or 5) || text[^1] != 's' || !int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year % 10 != 0) return null;
        return text.Length == 5 ? year : year >= 30 ? 1900 + year : 2000 + year;
    }

    private static TimeSlots? DayMonthYear(ReadOnlySpan<char> text, TimeSlots slots, bool isMonthFirst = false)
    {
        var mark = text.IndexOfAny('/', '.', '-');
        if (mark is not (1 or 2)) return null;
        var rest = text[(mark + 1)..];
        var second = rest.IndexOf(text[mark]);
        // Two digits of a year with full stops are the number of a version.
        if (second is not (1 or 2) || rest.Length - second is not 5 && (rest.Length - second is not 3 || text[mark] != '/')) return null;
        if (!int.TryParse(text[..mark], NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            || !int.TryParse(rest[..second], NumberStyles.None, CultureInfo.InvariantCulture, out var month)
            || !int.TryParse(rest[(second + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var year)) return null;
        if (isMonthFirst) (day, month) = (month, day);
        if (month is < 1 or > 12 || day is < 1 or > 31) return null;
        return slots with { Day = day, Month = month, Year = rest.Length - second == 5 ? year : year < 50 ? 2000 + year : 1900 + year };
    }

    /// <summary>"10:30", "10.30 pm", "5 p.m.", "0830 GMT"; the tokenizer cuts what is written together.</summary>
    private static (LocalTime Hour, bool IsUniversal)? ClockOf(TimeText text, TokenRange tokens)
    {
        var digits = Ascii(text.TextOf(tokens.First));
        var next = tokens.First + 1;
        int? half = null;
        if (next < tokens.End && MeridiemOf(text, next) is { } told)
        {
            half = told;
            next++;
        }

        var (zone, universal) = (false, false);
        if (next < tokens.End && text[next].Form is { } after)
        {
            foreach (var word in after.Words)
            {
                if (word.Class != TimeClass.Zone || !text.Matches(next, tokens.End, word)) continue;
                (zone, universal) = (true, word.Value is "UTC" or "GMT");
                next += word.Length;
                break;
            }
        }

        if (next != tokens.End) return null;
        var colon = digits.IndexOfAny(':', '.');
        int hour, minute = 0;
        if (colon > 0)
        {
            if (!int.TryParse(digits[..colon], NumberStyles.None, CultureInfo.InvariantCulture, out hour) || digits.Length - colon != 3
                || !int.TryParse(digits[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out minute)) return null;
            // "7.30" alone is any number.
            if (digits[colon] == '.' && half is null && !zone) return null;
        }
        else
        {
            if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out hour) || half is null && !(zone && digits.Length is 1 or 2 or 4)) return null;
            if (digits.Length == 4) (hour, minute) = (hour / 100, hour % 100);
        }

        if (half is { } && hour is < 1 or > 12) return null;
        if (half is { } offset) hour = hour % 12 + offset;
        return hour is >= 0 and < 24 && minute is >= 0 and < 60 ? (new LocalTime(hour, minute), universal) : null;
    }

    /// <summary>Hours that "a.m." and "p.m." add.</summary>
    private static int? MeridiemOf(TimeText text, int token)
    {
        if (text[token].Form is not { } form) return null;
        foreach (var word in form.Words)
        {
            if (word.Class == TimeClass.Meridiem) return word.Number;
        }

        return null;
    }
}
