using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Ascribe.Places;

/// <summary>
/// Writes and reads the compact file of a gazetteer. After the eight characters of <see cref="Magic"/> and the length of the raw
/// content (32 bits, little endian) follows one Brotli stream. Numbers are kept column by column, as differences to the entry before,
/// each column as four planes of bytes (all lowest bytes first), names as UTF-8, keys sorted and front-coded. The same entries give the
/// same bytes.
/// </summary>
internal static class GazetteerFile
{
    public const string Magic = "ASCGAZ01";

    /// <summary>Degrees are kept in units of 1/10,000 (at most 11 m).</summary>
    public const double UnitsPerDegree = 10_000;

    /// <param name="keys">Folded name to postings; a posting is twice the entry's index, plus one where the name is an alternate one.</param>
    public static void Write(string path, IReadOnlyList<GazetteerEntry> entries, SortedDictionary<string, List<int>> keys)
    {
        using var raw = new MemoryStream();
        using var writer = new BinaryWriter(raw, Encoding.UTF8, leaveOpen: true);
        var countries = entries.Select(e => e.Country).Distinct().Order(StringComparer.Ordinal).ToArray();
        var postings = keys.Values.SelectMany(p => p).ToArray();
        writer.Write(entries.Count);
        writer.Write(keys.Count);
        writer.Write(postings.Length);
        writer.Write(countries.Length);
        foreach (var country in countries) writer.Write(Encoding.ASCII.GetBytes(country));
        foreach (var entry in entries) writer.Write((byte)entry.Class);
        foreach (var entry in entries) writer.Write((byte)Array.BinarySearch(countries, entry.Country, StringComparer.Ordinal));
        Column(writer, entries.Select(e => e.Id), differences: true);
        Column(writer, entries.Select(e => e.Province), differences: true);
        Column(writer, entries.Select(e => e.District), differences: true);
        Column(writer, entries.Select(e => (int)Math.Round(e.Latitude * UnitsPerDegree)), differences: true);
        Column(writer, entries.Select(e => (int)Math.Round(e.Longitude * UnitsPerDegree)), differences: true);
        Column(writer, entries.Select(e => e.Population), differences: false);
        var names = entries.Select(e => Encoding.UTF8.GetBytes(e.Name)).ToArray();
        foreach (var name in names) writer.Write((byte)name.Length);
        foreach (var name in names) writer.Write(name);
        WriteKeys(writer, keys);
        Column(writer, postings, differences: false);
        writer.Flush();

        using var file = File.Create(path);
        file.Write(Encoding.ASCII.GetBytes(Magic));
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, (int)raw.Length);
        file.Write(length);
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength((int)raw.Length)];
        if (!BrotliEncoder.TryCompress(raw.GetBuffer().AsSpan(0, (int)raw.Length), packed, out var written, quality: 11, window: 24))
            throw new InvalidOperationException("Brotli could not compress the gazetteer.");
        file.Write(packed, 0, written);
    }

    /// <summary>The raw content of a gazetteer's file.</summary>
    /// <exception cref="InvalidDataException">The file is cut short, damaged or of another format.</exception>
    public static byte[] Unpack(Stream stream, string name)
    {
        using var all = new MemoryStream(stream.CanSeek ? (int)stream.Length : 0);
        stream.CopyTo(all);
        var bytes = all.GetBuffer().AsSpan(0, (int)all.Length);
        if (bytes.Length < 12 || !bytes[..8].SequenceEqual("ASCGAZ01"u8))
            throw new InvalidDataException($"{name}: this is no gazetteer of the format {Magic}.");
        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]);
        var raw = length is > 0 and < 1 << 28 ? new byte[length] : [];
        if (!BrotliDecoder.TryDecompress(bytes[12..], raw, out var written) || written != length)
            throw new InvalidDataException($"{name}: the gazetteer is damaged or cut short.");
        return raw;
    }

    /// <summary>Reads a column of 32-bit numbers that <see cref="Write"/> wrote.</summary>
    public static int[] ReadColumn(ReadOnlySpan<byte> raw, ref int at, int count, bool differences)
    {
        var values = new int[count];
        var low = raw.Slice(at, count);
        var second = raw.Slice(at + count, count);
        var third = raw.Slice(at + 2 * count, count);
        var high = raw.Slice(at + 3 * count, count);
        at += 4 * count;
        var before = 0;
        for (var i = 0; i < count; i++)
        {
            var value = low[i] | second[i] << 8 | third[i] << 16 | high[i] << 24;
            if (differences) before = value = before + ((int)((uint)value >> 1) ^ -(value & 1));
            values[i] = value;
        }

        return values;
    }

    private static void Column(BinaryWriter writer, IEnumerable<int> values, bool differences)
    {
        var before = 0;
        var encoded = new List<int>();
        foreach (var value in values)
        {
            var difference = value - before;
            before = value;
            encoded.Add(differences ? difference << 1 ^ difference >> 31 : value);
        }

        for (var plane = 0; plane < 32; plane += 8)
        {
            foreach (var value in encoded) writer.Write((byte)(value >> plane));
        }
    }

    private static void WriteKeys(BinaryWriter writer, SortedDictionary<string, List<int>> keys)
    {
        var bytes = keys.Keys.Select(Encoding.UTF8.GetBytes).ToArray();
        var shared = new int[bytes.Length];
        for (var i = 1; i < bytes.Length; i++) shared[i] = bytes[i].AsSpan().CommonPrefixLength(bytes[i - 1]);
        foreach (var prefix in shared) writer.Write((byte)prefix);
        for (var i = 0; i < bytes.Length; i++) writer.Write((byte)(bytes[i].Length - shared[i]));
        for (var i = 0; i < bytes.Length; i++) writer.Write(bytes[i].AsSpan(shared[i]));
        foreach (var postings in keys.Values) writer.Write((byte)postings.Count);
    }
}
