using System.Text.Json.Nodes;
using Ascribe.Cli.Views;
using Ascribe.Records;
using Ascribe.Reports;
using Ascribe.Sources;
using FsCheck;
using FsCheck.Fluent;

namespace Ascribe.Tests.Records;

public sealed class RecordReaderTests
{
    /// <summary>Pieces that have broken readers of text: halves of surrogate pairs, controls, marks of direction, brackets and quotes left open.</summary>
    private static readonly string[] s_oddities =
    [
        "\uD83D", "\uDE00", "\U0001F600", "\0", "\u0007", "\u001B[31m", "\u200F", "\u202E", "\u2066", "\uFEFF", "\u00A0", "\u0301", "\u2028", "\r\n", "\n\n", "\t", "(", ")", "[", "]",
        "“", "”", "\"", "'", "’", "—", "...", "…", ".", ",", ";", ":", "&amp;", "<p>", "{", "}", "\\", "/", "%", "$", "قصفت", "القوات", "١٢", "北京", "ß", "İ", "ﬁ",
    ];

    private static readonly string[] s_telling =
    [
        "said", "attack", "No", "group", "claimed", "responsibility", "killed", "12", "at least", "Baghdad", "on Friday", "Iraq", "denied", "that", "according to", "the", "police", "rockets", "hit",
        "who", "U.S.", "-", "2023", "since", "October 7", "(Reuters)", "By", "Photo:", "Updated", "30 February", "99999999999999999999", "member of", "Islamic State", "between", "and", "km north of", "Mosul",
    ];

    [Fact]
    public void Any_text_gives_a_valid_record() => Prop.ForAll<string?, string?>((title, text) => IsValid(title, text ?? "")).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_jumble_of_telling_words_and_oddities_gives_a_valid_record()
    {
        var text = Gen.Frequency((3, Gen.Elements(s_telling)), (1, Gen.Elements(s_oddities))).ListOf().Select(pieces => string.Join(' ', pieces));
        var glued = Gen.Frequency((1, Gen.Elements(s_telling)), (2, Gen.Elements(s_oddities))).ListOf().Select(string.Concat);
        Prop.ForAll(text.Or(glued).Two().ToArbitrary(), pair => IsValid(pair.Item1, pair.Item2)).QuickCheckThrowOnFailure();
    }

    /// <summary>Whatever bytes come, there is an outcome; where there is a report, there is a valid record.</summary>
    [Fact]
    public void Any_bytes_give_a_record_or_a_sentence()
    {
        string[] beginnings = ["", "\uFEFF", "{\"text\":\"", "[{\"text\":", "<html><body><p>", "---\ntitle: ", "Title: A\n\n", "# A\n\n", "Published: 2024-13-45\n\n"];
        var pieces = Gen.Elements(s_telling.Concat(s_oddities).ToArray()).ListOf().Select(string.Concat);
        var text = Gen.Elements(beginnings).SelectMany(_ => pieces, (beginning, rest) => System.Text.Encoding.UTF8.GetBytes(beginning + rest));
        var bytes = ArbMap.Default.GeneratorFor<byte[]>().Or(text);
        Prop.ForAll(bytes.ToArbitrary(), input =>
        {
            foreach (var outcome in ReportFiles.Open("-", standardInput: new MemoryStream(input)))
            {
                if (outcome.Report is { } report) Assert.True(IsValid(report));
                else Assert.EndsWith(".", outcome.Error!.ToString(), StringComparison.Ordinal);
            }
        }).QuickCheckThrowOnFailure();
    }

    private static bool IsValid(string? title, string text) => IsValid(new Report { Id = "any", Title = title, Text = text });

    /// <summary>Writes the record, which checks its spans and pointers; reads it back, which checks them against the text in the JSON; holds it against the schema; shows it.</summary>
    private static bool IsValid(Report report)
    {
        var json = RecordJson.Write(SharedReader.Instance.Read(report));
        var again = RecordJson.Read(json);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(RecordJson.Write(again))));
        Assert.Empty(JsonSchema.OfRecords.Faults(json));
        using var shown = new StringWriter();
        new RecordView(shown, isTerminal: false).Write(again);
        Assert.DoesNotContain('\u001B', shown.ToString());
        return true;
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n\n ")]
    [InlineData("😀😀😀")]
    [InlineData("\uD800 alone")]
    [InlineData("قصفت القوات المدينة")]
    public void Odd_texts_are_read(string text) =>
        Assert.StartsWith("{\"format\":", RecordJson.Write(SharedReader.Instance.Read(new Report { Id = "odd", Text = text })), StringComparison.Ordinal);

    /// <summary>Whoever reads these in more than linear time does not come back.</summary>
    [Theory]
    [InlineData(1_000_000, "the road along the river was long and ")]
    [InlineData(1_000_000, "rocket")]
    [InlineData(1_000_000, "\n")]
    [InlineData(100_000, "rockets hit the base and ")]
    [InlineData(100_000, "gunmen killed 3 soldiers, police said, ")]
    public void A_very_long_text_without_a_full_stop_is_read(int length, string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, length / piece.Length));
        Assert.NotEmpty(RecordJson.Write(SharedReader.Instance.Read(new Report { Id = "long", Text = text })));
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("[", "]")]
    [InlineData("“", "”")]
    [InlineData("\"", "\"")]
    [InlineData("( ", " )")]
    public void Ten_thousand_nested_brackets_are_read(string open, string close)
    {
        var text = "Police said that " + string.Concat(Enumerable.Repeat(open, 10_000)) + "rockets hit the base" + string.Concat(Enumerable.Repeat(close, 10_000)) + " on Monday.";
        Assert.NotEmpty(RecordJson.Write(SharedReader.Instance.Read(new Report { Id = "nested", Text = text })));
    }

    [Fact]
    public void The_same_report_gives_the_same_bytes_on_many_threads()
    {
        var report = new Report { Id = "r", Text = "Police said that two men were killed when a bomb exploded in Mosul on Monday. No group claimed responsibility." };
        var first = RecordJson.Write(SharedReader.Instance.Read(report));
        var others = new string[16];
        Parallel.For(0, others.Length, i => others[i] = RecordJson.Write(SharedReader.Instance.Read(report)));
        Assert.All(others, o => Assert.Equal(first, o));
    }

    [Fact]
    public void A_record_whose_span_does_not_match_cannot_be_written()
    {
        var record = SharedReader.Instance.Read(new Report { Id = "r", Text = "Gunmen attacked a convoy." });
        var moved = record with { Report = record.Report with { Text = "X" + record.Report.Text } };
        Assert.Contains("does not hold", Assert.Throws<InvalidDataException>(() => RecordJson.Write(moved)).Message, StringComparison.Ordinal);
    }
}
