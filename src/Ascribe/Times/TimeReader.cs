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
    private readonly TimeWords _words;
    private readonly TenseReader _tenses;

    private TimeReader(TimeGrammar grammar)
    {
        _grammar = grammar;
        _words = grammar.Words;
        _tenses = new TenseReader(_words);
    }

    /// <param name="language">ISO 639-1 code.</param>
    /// <exception cref="InvalidDataException">The language has no lexicons of times, or one is malformed; the message says which.</exception>
    public static TimeReader Load(string language) => new(TimeGrammar.Load(language));

    public IReadOnlyList<TimeMention> Read(ReportDocument report) => Read(report.Document, report.PublishedOn);

    /// <param name="document">Tokens and sentences suffice; tags, names and parse help where the language has them.</param>
    /// <param name="published">Day of publication, or null: what hangs on it alone then stays unresolved.</param>
    public IReadOnlyList<TimeMention> Read(Document document, LocalDate? published)
    {
        var found = new List<TimeMention>();
        // Days that leave no room for a century before or after them are no days of reports.
        var line = StoryLine.Of(document, published is { Year: > 100 and < 9900 } ? published : null, _words);
        var t = 0;
        var (outer, tense) = (-1, ClauseTense.Unknown);
        Func<int, TimeGrammar.Parse, TimeMention?> resolve = Resolve;
        var names = document.Names;
        var name = 0;
        while (t < document.Count)
        {
            while (name < names.Count && names[name].Tokens.End <= t) name++;
            // "Theresa May", "Jan Kavan".
            if (name < names.Count && names[name] is { Kind: NameKind.Person, Tokens: { Count: > 1 } person } && person.Contains(t))
            {
                t = person.End;
                continue;
            }

            var end = document.SentenceTokens(document.SentenceOf(t)).End;
            if (_grammar.Longest(document, t, end, resolve) is not { } parse || IsBareNumber(document, t, parse, found))
            {
                t++;
                continue;
            }

            if (parse.Operation != TimeOperation.None && Resolve(t, parse) is { } mention)
            {
                mention = mention with { IsStart = mention.Kind is TimeKind.Date or TimeKind.Time && OpensPeriod(document, t) };
                found.Add(mention);
                line.Tell(mention, parse.Operation);
            }
            else if (parse.Operation != TimeOperation.None)
            {
                t++;
                continue;
            }

            t = parse.End;
            if (SecondDay(document, parse) is { } second)
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

        // An expression within another stands in the same clause.
        TimeMention? Resolve(int first, TimeGrammar.Parse parse)
        {
            if (outer != t) (outer, tense) = (t, _tenses.TenseOf(document, t));
            return new TimeResolver(line, tense).Resolve(new TokenRange(first, parse.End), parse.Operation, parse.Slots);
        }
    }

    /// <summary>The day after "and" or a dash in "May 4 and 5", "6-7 April": of the same month; the year after both is the expression's too.</summary>
    private (int First, int End, int Day)? SecondDay(Document document, TimeGrammar.Parse parse)
    {
        if (parse is not { Operation: TimeOperation.Date, Slots: { Month: not null, Day: { } first } } || parse.End + 1 >= document.Count) return null;
        var (token, end) = (parse.End + 1, parse.End + 2);
        var text = document[token].Text;
        if (!_words.IsLink(document[parse.End].Form) || !char.IsAsciiDigit(document[parse.End - 1].Text[0])
            || text.Length > 2 || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var day) || day <= first || day > 31) return null;
        if (end < document.Count && document[end].Text is ",") end++;
        if (end < document.Count && parse.Slots.Year is { } year && int.TryParse(document[end].Text, NumberStyles.None, CultureInfo.InvariantCulture, out var told) && told == year) return (token, end + 1, day);
        // "May 4 and 5 people": a number of something.
        end = token + 1;
        var after = end < document.Count ? document[end] : default;
        return end == document.Count || !char.IsLetterOrDigit(after.Text[0]) || after.Tag is PartOfSpeech.IN or PartOfSpeech.VBD or PartOfSpeech.VBP or PartOfSpeech.MD ? (token, end, day) : null;
    }

    private bool IsBareNumber(Document document, int token, TimeGrammar.Parse parse, List<TimeMention> before) =>
        parse.Operation == TimeOperation.Date && parse.End == token + 1 && parse.Slots is { Year: not null, Month: null, Modifier: null }
        && !(before.Count > 0 && before[^1].Tokens.End == token - 1 && before[^1].Interval is { Precision: TimePrecision.Year } && _words.IsLink(document[token - 1].Form))
        && !IsYear(document, token, parse.Slots.Year.Value);

    /// <summary>Four digits alone are a year where a word before asks for one, or where they count nothing.</summary>
    private bool IsYear(Document document, int token, int year)
    {
        var sentence = document.SentenceTokens(document.SentenceOf(token));
        var before = token > sentence.First ? token - 1 : -1;
        if (before >= 0 && _words.Is(document, before, TimeClass.YearCue)) return year is >= 1400 and <= 2099;
        if (year is < 1900 or > 2049 || before >= 0 && document[before].Tag is PartOfSpeech.Dollar or PartOfSpeech.CD) return false;
        var after = token + 1 < sentence.End ? document[token + 1].Tag : PartOfSpeech.FullStop;
        if (document[token].Tag == PartOfSpeech.Unknown) return token + 1 == sentence.End || !char.IsLetterOrDigit(document[token + 1].Text[0]);
        return after is not (PartOfSpeech.NNS or PartOfSpeech.CD or PartOfSpeech.JJ) && !(before >= 0 && document[before].Tag.IsProperNoun() && after.IsProperNoun());
    }

    /// <summary>"since 7 October", "since the war began on 7 October": a word that opens a period stands before it in its clause.</summary>
    private bool OpensPeriod(Document document, int token)
    {
        const int clause = 8;
        var first = document.SentenceTokens(document.SentenceOf(token)).First;
        for (var t = token - 1; t >= first && t >= token - clause && document[t].Text is not ","; t--)
        {
            if (_words.Is(document, t, TimeClass.Open)) return true;
        }

        return false;
    }
}
