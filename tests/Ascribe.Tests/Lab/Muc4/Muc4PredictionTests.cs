using System.Text.Json;
using Ascribe.Lab.Predictions;

namespace Ascribe.Tests.Lab.Muc4;

public sealed class Muc4PredictionTests
{
    private const string Text = "BOGOTA, 4 MAR 90 (AGENCY) -- [TEXT] A CAR BOMB EXPLODED TODAY OUTSIDE A BANK IN MEDELLIN, KILLING TWO POLICEMEN. POLICE BLAMED DRUG TRAFFICKERS FOR THE BOMBING.";

    private const string Harmless = "LIMA, 4 MAR 90 (AGENCY) -- [TEXT] THE PRICE OF COFFEE ROSE FOR THE THIRD MONTH, THE CENTRAL BANK REPORTED. EXPORTS OF COPPER GREW BY 4 PERCENT, AND THE TRADE MINISTER TOLD FARMERS THAT CREDIT WOULD BE CHEAPER NEXT YEAR. "
        + "THE BANK EXPECTS INFLATION TO FALL. TALKS WITH CREDITORS IN NEW YORK WILL GO ON IN APRIL, AND THE PRESIDENT WILL SIGN A TREATY ON FISHERIES IN QUITO.";

    private static JsonElement[] Predict(params object[] rows)
    {
        var folder = Directory.CreateTempSubdirectory("muc4").FullName;
        var (input, output) = (Path.Combine(folder, "in.jsonl"), Path.Combine(folder, "out.jsonl"));
        File.WriteAllLines(input, rows.Select(r => JsonSerializer.Serialize(r)));
        PredictionTasks.All["muc4"](new PredictionRun([input], output, null, Raw: false, GoldMentions: false));
        JsonElement[] answers = [.. File.ReadLines(output).Select(line => JsonDocument.Parse(line).RootElement)];
        Directory.Delete(folder, recursive: true);
        return answers;
    }

    private static string[] Values(JsonElement template, string slot) =>
        [.. template.GetProperty(slot).EnumerateArray().Select(f => f.ValueKind == JsonValueKind.String ? f.GetString()! : f.GetProperty("value").GetString()!)];

    [Fact]
    public void A_bombing_fills_a_template()
    {
        var template = Assert.Single(Predict(new { id = "own-1", date = "1990-03-04", text = Text })[0].GetProperty("templates").EnumerateArray());
        Assert.Equal("BOMBING", template.GetProperty("incident_type").GetString());
        Assert.Equal("COLOMBIA", template.GetProperty("incident_location").GetProperty("country").GetString());
        Assert.Equal(["CAR BOMB"], Values(template, "instrument_id"));
        Assert.Equal(["POLICEMEN"], Values(template, "hum_description"));
        Assert.Equal(["DEATH"], Values(template, "hum_effect"));
        Assert.Equal(["DRUG TRAFFICKERS"], Values(template, "perp_individual"));
    }

    [Fact]
    public void A_text_without_violence_fills_none() =>
        Assert.Equal(0, Predict(new { id = "own-2", date = "1990-03-04", text = Harmless })[0].GetProperty("templates").GetArrayLength());

    [Fact]
    public void The_key_is_not_looked_at()
    {
        var key = new[] { new { optional = false, slots = new { incident_type = new[] { new { optional = false, alts = new[] { new { value = "KIDNAPPING" } } } } } } };
        var answers = Predict(new { id = "own-1", date = "1990-03-04", text = Text }, new { id = "own-1", date = "1990-03-04", text = Text, templates = key });
        Assert.Equal(answers[0].GetRawText(), answers[1].GetRawText());
    }
}
