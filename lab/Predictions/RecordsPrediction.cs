using System.Text;
using Ascribe.Records;

namespace Ascribe.Lab.Predictions;

/// <summary>Whole records.</summary>
internal static class RecordsPrediction
{
    public static void Run(PredictionRun run)
    {
        var reader = RecordReader.Load(run.Models);
        using var writer = new StreamWriter(run.Output, append: false, new UTF8Encoding(false));
        foreach (var row in CorpusFiles.Objects(run.Inputs[0])) writer.Write(RecordJson.Write(reader.Read(ReportObjects.Read(row))) + "\n");
    }
}
