using Ascribe.Lab.Coding;
using Ascribe.Records;

namespace Ascribe.Lab.Predictions;

/// <summary>One event of PLOVER and one of the five classes for each sentence of the peers' suites; reads id, text and date only.</summary>
internal static class PeersPrediction
{
    public static void Run(PredictionRun run)
    {
        var reader = RecordReader.Load(run.Models);
        var coder = SentenceCoder.Load("en");
        CorpusFiles.WriteLines(run.Output, CorpusFiles.Objects(run.Inputs[0]).Select(row =>
        {
            var report = ReportObjects.Read(row) with { Title = null };
            var reading = reader.ReadLayers(report);
            var coded = coder.Code(reading);
            return (object)new
            {
                id = report.Id,
                plover = coder.Scheme.PloverOf(coded.Code),
                formerly = coder.Scheme.FormerOf(coded.Code),
                penta = coder.Scheme.ClassOf(coded.Code).ToString(System.Globalization.CultureInfo.InvariantCulture),
                word = reading.Mentions.Document.Count == 0 ? "" : reading.Mentions.Document[coded.Token].ToString(),
            };
        }));
    }
}
