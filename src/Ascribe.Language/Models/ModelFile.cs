using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Ascribe.Language.Models;

/// <summary>
/// The file format of weights. Header: the eight bytes "ASCRIBEM", format version (int32), kind and language (length byte, UTF-8), SHA-256
/// of the payload, payload length (int32). The payload is Brotli-compressed; what it holds is the kind's own matter. Numbers are little-endian.
/// </summary>
internal static class ModelFile
{
    public const int FormatVersion = 2;

    private static ReadOnlySpan<byte> Magic => "ASCRIBEM"u8;

    /// <param name="read">Reads the weights from the payload.</param>
    /// <exception cref="InvalidDataException">The stream is no model file of this kind and language; the message says why.</exception>
    public static (T Model, string Hash) Read<T>(Stream stream, string where, string kind, string language, Func<Stream, T> read)
    {
        try
        {
            var (payload, hash) = Payload(stream, where, kind, language);
            return (Weights(payload, where, read), hash);
        }
        catch (EndOfStreamException e)
        {
            throw new InvalidDataException($"{where}: the file is cut short.", e);
        }
    }

    private static T Weights<T>(byte[] payload, string where, Func<Stream, T> read)
    {
        using var brotli = new BrotliStream(new MemoryStream(payload), CompressionMode.Decompress);
        try
        {
            return read(brotli);
        }
        catch (Exception e) when (e is InvalidDataException or FormatException or ArgumentException or OverflowException or IOException and not EndOfStreamException)
        {
            throw new InvalidDataException($"{where}: these weights cannot be: {e.Message.TrimEnd('.')}.", e);
        }
    }

    /// <param name="write">Writes the weights into the payload.</param>
    public static void Write(Stream stream, string kind, string language, Action<Stream> write)
    {
        var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) write(brotli);
        var payload = packed.ToArray();
        stream.Write(Magic);
        WriteInt(stream, FormatVersion);
        WriteText(stream, kind);
        WriteText(stream, language);
        stream.Write(SHA256.HashData(payload));
        WriteInt(stream, payload.Length);
        stream.Write(payload);
    }

    private static (byte[] Payload, string Hash) Payload(Stream stream, string where, string kind, string language)
    {
        var magic = new byte[Magic.Length];
        stream.ReadExactly(magic);
        if (!Magic.SequenceEqual(magic)) throw new InvalidDataException($"{where}: this is no model file.");
        var version = ReadInt(stream);
        if (version != FormatVersion)
            throw new InvalidDataException($"{where}: the file has format {version}, this program reads format {FormatVersion}.");
        var (foundKind, foundLanguage) = (ReadText(stream), ReadText(stream));
        if (foundKind != kind || foundLanguage != language)
            throw new InvalidDataException($"{where}: the file holds a model '{foundKind}' for '{foundLanguage}', '{kind}' for '{language}' is expected.");
        var hash = new byte[SHA256.HashSizeInBytes];
        stream.ReadExactly(hash);
        var length = ReadInt(stream);
        if (length is < 0 or > 256 << 20) throw new InvalidDataException($"{where}: the file is damaged (length {length}).");
        // What a length promises is not taken from memory before it is there.
        if (stream.CanSeek && length > stream.Length - stream.Position) throw new EndOfStreamException();
        var payload = new byte[length];
        stream.ReadExactly(payload);
        if (!SHA256.HashData(payload).AsSpan().SequenceEqual(hash)) throw new InvalidDataException($"{where}: the file is damaged (its hash does not fit).");
        return (payload, Convert.ToHexStringLower(hash));
    }

    private static void WriteInt(Stream stream, int value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        stream.Write(bytes);
    }

    private static int ReadInt(Stream stream)
    {
        Span<byte> bytes = stackalloc byte[4];
        stream.ReadExactly(bytes);
        return BinaryPrimitives.ReadInt32LittleEndian(bytes);
    }

    private static void WriteText(Stream stream, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        stream.WriteByte((byte)bytes.Length);
        stream.Write(bytes);
    }

    private static string ReadText(Stream stream)
    {
        var length = stream.ReadByte();
        if (length < 0) throw new EndOfStreamException();
        var bytes = new byte[length];
        stream.ReadExactly(bytes);
        return Encoding.UTF8.GetString(bytes);
    }
}
