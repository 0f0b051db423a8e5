using Ascribe.Lab.ClaimSentences;
using Ascribe.Records;
using Ascribe.Reports;

namespace Ascribe.Lab.Predictions;

/// <summary>The claims of sentences as in tests/Ascribe.Tests/Claims/*-claims.yaml, each sentence read as a report of its own.</summary>
internal static class ClaimPrediction
{
    public static void Run(PredictionRun run)
    {
        var reader = RecordReader.Load(run.Models);
        CorpusFiles.WriteLines(run.Output, ClaimSentence.LoadAll(run.Inputs[0]).Select(sentence => (object)new
        {
            text = sentence.Text,
            claims = FoundClaim.Of(reader.Read(new Report { Id = "sentence", Text = sentence.Text })),
        }));
    }
}
