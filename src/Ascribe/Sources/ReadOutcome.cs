using Ascribe.Reports;

namespace Ascribe.Sources;

/// <summary>What came of one input: a report, perhaps with warnings, or an error.</summary>
public sealed record ReadOutcome
{
    private ReadOutcome()
    {
    }

    /// <summary>The report, or null where there is an <see cref="Error"/>.</summary>
    public Report? Report { get; private init; }

    public SourceError? Error { get; private init; }

    /// <summary>Oddities that did not keep the report from being read, each one sentence with file and line.</summary>
    public IReadOnlyList<string> Warnings { get; private init; } = [];

    /// <summary>The path as given, or "-" for the standard input.</summary>
    public required string File { get; init; }

    /// <summary>Line number from 1 where the file holds many reports, else null.</summary>
    public int? Line { get; init; }

    /// <summary>How many bytes of input it took; the sum over a batch is its progress.</summary>
    public long Bytes { get; init; }

    internal static ReadOutcome Of(Report report, string file, int? line, long bytes, IReadOnlyList<string> warnings) =>
        new() { Report = report, File = file, Line = line, Bytes = bytes, Warnings = warnings };

    internal static ReadOutcome Failed(string file, int? line, long bytes, string message) =>
        new() { Error = new SourceError(file, line, message), File = file, Line = line, Bytes = bytes };
}
