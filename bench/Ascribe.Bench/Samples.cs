using Ascribe.Reports;
using Ascribe.Sources;

namespace Ascribe.Bench;

/// <summary>The sample reports of the repository: what every benchmark reads.</summary>
internal static class Samples
{
    public static IReadOnlyList<Report> Reports { get; } = [.. Files().Select(Read)];

    /// <summary>Words between white space in all of the reports: a benchmark's time divided by them is the time a word.</summary>
    public static int Words { get; } = Reports.Sum(r => r.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);

    private static string[] Files()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var samples = Path.Combine(folder.FullName, "samples");
            if (File.Exists(Path.Combine(folder.FullName, "Ascribe.slnx"))) return [.. Directory.GetFiles(samples, "*.txt").Order(StringComparer.Ordinal)];
        }

        throw new InvalidOperationException("Run the benchmarks from a checkout: the samples are missing.");
    }

    private static Report Read(string path) =>
        ReportFiles.Open(path).Single() is { Report: { } report } ? report : throw new InvalidOperationException($"{path} is no report.");
}
