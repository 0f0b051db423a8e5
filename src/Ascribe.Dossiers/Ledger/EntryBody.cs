using System.IO.Compression;
using System.Text;

namespace Ascribe.Dossiers.Ledger;

/// <summary>
/// The body of an entry as it lies in the file. Seals are over its text, not over these bytes. The first byte tells the form: 0 for a body that stands for itself,
/// 1 for a record that has left out what stands in its report (<see cref="RecordCut"/>). Behind it lies Deflate (RFC 1951) that goes on from a dictionary: for
/// a whole body some reports (report-dictionary.txt), for a cut one a record (record-dictionary.txt) and its own report. These files may never change: what was
/// packed with them is read with them.
/// </summary>
internal static class EntryBody
{
    private const byte Whole = 0, Cut = 1;

    /// <summary>The longest stored block of Deflate, in bytes.</summary>
    private const int LongestBlock = ushort.MaxValue;

    private static readonly byte[] s_reports = Dictionary("report-dictionary.txt"), s_record = Dictionary("record-dictionary.txt");

    /// <param name="report">The body of the report that a record was read from, null for all other entries.</param>
    public static byte[] Pack(string text, string? report = null)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (report is null) return Deflate(Whole, bytes, s_reports, []);
        var source = Encoding.UTF8.GetBytes(report);
        return RecordCut.TryCut(bytes, source) is { } cut ? Deflate(Cut, cut, s_record, source) : Deflate(Whole, bytes, s_reports, []);
    }

    /// <param name="report">As it was when the body was packed; asked for where the body was cut.</param>
    /// <exception cref="InvalidDataException">These are no packed bytes, or they were cut from another report.</exception>
    public static string Unpack(byte[] packed, Func<string?> report)
    {
        switch (packed)
        {
            case [Whole, ..]:
                return Encoding.UTF8.GetString(Inflate(packed, s_reports, []));
            case [Cut, ..]:
                var source = Encoding.UTF8.GetBytes(report() ?? throw new InvalidDataException("the report of the record is missing"));
                return Encoding.UTF8.GetString(RecordCut.Restore(Inflate(packed, s_record, source), source));
            default:
                throw new InvalidDataException("the bytes of the body are damaged");
        }
    }

    private static byte[] Deflate(byte form, byte[] bytes, byte[] dictionary, byte[] report)
    {
        var packed = new MemoryStream();
        var begin = 0L;
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(dictionary);
            deflate.Write(report);
            // What comes behind a flush begins with a whole byte and needs nothing of what was before but the bytes that it stands for.
            deflate.Flush();
            begin = packed.Length;
            deflate.Write(bytes);
        }

        packed.GetBuffer()[begin - 1] = form;
        return packed.GetBuffer()[(int)(begin - 1)..(int)packed.Length];
    }

    private static byte[] Inflate(byte[] packed, byte[] dictionary, byte[] report)
    {
        var before = dictionary.Length + report.Length;
        var stream = new MemoryStream(before + packed.Length + 64);
        Store(stream, dictionary);
        Store(stream, report);
        stream.Write(packed, 1, packed.Length - 1);
        stream.Position = 0;
        var text = new MemoryStream(before + 8 * packed.Length);
        try
        {
            using var inflate = new DeflateStream(stream, CompressionMode.Decompress);
            inflate.CopyTo(text);
        }
        catch (InvalidOperationException e)
        {
            throw new InvalidDataException("the bytes of the body are damaged", e);
        }

        if (text.Length < before) throw new InvalidDataException("the bytes of the body are damaged");
        return text.GetBuffer()[before..(int)text.Length];
    }

    /// <summary>Bytes as stored blocks.</summary>
    private static void Store(MemoryStream stream, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var length = Math.Min(bytes.Length, LongestBlock);
            stream.Write([0, (byte)length, (byte)(length >> 8), (byte)~length, (byte)(~length >> 8)]);
            stream.Write(bytes[..length]);
            bytes = bytes[length..];
        }
    }

    private static byte[] Dictionary(string name)
    {
        using var resource = typeof(EntryBody).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }
}
