using System.Globalization;
using Ascribe.Language;
using Ascribe.Reports;
using NodaTime;

namespace Ascribe.Times;

/// <summary>
/// Finds time expressions by the grammar of the language and resolves them against the day of publication and the story's own line of
/// time. Pure and thread-safe.
/// </summary>
internal sealed class TimeReader
{
    private readonly TimeGrammar _grammar;

    private TimeReader(TimeGrammar grammar) => _grammar = grammar;

    /// <param name="language">ISO 639-1 code.</param>
    /// <exception cref="InvalidDataException">The language has no lexicons of times, or one is malformed; the message says which.</exception>
    public static TimeReader Load(string language) => new(TimeGrammar.Load(language));

    /// <summary>The times of a report, without adjectives that place a thing in the past or future ("the recent raid"): they date nothing.</summary>
    public IReadOnlyList<TimeMention> Read(ReportDocument report) =>
        [.. Read(report.Document, report.PublishedOn).Where(t => t is not { Interval: null, Kind: TimeKind.Date, Tokens.Count: 1 } || !report.Document[t.Tokens.First].Tag.IsAdjective())];

    /// <param name="document">Tokens and sentences suffice; tags, names and parse help where the language has them.</param>
    /// <param name="published">Day of publication, or null: what hangs on it alone then stays unresolved.</param>
    public IReadOnlyList<TimeMention> Read(Document document, LocalDate? published)
    {
        var found = new List<TimeMention>();
        var text = _grammar.Words.Read(document);
        // Days that leave no room for a century before or after them are no days of reports.
        var line = StoryLine.Of(text, published is { Year: > 100 and < 9900 } ? published : null);
        var tenses = new TenseReader(text, _grammar.Words);
        var t = 0;
        Func<int, TimeGrammar.Parse, TimeMention?> resolve = Resolve;
        var names = document.Names;
        var name = 0;
        while (t < document.Count)
        {
            if (text[t] is { Form: null, HasDigit: false })
            {
                t++;
                continue;
            }

            while (name < names.Count && names[name].Tokens.End <= t) name++;
            // "Theresa May", "Jan Kavan".
            if (name < names.Count && names[name] is { Kind: NameKind.Person, Tokens: { Count: > 1 } person } && person.Contains(t))
            {
                t = person.End;
                continue;
            }

            // The same where the names are missed: a word that goes on with a name which tells no time.
            if (document[t] is { Relation: Dependency.Flat, Tag: PartOfSpeech.NNP, Head: >= 0 and var given } && given < t && document[given].Tag == PartOfSpeech.NNP && text[given] is { Form: null, HasDigit: false })
            {
                t++;
                continue;
            }

            var end = document.SentenceTokens(document.SentenceOf(t)).End;
            if (_grammar.Longest(text, t, end, resolve) is not { } parse || IsBareNumber(text, t, parse, found))
            {
                t++;
                continue;
            }

            if (parse.Operation != TimeOperation.None && Resolve(t, parse) is { } mention)
            {
                mention = mention with { IsStart = mention.Kind is TimeKind.Date or TimeKind.Time && OpensPeriod(text, t) };
                found.Add(mention);
                line.Tell(mention, parse.Operation);
            }
            else if (parse.Operation != TimeOperation.None)
            {
                t++;
                continue;
            }

            t = parse.End;
            if (SecondDay(text, parse) is { } second)
            {
                t = second.First;
                if (Resolve(t, parse with { End = second.End, Slots = parse.Slots with { Day = second.Day } }) is { Interval: { } to } next && found[^1].Interval is { } from)
                {
                    // Two values, one stretch of days.
                    var both = new TimeInterval(from.Earliest, to.Latest, TimePrecision.Day);
                    found[^1] = found[^1] with { Interval = both };
                    found.Add(next with { Interval = both });
                }

                t = second.End;
            }
        }

        return found;

        TimeMention? Resolve(int first, TimeGrammar.Parse parse) =>
            new TimeResolver(line, tenses, t).Resolve(new TokenRange(first, parse.End), parse.Operation, parse.Slots);
    }

    /// <summary>The day after "and" or a dash in "May 4 and 5", "6-7 April": of the same month; the year after both is the expression's too.</summary>
    private static (int First, int End, int Day)? SecondDay(TimeText known, TimeGrammar.Parse parse)
    {
        var document = known.Document;
        if (parse is not { Operation: TimeOperation.Date, Slots: { Month: not null, Day: { } first } } || parse.End + 1 >= document.Count) return null;
        var (token, end) = (parse.End + 1, parse.End + 2);
        var text = document[token].Text;
        if (!known.IsLink(parse.End) || !char.IsAsciiDigit(document[parse.End - 1].Text[0])
            || text.Length > 2 || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var day) || day <= first || day > 31) return null;
        if (end < document.Count && document[end].Text is ",") end++;
        if (end < document.Count && parse.Slots.Year is { } year && int.TryParse(document[end].Text, NumberStyles.None, CultureInfo.InvariantCulture, out var told) && told == year) return (token, end + 1, day);
        // "May 4 and 5 people": a number of something.
        end = token + 1;
        var after = end < document.Count ? document[end] : default;
        return end == document.Count || !char.IsLetterOrDigit(after.Text[0]) || after.Tag is PartOfSpeech.IN or PartOfSpeech.VBD or PartOfSpeech.VBP or PartOfSpeech.MD ? (token, end, day) : null;
    }

    private static bool IsBareNumber(TimeText text, int token, TimeGrammar.Parse parse, List<TimeMention> before) =>
        IsModifiedNumber(text, token, parse)
            || parse.Operation == TimeOperation.Date && parse.End == token + 1 && parse.Slots is { Year: not null, Month: null, Modifier: null }
        && !(before.Count > 0 && before[^1].Tokens.End == token - 1 && before[^1].Interval is { Precision: TimePrecision.Year } && text.IsLink(token - 1))
        && !IsYear(text, token, parse.Slots.Year.Value);

    /// <summary>"nearly 1200 civilians", "more than 2000 were killed": a year only after "in" and its like.</summary>
    private static bool IsModifiedNumber(TimeText text, int token, TimeGrammar.Parse parse) =>
        parse is { Operation: TimeOperation.Modified, Slots.Inner: { Kind: TimeKind.Date, Tokens.Count: 1, Interval.Precision: TimePrecision.Year } } && text.Is(token, TimeClass.Approximate)
            && text[parse.End - 1].HasDigit && !(token > 0 && text.Is(token - 1, TimeClass.YearCue));

    /// <summary>Four digits alone are a year where a word before asks for one, or where they count nothing.</summary>
    private static bool IsYear(TimeText text, int token, int year)
    {
        var document = text.Document;
        var sentence = document.SentenceTokens(document.SentenceOf(token));
        var before = token > sentence.First ? token - 1 : -1;
        if (before >= 0 && text.Is(before, TimeClass.YearCue)) return year is >= 1400 and <= 2099;
        if (year is < 1900 or > 2049 || before >= 0 && document[before].Tag is PartOfSpeech.Dollar or PartOfSpeech.CD) return false;
        var after = token + 1 < sentence.End ? document[token + 1].Tag : PartOfSpeech.FullStop;
        if (document[token].Tag == PartOfSpeech.Unknown) return token + 1 == sentence.End || !char.IsLetterOrDigit(document[token + 1].Text[0]);
        return after is not (PartOfSpeech.NNS or PartOfSpeech.CD or PartOfSpeech.JJ) && !(before >= 0 && document[before].Tag.IsProperNoun() && after.IsProperNoun());
    }

    /// <summary>"since 7 October", "since the war began on 7 October": a word that opens a period stands before it in its clause.</summary>
    private static bool OpensPeriod(TimeText text, int token)
    {
        var document = text.Document;
        const int clause = 8;
        var first = document.SentenceTokens(document.SentenceOf(token)).First;
        for (var t = token - 1; t >= first && t >= token - clause && document[t].Text is not ","; t--)
        {
            if (text.Is(t, TimeClass.Open)) return true;
        }

        return false;
    }
}
