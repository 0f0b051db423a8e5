namespace Ascribe.Sources;

/// <summary>How a report is written down.</summary>
internal enum ReportFormat : byte
{
    Text,
    Markdown,
    Html,

    /// <summary>One object, or a list of objects.</summary>
    Json,

    /// <summary>One object a line.</summary>
    JsonLines,
}

/// <summary>Tells formats by the ending of a name, or by how a file begins.</summary>
internal static class ReportFormats
{
    /// <summary>The format that the ending of the name stands for, or null.</summary>
    public static ReportFormat? ByName(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".txt" or ".text" => ReportFormat.Text,
        ".md" or ".markdown" => ReportFormat.Markdown,
        ".html" or ".htm" or ".xhtml" => ReportFormat.Html,
        ".json" => ReportFormat.Json,
        ".jsonl" or ".ndjson" => ReportFormat.JsonLines,
        _ => null,
    };

    /// <param name="head">The first bytes.</param>
    public static ReportFormat ByContent(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("\ufeff"u8)) head = head[3..];
        head = head.TrimStart(" \t\r\n"u8);
        if (head.IsEmpty) return ReportFormat.Text;
        if (head[0] == '{') return head[1..].TrimStart(" \t"u8) is [(byte)'"' or (byte)'}', ..] ? ReportFormat.JsonLines : ReportFormat.Json;
        if (head.StartsWith("[{"u8)) return ReportFormat.Json;
        if (head.StartsWith("---\n"u8) || head.StartsWith("---\r\n"u8) || head.StartsWith("# "u8)) return ReportFormat.Markdown;
        if (head[0] != '<') return ReportFormat.Text;
        Span<byte> small = stackalloc byte[Math.Min(head.Length, 512)];
        for (var i = 0; i < small.Length; i++) small[i] = head[i] is >= (byte)'A' and <= (byte)'Z' ? (byte)(head[i] + 32) : head[i];
        return small.IndexOf("<html"u8) >= 0 || small.StartsWith("<!doctype"u8) || small.IndexOf("<body"u8) >= 0 || small.IndexOf("<p>"u8) >= 0
            || small.IndexOf("<div"u8) >= 0 || small.IndexOf("<article"u8) >= 0 ? ReportFormat.Html : ReportFormat.Text;
    }
}
