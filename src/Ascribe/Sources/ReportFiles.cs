using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Ascribe.Sources;

/// <summary>Files, folders and the standard input as reports, one at a time.</summary>
public static class ReportFiles
{
    /// <summary>The most bytes that one report may have, as a file or as a line of JSON: 10 MiB, some thousand times a usual one.</summary>
    public const int LargestReport = 10 * 1024 * 1024;

    private const string NotThere = "cannot be read as a file or folder; does it exist, and may it be opened?";

    /// <summary>
    /// Reads one path after the other: plain text, Markdown, HTML, JSON and JSON Lines by their ending (else by their content), the
    /// files of a folder and its sub-folders that have such an ending, in the order of their names, and "-" for the standard input. Lazy:
    /// nothing is opened before it is asked for, and a file of JSON Lines is never held whole. Bad input gives an outcome with an error,
    /// and the rest goes on; nothing is thrown for what is in a file. A report whose id occurred before in the batch is an error.
    /// </summary>
    /// <param name="paths">Files, folders, "-".</param>
    /// <param name="standardInput">What "-" reads; null: the standard input of the process.</param>
    public static IEnumerable<ReadOutcome> Open(IEnumerable<string> paths, ReportDefaults? defaults = null, Stream? standardInput = null)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var seen = new Dictionary<string, (string File, int? Line)>(StringComparer.Ordinal);
        foreach (var outcome in paths.SelectMany(path => OpenPath(path, defaults ?? new ReportDefaults(), standardInput)))
        {
            if (outcome.Report is not { Id: var id } || seen.TryAdd(id, (outcome.File, outcome.Line)))
            {
                yield return outcome;
                continue;
            }

            var first = seen[id];
            var where = first.Line is { } line ? $"{first.File}, line {line}" : first.File;
            yield return ReadOutcome.Failed(outcome.File, outcome.Line, outcome.Bytes, $"the id '{id}' was already used by {where}; a unique id was expected.");
        }
    }

    /// <inheritdoc cref="Open(IEnumerable{string}, ReportDefaults?, Stream?)"/>
    public static IEnumerable<ReadOutcome> Open(string path, ReportDefaults? defaults = null, Stream? standardInput = null) =>
        Open([path], defaults, standardInput);

    /// <summary>The sum of <see cref="ReadOutcome.Bytes"/> that a batch will come to, or null where that cannot be known (standard input).</summary>
    public static long? TotalBytes(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var total = 0L;
        foreach (var path in paths)
        {
            if (path == "-") return null;
            foreach (var (file, _) in ReportFolder.Files(path)) total += Length(file);
        }

        return total;

        static long Length(FileInfo? file)
        {
            var target = file?.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo;
            return target is { Exists: true } ? target.Length : 0;
        }
    }

    private static IEnumerable<ReadOutcome> OpenPath(string path, ReportDefaults defaults, Stream? standardInput)
    {
        if (path == "-") return Guarded(path, () => standardInput ?? Console.OpenStandardInput(), null, defaults);
        return ReportFolder.Files(path).SelectMany(entry => entry.File is { } file
            ? Guarded(entry.Path, () => new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16, FileOptions.SequentialScan), ReportFormats.ByName(entry.Path), defaults)
            : [ReadOutcome.Failed(entry.Path, null, 0, NotThere)]);
    }

    /// <summary>The outcomes of one stream; a failure to open or read it is one more outcome.</summary>
    private static IEnumerable<ReadOutcome> Guarded(string name, Func<Stream> open, ReportFormat? format, ReportDefaults defaults)
    {
        using var outcomes = ReadStream(name, open, format, defaults).GetEnumerator();
        while (true)
        {
            ReadOutcome outcome;
            var failed = false;
            try
            {
                if (!outcomes.MoveNext()) yield break;
                outcome = outcomes.Current;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                outcome = ReadOutcome.Failed(name, null, 0, error is IOException and not (FileNotFoundException or DirectoryNotFoundException) ? $"cannot be read ({error.Message.TrimEnd('.')})." : NotThere);
                failed = true;
            }

            yield return outcome;
            if (failed) yield break;
        }
    }

    private static IEnumerable<ReadOutcome> ReadStream(string name, Func<Stream> open, ReportFormat? known, ReportDefaults defaults)
    {
        using var stream = new PeekedStream(open());
        var format = known ?? ReportFormats.ByContent(stream.Head());
        if (format == ReportFormat.JsonLines)
        {
            foreach (var outcome in ReadLines(name, stream.Utf8(), defaults)) yield return outcome;
            yield break;
        }

        var bytes = stream.ReadAll(LargestReport);
        if (bytes is null)
        {
            yield return ReadOutcome.Failed(name, null, 0, $"larger than {LargestReport / 1024 / 1024} MB; a single report was expected (many belong into JSON Lines).");
            yield break;
        }

        if (bytes.Length == 0)
        {
            yield return ReadOutcome.Failed(name, null, 0, "the file is empty; the text of a report was expected.");
            yield break;
        }

        var decoded = TextDecoder.Decode(bytes);
        if (decoded.Text is not { } text)
        {
            yield return ReadOutcome.Failed(name, null, bytes.Length, decoded.Error!);
            yield break;
        }

        var warnings = new List<string>();
        if (decoded.Warning is { } odd) warnings.Add(new SourceError(name, null, odd).ToString());
        if (format == ReportFormat.Json)
        {
            foreach (var outcome in ReadJson(name, text, bytes.Length, defaults, warnings)) yield return outcome;
            yield break;
        }

        var fields = format switch
        {
            ReportFormat.Markdown => Markdown(text),
            ReportFormat.Html => HtmlText.Read(text),
            _ => PlainText.Read(text),
        };
        yield return fields.ToReport(name, null, IdOf(name, text), bytes.Length, defaults, warnings);

        ReportFields Markdown(string source)
        {
            var (read, warning) = MarkdownText.Read(source);
            if (warning is not null) warnings.Add(new SourceError(name, null, warning).ToString());
            return read;
        }
    }

    /// <summary>One object, a list of objects, or (under the wrong name) one object a line.</summary>
    private static IEnumerable<ReadOutcome> ReadJson(string name, string text, long bytes, ReportDefaults defaults, List<string> warnings)
    {
        var json = Encoding.UTF8.GetBytes(text);
        var (whole, error) = JsonText.Read(json);
        if (whole is not null) return [whole.ToReport(name, null, IdOf(name, whole.Text), bytes, defaults, warnings)];
        JsonElement list;
        try
        {
            using var document = JsonDocument.Parse(json);
            list = document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return text.Contains("}\n{", StringComparison.Ordinal) || text.Contains("}\r\n{", StringComparison.Ordinal)
                ? ReadLines(name, new MemoryStream(json), defaults)
                : [ReadOutcome.Failed(name, null, bytes, error!)];
        }

        if (list.ValueKind != JsonValueKind.Array) return [ReadOutcome.Failed(name, null, bytes, error!)];
        return list.EnumerateArray().Select((element, index) =>
        {
            var share = index == 0 ? bytes : 0;
            var (fields, wrong) = JsonText.Read(element);
            return fields is not null
                ? fields.ToReport(name, null, IdOf(name, fields.Text) + "-" + (index + 1), share, defaults, [])
                : ReadOutcome.Failed(name, null, share, $"report {index + 1} of the list: {wrong}");
        });
    }

    private static IEnumerable<ReadOutcome> ReadLines(string name, Stream stream, ReportDefaults defaults)
    {
        var lines = new ByteLines(stream, LargestReport);
        var any = false;
        while (lines.Next(out var line))
        {
            if (lines.TooLong)
            {
                any = true;
                yield return ReadOutcome.Failed(name, lines.Number, lines.Bytes, $"longer than {LargestReport / 1024 / 1024} MB; one report a line was expected.");
                continue;
            }

            if (line.Span.Trim(" \t\r\n"u8).IsEmpty) continue;
            any = true;
            yield return ReadLine(name, lines.Number, line, lines.Bytes, defaults);
        }

        if (!any) yield return ReadOutcome.Failed(name, null, 0, "the file is empty; one JSON object a line was expected.");
    }

    private static ReadOutcome ReadLine(string name, int number, ReadOnlyMemory<byte> line, long bytes, ReportDefaults defaults)
    {
        var warnings = new List<string>();
        if (!System.Text.Unicode.Utf8.IsValid(line.Span) || line.Span.Contains((byte)0))
        {
            var decoded = TextDecoder.Decode(line.Span);
            if (decoded.Text is not { } text) return ReadOutcome.Failed(name, number, bytes, decoded.Error!);
            if (decoded.Warning is { } odd) warnings.Add(new SourceError(name, number, odd).ToString());
            line = Encoding.UTF8.GetBytes(text);
        }

        var (fields, error) = JsonText.Read(line);
        return fields is null
            ? ReadOutcome.Failed(name, number, bytes, error!)
            : fields.ToReport(name, number, $"{IdOf(name, fields.Text)}-{number}", bytes, defaults, warnings);
    }

    /// <summary>The name of the file without its ending; of the standard input the beginning of the text's SHA-256.</summary>
    private static string IdOf(string name, string text)
    {
        var id = name == "-" ? "" : Path.GetFileNameWithoutExtension(name);
        return id.Length > 0 ? id : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
    }
}
