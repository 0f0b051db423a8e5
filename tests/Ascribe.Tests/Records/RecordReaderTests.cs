using System.Text.Json;
using Ascribe.Records;
using Ascribe.Reports;
using FsCheck;
using FsCheck.Fluent;

namespace Ascribe.Tests.Records;

public sealed class RecordReaderTests
{
    /// <summary>Writing checks every span and pointer, so a record that can be written is valid.</summary>
    [Fact]
    public void Any_text_gives_a_valid_record() => Prop.ForAll<string?, string?>((title, text) =>
    {
        var record = SharedReader.Instance.Read(new Report { Id = "any", Title = title, Text = text ?? "" });
        using var json = JsonDocument.Parse(RecordJson.Write(record));
        return json.RootElement.GetProperty("format").GetString() == Record.Format;
    }).QuickCheckThrowOnFailure();

    /// <summary>The same over texts made of words that mean something to the reader.</summary>
    [Fact]
    public void Any_jumble_of_telling_words_gives_a_valid_record()
    {
        string[] words =
        [
            "said", "attack", "No", "group", "claimed", "responsibility", "killed", "12", "at least", "Baghdad", "on Friday", ",", ".", "“", "”", "\"",
            "Iraq", "denied", "that", "according to", "the", "police", "\n\n", "rockets", "hit", "who", "U.S.", "(", ")", "-", "2023", "since", "October 7", "\uD83D", "و",
        ];
        Prop.ForAll(Gen.Elements(words).ListOf().Select(list => string.Join(' ', list)).ToArbitrary(), text =>
        {
            var record = SharedReader.Instance.Read(new Report { Id = "any", Title = text, Text = text, Published = null });
            return RecordJson.Write(record).Length > 0;
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n\n ")]
    [InlineData("😀😀😀")]
    [InlineData("\uD800 alone")]
    [InlineData("قصفت القوات المدينة")]
    public void Odd_texts_are_read(string text) =>
        Assert.StartsWith("{\"format\":", RecordJson.Write(SharedReader.Instance.Read(new Report { Id = "odd", Text = text })), StringComparison.Ordinal);

    [Fact]
    public void A_long_text_without_full_stop_is_read()
    {
        var text = string.Concat(Enumerable.Repeat("rockets hit the base and ", 8000));
        Assert.NotEmpty(SharedReader.Instance.Read(new Report { Id = "long", Text = text }).Events);
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
