using System.Text.Json;
using Ascribe.Lab;
using Ascribe.Lab.Coding;
using Ascribe.Lab.Predictions;

namespace Ascribe.Tests.Lab;

public sealed class PeerScoreTests
{
    private static readonly PloverScheme s_scheme = PloverScheme.Load();

    [Fact]
    public void Roots_are_scored_over_all_sentences()
    {
        var score = Score(
            """
            {"id":"a","text":"A","labels":{"event":"DEMAND"}}
            {"id":"b","text":"B","labels":{"event":"FIGHT"}}
            {"id":"c","text":"C","labels":{"event":"AID"}}
            {"id":"d","text":"D","labels":{"plover":"AGREE","penta":"1"}}
            """,
            """
            {"id":"a","plover":"REQUEST","penta":"3"}
            {"id":"b","plover":"ASSAULT:aerial","formerly":"FIGHT","penta":"4"}
            {"id":"c","plover":"","penta":"0"}
            {"id":"d","plover":"CONSULT","penta":"1"}
            """);
        Assert.Equal(50, score.Accuracy);
        Assert.StartsWith("sentences 4, with an event 3, right 2: accuracy 50.0, macro F 50.0; by the first edition's names 25.0", score.ToString(), StringComparison.Ordinal);
        Assert.Equal(["AID read as none () | C", "AGREE read as CONSULT () | D"], score.Errors);
    }

    [Fact]
    public void Classes_are_scored_where_no_event_is_labelled()
    {
        var score = Score(
            """
            {"id":"a","text":"A","labels":{"penta":"0"}}
            {"id":"b","text":"B","labels":{"penta":"4"}}
            {"id":"c","text":"C","labels":{"penta":"4"}}
            """,
            """
            {"id":"a","plover":"","penta":"0"}
            {"id":"b","plover":"PROTEST","penta":"4"}
            {"id":"c","plover":"REJECT","penta":"3"}
            """);
        Assert.Equal(200.0 / 3, score.Accuracy, 6);
        Assert.Equal((100 + 200.0 / 3) / 2, score.MacroF, 6);
    }

    [Fact]
    public void A_sentence_without_prediction_is_told()
    {
        var error = Assert.Throws<InvalidDataException>(() => Score("""{"id":"a","text":"A","labels":{"penta":"0"}}""", ""));
        Assert.Contains("'a'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_prediction_looks_at_no_label()
    {
        var (input, output) = (Path.GetTempFileName(), Path.GetTempFileName());
        try
        {
            File.WriteAllText(input, """
                {"id":"a","text":"The two ministers met in Lome to discuss the border.","labels":{"event":"ASSAULT","penta":"4"}}
                {"id":"b","text":"Rebels shelled the port on Monday."}
                """);
            PredictionTasks.All["peers"](new PredictionRun([input], output, null, Raw: false, GoldMentions: false));
            Assert.Equal(["a CONSULT 1", "b ASSAULT:heavy-weapons 4"], CorpusFiles.Objects(output).Select(r =>
                $"{r.GetProperty("id")} {r.GetProperty("plover")} {r.GetProperty("penta")}"));
        }
        finally
        {
            File.Delete(input);
            File.Delete(output);
        }
    }

    private static PeerScore Score(string gold, string found) => PeerScore.Of(Objects(gold), Objects(found), s_scheme);

    /// <summary>One object a line.</summary>
    private static IEnumerable<JsonElement> Objects(string rows) =>
        rows.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(r => JsonDocument.Parse(r).RootElement.Clone());
}
