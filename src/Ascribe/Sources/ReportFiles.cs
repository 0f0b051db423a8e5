namespace Ascribe.Sources;

/// <summary>Files, folders and the standard input as reports, one at a time.</summary>
public static class ReportFiles
{
    /// <summary>The most bytes that one report may have, as a file or as a line of JSON.</summary>
    public const int LargestReport = 50 * 1024 * 1024;

    /// <summary>
    /// Reads one path after the other: plain text, Markdown, HTML, JSON and JSON Lines by their ending (else by their content), the
    /// readable files of a folder and its sub-folders in the order of their names, and "-" for the standard input. Lazy: nothing is
    /// opened before it is asked for, and a file of JSON Lines is never held whole. Bad input gives an outcome with an error, and the
    /// rest goes on; nothing is thrown for what a file holds.
    /// </summary>
    /// <param name="paths">Files, folders, "-".</param>
    /// <param name="standardInput">What "-" reads; null: the standard input of the process.</param>
    public static IEnumerable<ReadOutcome> Open(IEnumerable<string> paths, ReportDefaults? defaults = null, Stream? standardInput = null)
    {
        ArgumentNullException.ThrowIfNull(paths);
        foreach (var path in paths) yield return ReadOutcome.Failed(path, null, 0, "nothing reads this format yet.");
    }

    public static IEnumerable<ReadOutcome> Open(string path, ReportDefaults? defaults = null, Stream? standardInput = null) =>
        Open([path], defaults, standardInput);

    /// <summary>The sum of <see cref="ReadOutcome.Bytes"/> that a batch will come to, or null where that cannot be known (standard input).</summary>
    public static long? TotalBytes(IEnumerable<string> paths) => null;
}
