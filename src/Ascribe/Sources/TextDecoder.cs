using System.Buffers;
using System.Globalization;
using System.Text;

namespace Ascribe.Sources;

/// <summary>
/// Bytes to text: UTF-8 with or without a byte order mark, UTF-16 and UTF-32 with one; Windows-1252 where the bytes are no UTF-8 at all but look like
/// text. Anything else is refused with the offset of the first bad byte.
/// </summary>
internal static class TextDecoder
{
    /// <summary>The greatest share of bytes above 127 that text in a Western one-byte encoding has.</summary>
    private const double MostHighBytes = 0.3;

    private static readonly Encoding s_western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <param name="Text">The text, or null where there is an error.</param>
    /// <param name="Warning">What was odd about it, or null.</param>
    /// <param name="Error">Why there is none, or null.</param>
    internal readonly record struct Result(string? Text, string? Warning, string? Error);

    public static Result Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) return Utf8(bytes[3..], 3);
        if (bytes.StartsWith(Encoding.UTF32.Preamble)) return Wide(bytes[4..], new UTF32Encoding(false, false, true), 4);
        if (bytes.StartsWith(Encoding.Unicode.Preamble)) return Wide(bytes[2..], new UnicodeEncoding(false, false, true), 2);
        if (bytes.StartsWith(Encoding.BigEndianUnicode.Preamble)) return Wide(bytes[2..], new UnicodeEncoding(true, false, true), 2);
        return Utf8(bytes, 0);
    }

    private static Result Utf8(ReadOnlySpan<byte> bytes, int skipped)
    {
        var binary = FirstBinary(bytes);
        if (binary >= 0)
            return Failed($"byte 0x{bytes[binary]:X2} at offset {binary + skipped} belongs to no text; text in UTF-8 was expected.");
        var bad = FirstInvalid(bytes, out var multibyte);
        if (bad < 0) return new Result(Encoding.UTF8.GetString(bytes), null, null);
        if (skipped == 0 && !multibyte && IsWestern(bytes))
            return new Result(s_western.GetString(bytes), $"not UTF-8 (byte 0x{bytes[bad]:X2} at offset {bad}); read as Windows-1252.", null);
        return Failed($"byte 0x{bytes[bad]:X2} at offset {bad + skipped} is not valid UTF-8; text in UTF-8 was expected.");
    }

    private static Result Wide(ReadOnlySpan<byte> bytes, Encoding encoding, int skipped)
    {
        try
        {
            return new Result(encoding.GetString(bytes), null, null);
        }
        catch (DecoderFallbackException bad)
        {
            var offset = (skipped + bad.Index).ToString(CultureInfo.InvariantCulture);
            return Failed($"the bytes at offset {offset} are not valid {encoding.WebName.ToUpperInvariant()}, which the byte order mark announced.");
        }
    }

    /// <summary>Offset of the first byte that no text has (NUL, or a control character other than white space and escape), or -1.</summary>
    private static int FirstBinary(ReadOnlySpan<byte> bytes)
    {
        var from = 0;
        var controls = 0;
        var first = -1;
        while (true)
        {
            var i = bytes[from..].IndexOfAny(s_controls);
            if (i < 0) break;
            if (first < 0) first = from + i;
            if (bytes[from + i] == 0) return from + i;
            controls++;
            from += i + 1;
        }

        // A stray control character is a scar; many are another kind of file.
        return controls > 4 && controls > bytes.Length / 100 ? first : -1;
    }

    private static readonly SearchValues<byte> s_controls = SearchValues.Create(
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 28, 29, 30, 31, 127]);

    /// <summary>Offset of the first byte that is no UTF-8, or -1; and whether a valid character of many bytes stands anywhere.</summary>
    private static int FirstInvalid(ReadOnlySpan<byte> bytes, out bool multibyte)
    {
        multibyte = false;
        var bad = -1;
        for (var i = 0; i < bytes.Length;)
        {
            if (bytes[i] < 128)
            {
                var high = bytes[i..].IndexOfAnyInRange((byte)128, (byte)255);
                if (high < 0) break;
                i += high;
            }

            if (Rune.DecodeFromUtf8(bytes[i..], out _, out var length) == OperationStatus.Done) multibyte = true;
            else if (bad < 0) bad = i;
            i += length;
        }

        return bad;
    }

    private static bool IsWestern(ReadOnlySpan<byte> bytes)
    {
        var high = 0;
        foreach (var b in bytes)
        {
            // Bytes that Windows-1252 leaves undefined.
            if (b is 0x81 or 0x8D or 0x8F or 0x90 or 0x9D) return false;
            if (b >= 128) high++;
        }

        return high <= Math.Max(1, bytes.Length * MostHighBytes);
    }

    private static Result Failed(string error) => new(null, null, error);
}
