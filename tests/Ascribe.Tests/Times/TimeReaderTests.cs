using Ascribe.Language;
using Ascribe.Lexicons;
using Ascribe.Times;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Ascribe.Tests.Times;

public sealed class TimeReaderTests
{
    private static readonly TextAnalyzer s_analyzer = TextAnalyzer.Load("en");
    private static readonly TimeReader s_reader = TimeReader.Load("en");

    private static readonly LocalDate s_published = new(2023, 12, 14);

    /// <summary>Words of all classes, numbers that are no days, years and hours, and what joins them.</summary>
    private static readonly string[] s_pieces =
    [
        "30 February", "31 June 2023", "29 February", "February 29, 2100", "0", "00", "year 0", "0000-00-00", "2023-02-30", "99999", "99999-01-01", "9999", "0001-01-01", "10000 years ago", "99999 weeks later",
        "9999 centuries earlier", "May 0", "the 45th of May", "45:99", "24:00", "25:61 p.m.", "13 p.m.", "the 0th century", "the 99th century", "the fifth quarter", "480 BC", "9999 BC", "0 BC", "fiscal 9999", "fiscal 0001",
        "Ramadan 9999", "Easter 9999", "Ramadan", "Nowruz 1", "last", "next", "the next day", "that night", "a year earlier", "two days after", "before", "Friday", "in May", "2003", "the 1990s", "the third quarter",
        "early", "the end of", "mid-", "mid-1996", "and", "-", ",", "of", "every", "several", "overnight", "noon", "two hundred thousand", "a", "half", "will", "until", "since", "the", "last century", "months",
    ];

    [Theory]
    [InlineData("They met on 30 February 2023.")]
    [InlineData("They met on February 29, 2023.")]
    [InlineData("They met on 31 June.")]
    [InlineData("They met on 29 February 2100.")]
    public void A_day_that_no_calendar_has_stays_unresolved(string text)
    {
        var time = Assert.Single(Read(text));
        Assert.Null(time.Interval);
        Assert.Null(time.Value);
    }

    [Theory]
    [InlineData("He lived in the year 0.")]
    [InlineData("It costs 99999 pounds, or 99999.")]
    [InlineData("See 0000-00-00 and 99999-01-01 and 2023-13-45.")]
    [InlineData("At 45:99 or 25:61 p.m. nothing happened.")]
    public void What_is_no_time_is_not_found(string text) => Assert.DoesNotContain(Read(text), t => t.Interval is not null);

    [Fact]
    public void Without_a_day_of_publication_only_what_the_text_tells_itself_is_resolved()
    {
        var times = Read("Yesterday he left. On Friday he came back. Last week, this year and three days ago he slept. On 3 May 2021 he died; the next day he was buried.", null);
        Assert.Equal(["2021-05-03", "2021-05-04"], times.Where(t => t.Interval is not null).Select(t => t.Value));
    }

    /// <summary>The reader asks no clock: a report dated after today is read as of its own day.</summary>
    [Fact]
    public void A_day_of_publication_that_has_not_come_is_taken_as_told() =>
        Assert.Equal("2999-12-31", Assert.Single(Read("He left yesterday.", new LocalDate(3000, 1, 1))).Value);

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(9998, 12, 31)]
    [InlineData(9999, 12, 31)]
    [InlineData(-9998, 1, 1)]
    public void The_ends_of_the_calendar_break_nothing(int year, int month, int day) =>
        Read(string.Join(". ", s_pieces) + ". Yesterday, last year, next year, last century, next week, a decade ago, last spring, next summer, on Monday.", new LocalDate(year, month, day));

    [Fact]
    public void What_goes_on_from_a_day_not_told_stays_unresolved() =>
        Assert.All(Read("The next day they left. That night it rained. Two weeks later they were back."), t => Assert.Null(t.Interval));

    [Theory]
    [InlineData("The talks have stalled since the outbreak of the war on October 7.", "2023-10-07", true)]
    [InlineData("The rockets fell at dawn last Friday.", "2023-12-08", false)]
    [InlineData("It was the worst raid since the 2003 invasion.", "2003-01-01", true)]
    public void Times_become_intervals_of_days(string text, string earliest, bool isStart)
    {
        var time = Assert.Single(Read(text));
        Assert.Equal(earliest, time.Interval?.Earliest?.ToString("uuuu-MM-dd", null));
        Assert.Equal(isStart, time.IsStart);
    }

    [Theory]
    [InlineData("It began at dawn last Friday.", PartOfDay.Dawn, null)]
    [InlineData("It began overnight.", PartOfDay.Overnight, null)]
    [InlineData("It began in the early hours of Thursday.", PartOfDay.Morning, null)]
    [InlineData("It began late on Thursday.", null, "END")]
    [InlineData("It began on Thursday evening.", PartOfDay.Evening, null)]
    public void Part_of_day_and_modifier_are_kept_as_said(string text, PartOfDay? part, string? modifier)
    {
        var time = Assert.Single(Read(text));
        Assert.Equal(TimePrecision.Day, time.Interval!.Precision);
        Assert.Equal(part, time.Interval.PartOfDay);
        Assert.Equal(modifier, time.Modifier);
    }

    [Fact]
    public void Two_days_of_a_month_are_one_stretch()
    {
        var times = Read("The siege was broken on August 14-16.");
        Assert.Equal(["2023-08-14", "2023-08-16"], times.Select(t => t.Value));
        Assert.All(times, t => Assert.Equal(new TimeInterval(new LocalDate(2023, 8, 14), new LocalDate(2023, 8, 16), TimePrecision.Day), t.Interval));
    }

    [Theory]
    [InlineData("Ramadan 2023", "2023-03-23", "2023-04-20")]
    [InlineData("Ramadan 2030", "2030-01-05", "2030-02-03")]
    [InlineData("Eid al-Adha 2023", "2023-06-28", "2023-06-28")]
    [InlineData("Easter 2025", "2025-04-20", "2025-04-20")]
    [InlineData("Easter 1818", "1818-03-22", "1818-03-22")]
    [InlineData("Nowruz 2024", "2024-03-20", "2024-03-20")]
    [InlineData("Thanksgiving 2023", "2023-11-23", "2023-11-23")]
    [InlineData("fiscal 2023", "2022-07-01", "2024-03-31")]
    public void Feasts_and_years_of_accounts_are_dated(string words, string earliest, string latest)
    {
        var time = Assert.Single(Read($"It happened before {words}."));
        Assert.Equal((earliest, latest), (time.Interval?.Earliest?.ToString("uuuu-MM-dd", null), time.Interval?.Latest?.ToString("uuuu-MM-dd", null)));
    }

    /// <summary>Any jumble of a lexicon's own words: mentions in order, none overlapping, none resolved without a value, and the same again.</summary>
    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    [InlineData("fa")]
    [InlineData("uk")]
    public void Any_jumble_of_words_of_time_is_read(string language)
    {
        var (segmenter, reader) = (Segmenter.ByRules(language), TimeReader.Load(language));
        string[] pieces = [.. s_pieces, .. LexiconTable.Load($"{language}/times.tsv").Rows.Select(r => r["form"]), "1", "29", "30", "31", "1402", "1445", "9999", "۳۰", "۱۴۰۲", "/", "3/2/99", "31/02/2023"];
        var days = Gen.Choose(-700_000, 2_900_000).Select(days => (LocalDate?)new LocalDate(2000, 1, 1).PlusDays(days)).Or(Gen.Constant<LocalDate?>(null));
        var texts = Gen.Elements(pieces).ListOf().Select(chosen => string.Join(' ', chosen));
        Prop.ForAll(texts.SelectMany(_ => days, (text, day) => (text, day)).ToArbitrary(), input =>
        {
            var document = segmenter.Segment(input.text);
            var times = reader.Read(document, input.day);
            for (var i = 0; i < times.Count; i++)
            {
                Assert.False(times[i].Tokens.IsEmpty);
                Assert.True(i == 0 || times[i].Tokens.First >= times[i - 1].Tokens.End);
                Assert.True(times[i].Interval is null || times[i].Value is not null);
            }

            Assert.Equal(times, reader.Read(document, input.day));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    private static IReadOnlyList<TimeMention> Read(string text) => Read(text, s_published);

    private static IReadOnlyList<TimeMention> Read(string text, LocalDate? published) => s_reader.Read(s_analyzer.Analyze(text), published);
}
