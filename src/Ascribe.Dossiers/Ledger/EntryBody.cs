using System.IO.Compression;
using System.Text;

namespace Ascribe.Dossiers.Ledger;

/// <summary>The body of an entry as it lies in the file: UTF-8, compressed with Brotli. Seals are over the text, not over these bytes.</summary>
internal static class EntryBody
{
    /// <summary>Brotli's quality (0 to 11): a third of a millisecond for the record of a page of news, a fifth of its size.</summary>
    private const int Quality = 5;

    /// <summary>Brotli's window, the binary logarithm of its bytes: as large as a large record.</summary>
    private const int Window = 18;

    public static byte[] Pack(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        if (!BrotliEncoder.TryCompress(bytes, packed, out var length, Quality, Window)) throw new InvalidDataException("the body cannot be packed");
        return packed[..length];
    }

    /// <exception cref="InvalidDataException">These are no packed bytes.</exception>
    public static string Unpack(byte[] packed)
    {
        var text = new MemoryStream();
        try
        {
            using var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
            brotli.CopyTo(text);
        }
        catch (InvalidOperationException e)
        {
            throw new InvalidDataException("the bytes of the body are damaged", e);
        }

        return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }
}
