using System.Text.Json.Nodes;
using Ascribe.Records;
using Ascribe.Reports;

namespace Ascribe.Tests.Records;

public sealed class RecordJsonTests
{
    [Theory]
    [MemberData(nameof(SampleTests.Samples), MemberType = typeof(SampleTests))]
    public void What_is_read_back_is_written_the_same(string sample)
    {
        var json = RecordJson.Write(SampleTests.Read(sample));
        Assert.Equal(json, RecordJson.Write(RecordJson.Read(json)));
    }

    /// <summary>Moves every span of every sample by one, one at a time: whatever it belongs to, the record is refused.</summary>
    [Theory]
    [MemberData(nameof(SampleTests.Samples), MemberType = typeof(SampleTests))]
    public void No_span_can_be_moved_unseen(string sample)
    {
        var json = RecordJson.Write(SampleTests.Read(sample));
        var count = Spans(JsonNode.Parse(json)!).Count();
        Assert.True(count > 20);
        for (var i = 0; i < count; i++)
        {
            var moved = JsonNode.Parse(json)!;
            var span = Spans(moved).ElementAt(i);
            span["start"] = span["start"]!.GetValue<int>() + 1;
            span["end"] = span["end"]!.GetValue<int>() + 1;
            // Two equal letters side by side would hide a move of one letter.
            if (span["text"]!.GetValue<string>().Distinct().Count() < 2) continue;
            Refused(moved);
        }
    }

    [Theory]
    [InlineData("format", "\"ascribe-record/9\"", "'ascribe-record/1' was expected")]
    [InlineData("events", "null", "record.events: a list was expected")]
    [InlineData("claims", "[1]", "record.claims[0]: an object was expected")]
    [InlineData("reader", "{}", "record.reader: a field 'version' was expected")]
    [InlineData("tallies", """[{"id":"t1","kind":"weekly"}]""", "record.tallies[0].kind: one of running, standing, period was expected")]
    public void A_wrong_field_is_named(string field, string value, string expected)
    {
        var record = JsonNode.Parse(RecordJson.Write(SampleTests.Read("embassy-rockets")))!;
        record[field] = JsonNode.Parse(value);
        Assert.Contains(expected, Refused(record), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_was_changed_is_refused()
    {
        var record = JsonNode.Parse(RecordJson.Write(SampleTests.Read("embassy-rockets")))!;
        record["report"]!["text"] = record["report"]!["text"]!.GetValue<string>() + " And more.";
        Assert.Contains("was changed", Refused(record), StringComparison.Ordinal);
    }

    [Fact]
    public void A_pointer_that_leads_nowhere_is_refused()
    {
        var record = JsonNode.Parse(RecordJson.Write(SampleTests.Read("embassy-rockets")))!;
        record["claims"]![0]!["about"] = new JsonArray("e99");
        Assert.Contains("points at 'e99'", Refused(record), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("actors")]
    [InlineData("claims")]
    [InlineData("events")]
    public void Two_of_one_id_are_refused(string list)
    {
        var record = JsonNode.Parse(RecordJson.Write(SampleTests.Read("embassy-rockets")))!;
        record[list]!.AsArray().Add(record[list]![0]!.DeepClone());
        Assert.Contains("there are two of", Refused(record), StringComparison.Ordinal);
    }

    [Fact]
    public void A_span_that_cuts_a_character_in_two_is_refused()
    {
        var record = SharedReader.Instance.Read(new Report { Id = "r", Text = "Gunmen attacked a convoy \U0001F525." });
        var half = new Quote(new Ascribe.Language.TextSpan(25, 26), "\uD83D", inTitle: false);
        var broken = record with { Events = [record.Events[0] with { Triggers = [half] }] };
        Assert.Contains("in two", Assert.Throws<InvalidDataException>(() => RecordJson.Write(broken)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("not json")]
    [InlineData("""{"\ud800":1}""")]
    public void What_is_no_record_is_refused(string json) => Assert.Throws<InvalidDataException>(() => RecordJson.Read(json));

    private static string Refused(JsonNode record) => Assert.Throws<InvalidDataException>(() => RecordJson.Read(record.ToJsonString())).Message;

    private static IEnumerable<JsonObject> Spans(JsonNode node) => node switch
    {
        JsonObject map when map.ContainsKey("start") && map.ContainsKey("end") => [map],
        JsonObject map => map.Where(p => p.Value is not null).SelectMany(p => Spans(p.Value!)),
        JsonArray list => list.Where(i => i is not null).SelectMany(i => Spans(i!)),
        _ => [],
    };
}
