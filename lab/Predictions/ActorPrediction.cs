using System.Globalization;
using System.Text.Json;
using Ascribe.Lab.Coding;
using Ascribe.Records;
using NodaTime;

namespace Ascribe.Lab.Predictions;

/// <summary>Country and sector of each phrase of a suite; reads id, text, and from the labels only what the suite hands in beside the phrase (args): a nationality, a day.</summary>
internal static class ActorPrediction
{
    /// <summary>For phrases without a day: when the suite was made.</summary>
    private static readonly LocalDate s_day = new(2023, 1, 1);

    public static void Run(PredictionRun run)
    {
        var coder = new ActorPhraseCoder(RecordReader.Load(run.Models));
        CorpusFiles.WriteLines(run.Output, CorpusFiles.Objects(run.Inputs[0]).Select(row =>
        {
            var (home, day) = Context(row.GetProperty("labels"));
            var coded = coder.Code(row.GetProperty("text").GetString()!, home, day);
            return (object)new { id = row.GetProperty("id").GetString(), country = coded.Country, sector = coded.Sector };
        }));
    }

    private static (string Home, LocalDate Day) Context(JsonElement labels)
    {
        var (home, day) = ("", s_day);
        if (!labels.TryGetProperty("args", out var args)) return (home, day);
        var values = args.ValueKind == JsonValueKind.Object ? args.EnumerateObject().Select(p => p.Value) : args.EnumerateArray();
        foreach (var text in values.Select(v => v.GetString()!.Trim('\'')))
        {
            if (DateTime.TryParse(text, CultureInfo.InvariantCulture, out var date)) day = LocalDate.FromDateTime(date);
            else if (text != "today" && text.Length > 0) home = text;
        }

        return (home, day);
    }
}
