using System.Globalization;
using Ascribe.Language;
using Ascribe.Lexicons;
using Ascribe.Reports;
using NodaTime;

namespace Ascribe.Times;

/// <summary>
/// Finds time expressions and resolves them against the day of publication. A small grammar over tokens; its words are times.tsv. Without
/// a publication date only absolute dates are resolved. A bare weekday is the last such day, the day of publication included (right in 91 %
/// of the cases in the training part of TempEval-3).
/// </summary>
internal sealed class TimeReader
{
    private readonly Dictionary<(string Form, string Class), string> _words = [];
    private readonly HashSet<string> _openers = new(StringComparer.Ordinal);

    private TimeReader()
    {
    }

    public static TimeReader Load(string language)
    {
        var reader = new TimeReader();
        foreach (var row in LexiconTable.Load($"{language}/times.tsv").Rows)
        {
            reader._words[(row["form"], row["class"])] = row["value"];
            reader._openers.Add(row["form"]);
        }

        return reader;
    }

    public IReadOnlyList<TimeMention> Read(ReportDocument report)
    {
        var document = report.Document;
        var found = new List<TimeMention>();
        LocalDate? anchor = null;
        for (var t = 0; t < document.Count;)
        {
            var parse = MayOpen(document, t) ? new Expression(this, document, t, report.PublishedOn, anchor).Read() : null;
            if (parse is not { } mention)
            {
                t++;
                continue;
            }

            found.Add(mention with { IsStart = mention.Kind is TimeKind.Date or TimeKind.Time && OpensPeriod(document, t) });
            if (mention.Interval is { Precision: TimePrecision.Day, Earliest: { } day }) anchor = day;
            t = mention.Tokens.End;
        }

        return found;
    }

    /// <summary>"since 7 October", "since the war began on 7 October": a word that opens a period stands before it in its clause.</summary>
    private bool OpensPeriod(Document document, int token)
    {
        const int clause = 8;
        var first = document.SentenceTokens(document.SentenceOf(token)).First;
        for (var t = token - 1; t >= first && t >= token - clause && document[t].Tag != PartOfSpeech.Comma; t--)
        {
            if (IsWord(document, t, "open")) return true;
        }

        return false;
    }

    private bool MayOpen(Document document, int token) =>
        _openers.Contains(document[token].Form) || char.IsAsciiDigit(document[token].Text[0]) || document[token].Form == "the";

    private bool IsWord(Document document, int token, string kind) =>
        token >= 0 && token < document.Count && _words.ContainsKey((document[token].Form, kind));

    /// <summary>One attempt to read an expression that begins at a token.</summary>
    private sealed class Expression(TimeReader words, Document document, int first, LocalDate? published, LocalDate? anchor)
    {
        private readonly int _end = document.SentenceTokens(document.SentenceOf(first)).End;

        public TimeMention? Read() => IsoDate() ?? DayMonth() ?? MonthDay() ?? PartAndDay() ?? Weekday() ?? Deictic() ?? Shifted() ?? DirectedUnit()
            ?? Year() ?? Reference();

        private string? Word(int token, string kind) => token < _end && words._words.TryGetValue((document[token].Form, kind), out var value) ? value : null;

        private int? Number(int token, string kind) => Word(token, kind) is { } value ? int.Parse(value, CultureInfo.InvariantCulture) : null;

        private bool Is(int token, string form) => token < _end && document[token].Form == form;

        private TimeMention Found(int end, TimeKind kind, string? value, TimeInterval? interval) => new(new TokenRange(first, end), kind, value, interval);

        private TimeMention OnDay(int end, LocalDate day, PartOfDay? part) => part is { } p
            ? Found(end, TimeKind.Time, $"{day:uuuu-MM-dd}T{Code(p)}", TimeInterval.OnDay(day, p))
            : Found(end, TimeKind.Date, $"{day:uuuu-MM-dd}", TimeInterval.OnDay(day));

        private static string Code(PartOfDay part) => part switch
        {
            PartOfDay.Dawn => "DN",
            PartOfDay.Morning => "MO",
            PartOfDay.Noon => "MI",
            PartOfDay.Afternoon => "AF",
            PartOfDay.Evening => "EV",
            _ => "NI",
        };

        private PartOfDay? Part(int token) => Word(token, "part") is { } name && Enum.TryParse<PartOfDay>(name, ignoreCase: true, out var part) ? part : null;

        private TimeMention? IsoDate() =>
            document[first].Span.Length == 10 && NodaTime.Text.LocalDatePattern.Iso.Parse(document[first].Text.ToString()) is { Success: true } day
                ? OnDay(first + 1, day.Value, null)
                : null;

        /// <summary>The number of a day: "3", "3rd".</summary>
        private int? DayNumber(int token)
        {
            if (token >= _end) return null;
            var text = document[token].Text;
            var digits = 0;
            while (digits < text.Length && char.IsAsciiDigit(text[digits])) digits++;
            if (digits is 0 or > 2 || text.Length - digits is not (0 or 2)) return null;
            var day = int.Parse(text[..digits], CultureInfo.InvariantCulture);
            return day is >= 1 and <= 31 ? day : null;
        }

        private int? YearNumber(int token)
        {
            if (token >= _end || document[token].Span.Length != 4) return null;
            return int.TryParse(document[token].Text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1000 and <= 2999 ? year : null;
        }

        private int? Month(int token) =>
            token < _end && (char.IsUpper(document[token].Text[0]) && !document[token].Tag.IsVerb() && document[token].Tag != PartOfSpeech.MD) ? Number(token, "month") : null;

        /// <summary>"3 March 2022", "3rd of March".</summary>
        private TimeMention? DayMonth()
        {
            if (DayNumber(first) is not { } day) return null;
            var next = Is(first + 1, "of") ? first + 2 : first + 1;
            return Month(next) is { } month ? Dated(next + 1, day, month) : null;
        }

        /// <summary>"March 3, 2022", "March 3", "March 2022", "March".</summary>
        private TimeMention? MonthDay()
        {
            if (Month(first) is not { } month) return null;
            if (DayNumber(first + 1) is { } day) return Dated(first + 2, day, month);
            if (YearNumber(first + 1) is { } year) return InMonth(first + 2, year, month);
            if (published is not { } today) return Found(first + 1, TimeKind.Date, $"XXXX-{month:00}", null);
            return InMonth(first + 1, month > today.Month ? today.Year - 1 : today.Year, month);
        }

        private TimeMention? Dated(int end, int day, int month)
        {
            var comma = Is(end, ",") ? end + 1 : end;
            int year;
            if (YearNumber(comma) is { } told)
            {
                year = told;
                end = comma + 1;
            }
            else if (published is { } today)
            {
                // The last such day, unless it lies within the next two months.
                year = today.Year;
                if (month > today.Month + 2) year--;
                else if (month < today.Month - 9) year++;
            }
            else
            {
                return Found(end, TimeKind.Date, $"XXXX-{month:00}-{day:00}", null);
            }

            // A day that no calendar has stays unresolved.
            return day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
                ? OnDay(end, new LocalDate(year, month, day), null)
                : Found(end, TimeKind.Date, null, null);
        }

        private TimeMention InMonth(int end, int year, int month)
        {
            var from = new LocalDate(year, month, 1);
            return Found(end, TimeKind.Date, $"{year:0000}-{month:00}", new TimeInterval(from, from.PlusMonths(1).PlusDays(-1), TimePrecision.Month));
        }

        /// <summary>"dawn last Friday", "the night of …" is left to its parts.</summary>
        private TimeMention? PartAndDay()
        {
            if (Part(first) is not { } part) return null;
            var next = Is(first + 1, "on") ? first + 2 : first + 1;
            var inner = new Expression(words, document, next, published, anchor);
            return next < _end && (inner.Weekday() ?? inner.Deictic() ?? inner.DayMonth()) is { Interval: { Precision: TimePrecision.Day, Earliest: { } day } } told
                ? OnDay(told.Tokens.End, day, part)
                : null;
        }

        /// <summary>"Friday", "last Friday", "Friday night".</summary>
        private TimeMention? Weekday()
        {
            var direction = Number(first, "direction");
            var at = direction is null ? first : first + 1;
            if (Number(at, "weekday") is not { } number) return null;
            var part = Part(at + 1);
            var end = part is null ? at + 1 : at + 2;
            if (published is not { } today) return Found(end, TimeKind.Date, $"XXXX-WXX-{number}", null);
            var weekday = (IsoDayOfWeek)number;
            var day = today.DayOfWeek == weekday ? today : today.Previous(weekday);
            if (direction == -1 && day == today) day = day.PlusWeeks(-1);
            if (direction == 1) day = today.Next(weekday);
            return OnDay(end, day, part);
        }

        /// <summary>"today", "yesterday morning", "tonight".</summary>
        private TimeMention? Deictic()
        {
            if (Word(first, "deictic") is not { } value) return null;
            var part = Part(first + 1);
            var end = part is null ? first + 1 : first + 2;
            if (published is not { } today) return null;
            var blank = value.IndexOf(' ', StringComparison.Ordinal);
            if (blank > 0) part ??= Enum.Parse<PartOfDay>(value[(blank + 1)..], ignoreCase: true);
            return OnDay(end, today.PlusDays(int.Parse(blank > 0 ? value[..blank] : value, CultureInfo.InvariantCulture)), part);
        }

        /// <summary>"two days ago", "a week earlier", "three weeks".</summary>
        private TimeMention? Shifted()
        {
            if (Count(first) is not { } count || Word(first + 1, "unit") is not { } unit) return null;
            if (Number(first + 2, "shift") is not { } sign) return count == 1 && document[first].Form is { Length: < 3 } ? null : Duration(first + 2, count, unit);
            var from = Is(first + 2, "ago") ? published : anchor ?? published;
            if (from is not { } day) return Found(first + 3, TimeKind.Date, null, null);
            return Around(first + 3, unit, day, sign * count);
        }

        private TimeMention Duration(int end, int count, string unit) => unit is "hour" or "minute"
            ? Found(end, TimeKind.Duration, $"PT{count}{char.ToUpperInvariant(unit[0])}", null)
            : Found(end, TimeKind.Duration, unit == "decade" ? $"P{count}DE" : $"P{count}{char.ToUpperInvariant(unit[0])}", null);

        private int? Count(int token)
        {
            if (Number(token, "number") is { } word) return word;
            return token < _end && document[token].Span.Length <= 3 && int.TryParse(document[token].Text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                ? count
                : null;
        }

        /// <summary>"last week", "this year", "the next day", "the past two weeks".</summary>
        private TimeMention? DirectedUnit()
        {
            var at = Is(first, "the") ? first + 1 : first;
            if (Number(at, "direction") is not { } direction) return null;
            if (Count(at + 1) is { } count && Word(at + 2, "unit") is { } counted && direction != 0) return Duration(at + 3, count, counted);
            if (Part(at + 1) is { } part && published is { } today)
                return OnDay(at + 2, direction < 0 ? today.PlusDays(-1) : today.PlusDays(direction), part);
            if (Word(at + 1, "unit") is not { } unit) return null;
            var from = unit == "day" ? anchor ?? published : published;
            return from is { } day ? Around(at + 2, unit, day, direction) : Found(at + 2, TimeKind.Date, null, null);
        }

        private TimeMention? Around(int end, string unit, LocalDate from, int count)
        {
            switch (unit)
            {
                case "day":
                    return OnDay(end, from.PlusDays(count), null);
                case "week" or "weekend":
                    var monday = from.PlusWeeks(count).PlusDays(1 - (int)from.DayOfWeek);
                    var week = NodaTime.Calendars.WeekYearRules.Iso.GetWeekOfWeekYear(monday);
                    var year = NodaTime.Calendars.WeekYearRules.Iso.GetWeekYear(monday);
                    return unit == "week"
                        ? Found(end, TimeKind.Date, $"{year:0000}-W{week:00}", new TimeInterval(monday, monday.PlusDays(6), TimePrecision.Week))
                        : Found(end, TimeKind.Date, $"{year:0000}-W{week:00}-WE", new TimeInterval(monday.PlusDays(5), monday.PlusDays(6), TimePrecision.Week));
                case "month":
                    var month = from.PlusMonths(count);
                    return InMonth(end, month.Year, month.Month);
                case "year":
                    return InYear(end, from.Year + count);
                case "hour" or "minute":
                    return OnDay(end, from, null);
                default:
                    return Found(end, TimeKind.Date, null, null);
            }
        }

        private TimeMention? InYear(int end, int year) => year is < 1 or > 9998
            ? null
            : Found(end, TimeKind.Date, $"{year:0000}", new TimeInterval(new LocalDate(year, 1, 1), new LocalDate(year, 12, 31), TimePrecision.Year));

        /// <summary>A year needs a word before it that asks for one.</summary>
        private TimeMention? Year() =>
            YearNumber(first) is { } year && year is >= 1900 and <= 2099 && first > 0 && words.IsWord(document, first - 1, "yearcue") ? InYear(first + 1, year) : null;

        private TimeMention? Reference() => Word(first, "reference") is { } value ? Found(first + 1, TimeKind.Date, value, null) : null;
    }
}
