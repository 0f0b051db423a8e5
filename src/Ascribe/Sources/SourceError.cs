namespace Ascribe.Sources;

/// <summary>Why an input gave no report.</summary>
/// <param name="File">The path as given, or "-" for the standard input.</param>
/// <param name="Line">Line number from 1, or null where the whole file is meant.</param>
/// <param name="Message">What is wrong and what was expected, without file and line; ends with a full stop.</param>
public sealed record SourceError(string File, int? Line, string Message)
{
    /// <summary>One sentence that names file, line and expectation.</summary>
    public override string ToString() => Line is { } line ? $"{File}, line {line}: {Message}" : $"{File}: {Message}";
}
