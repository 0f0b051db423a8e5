using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Ascribe.Language.Models;

/// <summary>
/// The file format of weights. Header: the eight bytes "ASCRIBEM", format version (int32), kind and language (length byte, UTF-8), SHA-256
/// of the payload, payload length (int32). Payload, Brotli-compressed: number of tables (int32), then for each its classes, bits (int32) and rows.
/// Numbers are little-endian.
/// </summary>
internal static class ModelFile
{
    public const int FormatVersion = 1;

    private static ReadOnlySpan<byte> Magic => "ASCRIBEM"u8;

    /// <exception cref="InvalidDataException">The stream is no model file of this kind and language; the message says why.</exception>
    public static (IReadOnlyList<LinearModel> Tables, string Hash) Read(Stream stream, string where, string kind, string language)
    {
        try
        {
            return ReadUnchecked(stream, where, kind, language);
        }
        catch (EndOfStreamException e)
        {
            throw new InvalidDataException($"{where}: the file is cut short.", e);
        }
    }

    public static void Write(Stream stream, string kind, string language, IReadOnlyList<LinearModel> tables)
    {
        var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            WriteInt(brotli, tables.Count);
            foreach (var table in tables)
            {
                WriteInt(brotli, table.Classes);
                WriteInt(brotli, table.Bits);
                brotli.Write(MemoryMarshal.AsBytes(table.Weights));
            }
        }

        var payload = packed.ToArray();
        stream.Write(Magic);
        WriteInt(stream, FormatVersion);
        WriteText(stream, kind);
        WriteText(stream, language);
        stream.Write(SHA256.HashData(payload));
        WriteInt(stream, payload.Length);
        stream.Write(payload);
    }

    private static (IReadOnlyList<LinearModel>, string) ReadUnchecked(Stream stream, string where, string kind, string language)
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
        var payload = new byte[length];
        stream.ReadExactly(payload);
        if (!SHA256.HashData(payload).AsSpan().SequenceEqual(hash)) throw new InvalidDataException($"{where}: the file is damaged (its hash does not fit).");
        using var brotli = new BrotliStream(new MemoryStream(payload), CompressionMode.Decompress);
        var tables = new LinearModel[ReadInt(brotli)];
        for (var t = 0; t < tables.Length; t++)
        {
            var (classes, bits) = (ReadInt(brotli), ReadInt(brotli));
            var weights = new sbyte[LinearModel.StrideOf(classes) << bits];
            brotli.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
            tables[t] = new LinearModel(classes, bits, weights);
        }

        return (tables, Convert.ToHexStringLower(hash));
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
