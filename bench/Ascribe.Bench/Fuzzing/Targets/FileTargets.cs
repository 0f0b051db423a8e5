using System.IO.Compression;
using System.Text;
using Ascribe.Language.Languages;
using Ascribe.Language.Models;
using Ascribe.Places.Import;

namespace Ascribe.Bench.Fuzzing.Targets;

/// <summary>Files that a user may give besides reports: dumps of GeoNames, packed or not, and models.</summary>
internal static class FileTargets
{
    public static IEnumerable<FuzzTarget> All(Workplace workplace) =>
    [
        new("geonames-row", () => Rows().Select(Encoding.UTF8.GetBytes), bytes => bytes.Length <= BoundedLines.MaxLength && new DumpRow().Read(bytes) is null),
        new("geonames-gz", () => [Packed(stream => new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true))], bytes => TakeDump("dump.gz", bytes)) { Refusals = [typeof(InvalidDataException), typeof(IOException)] },
        new("geonames-zip", () => [Zipped()], bytes => TakeDump("dump.zip", bytes)) { Refusals = [typeof(InvalidDataException), typeof(IOException)] },
        new("model", () => [Model(Weights())], TakeModel) { Refusals = [typeof(InvalidDataException)] },
        new("model-weights", () => [Weights()], weights => TakeModel(Model(weights))) { Refusals = [typeof(InvalidDataException)] },
    ];

    private static bool TakeDump(string name, byte[] bytes)
    {
        using var dump = DumpFile.Open(name, new MemoryStream(bytes));
        var (lines, row, sound) = (new BoundedLines(dump), new DumpRow(), false);
        while (lines.Next(out var line)) sound |= row.Read(line) is null;
        return sound;
    }

    private static bool TakeModel(byte[] bytes)
    {
        ModelFile.Read(new MemoryStream(bytes), "model", LanguageModel.FileName, LanguageModel.Language, LanguageModel.Read);
        return true;
    }

    private static byte[] Model(byte[] weights)
    {
        var stream = new MemoryStream();
        ModelFile.Write(stream, LanguageModel.FileName, LanguageModel.Language, payload => payload.Write(weights));
        return stream.ToArray();
    }

    private static byte[] Weights()
    {
        var stream = new MemoryStream();
        new LanguageModel(new Dictionary<Script, LanguageChoice> { [(Script)1] = new(["en", "fr", "es"], new LinearModel(3, 4, new sbyte[64]), 0.1f), [(Script)2] = new(["ar"], null, 0) }).Write(stream);
        return stream.ToArray();
    }

    private static byte[] Packed(Func<Stream, Stream> packing)
    {
        var stream = new MemoryStream();
        using (var packed = packing(stream)) packed.Write(Encoding.UTF8.GetBytes(string.Join('\n', Rows())));
        return stream.ToArray();
    }

    private static byte[] Zipped()
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("IQ.txt").Open();
            entry.Write(Encoding.UTF8.GetBytes(string.Join('\n', Rows())));
        }

        return stream.ToArray();
    }

    private static IEnumerable<string> Rows() =>
    [
        string.Join('\t', "98182", "Baghdad", "Baghdad", "Bagdad,بغداد", "33.34058", "44.40088", "P", "PPLC", "IQ", "", "07", "", "", "", "7216000", "", "41", "Asia/Baghdad", "2023-06-02"),
        string.Join('\t', "1", "Anywhere", "Anywhere", "", "-90", "180", "", "", "", "", "", "", "", "", "", "", "", "", ""),
    ];
}
