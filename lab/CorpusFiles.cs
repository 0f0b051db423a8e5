using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Ascribe.Lab;

/// <summary>Reads the corpora: plain, gzip and xz files of lines, and JSON Lines.</summary>
internal static class CorpusFiles
{
    /// <summary>The lines of a text file; ".gz" and ".xz" are decompressed (xz through the command of that name).</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">xz could not read it.</exception>
    public static IEnumerable<string> Lines(string path)
    {
        if (!File.Exists(path)) throw new FileNotFoundException($"{path}: there is no such file.", path);
        if (path.EndsWith(".xz", StringComparison.Ordinal))
        {
            using var xz = Process.Start(new ProcessStartInfo("xz", ["-dc", path]) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 })!;
            while (xz.StandardOutput.ReadLine() is { } line) yield return line;
            xz.WaitForExit();
            if (xz.ExitCode != 0) throw new InvalidDataException($"{path}: xz ended with code {xz.ExitCode}.");
            yield break;
        }

        using Stream file = path.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(File.OpenRead(path), CompressionMode.Decompress)
            : File.OpenRead(path);
        using var reader = new StreamReader(file, Encoding.UTF8);
        while (reader.ReadLine() is { } line) yield return line;
    }

    /// <summary>One JSON object a line.</summary>
    public static IEnumerable<JsonElement> Objects(string path)
    {
        foreach (var line in Lines(path))
        {
            if (line.Length == 0) continue;
            using var document = JsonDocument.Parse(line);
            yield return document.RootElement.Clone();
        }
    }

    /// <summary>Writes one JSON object a line.</summary>
    public static void WriteLines(string path, IEnumerable<object> rows)
    {
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false));
        foreach (var row in rows) writer.Write(JsonSerializer.Serialize(row) + "\n");
    }
}
