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
        var skipped = 0;
        foreach (var report in CorpusFiles.Objects(run.Inputs[0]).Select(ReportObjects.Read))
        {
            if (RecordReader.Languages.Contains(report.Language)) writer.Write(RecordJson.Write(reader.Read(report)) + "\n");
            else skipped++;
        }

        if (skipped > 0) Console.Error.WriteLine($"{skipped} reports in languages that cannot be read yet: no records written.");
    }
}
