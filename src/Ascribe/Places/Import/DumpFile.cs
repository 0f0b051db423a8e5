using System.IO.Compression;

namespace Ascribe.Places.Import;

/// <summary>Opens a dump of GeoNames as text, packed or not.</summary>
internal static class DumpFile
{
    /// <param name="file">Its name; the ending tells the packing.</param>
    /// <exception cref="InvalidDataException">It is not packed as its name says, or there is no dump in it.</exception>
    public static Stream Open(string file, Stream input)
    {
        if (file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)) return new GZipStream(input, CompressionMode.Decompress);
        if (!file.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)) return input;
        try
        {
            var archive = new ZipArchive(input, ZipArchiveMode.Read);
            var texts = archive.Entries.Where(e => e.Name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase) && !e.Name.Equals("readme.txt", StringComparison.OrdinalIgnoreCase)).ToList();
            return texts is [var dump] ? dump.Open() : throw new InvalidDataException($"{file}: {texts.Count} text files in it; the dump of GeoNames alone, perhaps with a readme.txt, was expected.");
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException && !e.Message.StartsWith(file, StringComparison.Ordinal))
        {
            throw new InvalidDataException($"{file}: the archive is damaged or cut short.", e);
        }
    }
}
