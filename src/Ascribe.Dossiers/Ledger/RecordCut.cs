using System.Buffers.Text;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ascribe.Dossiers.Ledger;

/// <summary>
/// Leaves out of a record's JSON what its report's JSON tells: the report itself, and the words of each quote, which its offsets tell. In their place stand
/// characters that JSON does not allow, and behind the record the offsets as numbers of a byte or two. It looks at bytes and not at what they mean: whatever is
/// not exactly as expected stays as it is.
/// </summary>
internal static class RecordCut
{
    private const byte ReportMark = 1, QuoteMark = 2, LeastOfJson = 0x20;

    /// <summary>A record has so many bytes at most, and so many more for each byte of its report and of what was left of it: each mark stands for many bytes, and bytes made to do harm could ask for any number.</summary>
    private const long Room = 1 << 20, RoomOfReport = 64, RoomOfCut = 4;

    private static ReadOnlySpan<byte> QuoteStart => "{\"start\":"u8;

    private static ReadOnlySpan<byte> QuoteEnd => ",\"end\":"u8;

    private static ReadOnlySpan<byte> QuoteText => ",\"text\":\""u8;

    private static ReadOnlySpan<byte> OfTitle => "\",\"in\":\"title\"}"u8;

    private static ReadOnlySpan<byte> OfText => "\"}"u8;

    /// <summary>The record without what the report tells; null where it could not be brought back byte for byte.</summary>
    public static byte[]? TryCut(ReadOnlySpan<byte> record, ReadOnlySpan<byte> report)
    {
        var at = record.IndexOf(report);
        if (at < 0 || record.IndexOfAnyInRange((byte)0, (byte)(LeastOfJson - 1)) >= 0) return null;
        var texts = Texts.Of(report);
        var cut = new MemoryStream(record.Length / 2);
        var spans = new SpanWriter();
        cut.Write(record[..at]);
        cut.WriteByte(ReportMark);
        for (var rest = record[(at + report.Length)..]; ;)
        {
            var quote = rest.IndexOf(QuoteStart);
            if (quote < 0)
            {
                cut.Write(rest);
                break;
            }

            cut.Write(rest[..quote]);
            rest = rest[quote..];
            if (QuoteAt(rest, texts, out var span) is > 0 and var length)
            {
                cut.WriteByte(QuoteMark);
                spans.Write(span);
                rest = rest[length..];
            }
            else
            {
                cut.WriteByte(rest[0]);
                rest = rest[1..];
            }
        }

        var whole = new MemoryStream((int)cut.Length + 512);
        using (var writer = new BinaryWriter(whole, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write7BitEncodedInt((int)cut.Length);
            writer.Write(cut.GetBuffer(), 0, (int)cut.Length);
            writer.Write(spans.ToArray());
        }

        var bytes = whole.ToArray();
        return record.Length <= Most(bytes, report) && Restore(bytes, report).AsSpan().SequenceEqual(record) ? bytes : null;
    }

    /// <summary>The record as it was.</summary>
    /// <exception cref="InvalidDataException">The bytes are damaged, or of another report.</exception>
    public static byte[] Restore(byte[] cut, ReadOnlySpan<byte> report)
    {
        var texts = Texts.Of(report);
        using var reader = new BinaryReader(new MemoryStream(cut));
        try
        {
            var length = reader.Read7BitEncodedInt();
            var from = (int)reader.BaseStream.Position;
            var rest = cut.AsSpan(from, length);
            reader.BaseStream.Position = from + length;
            var spans = new SpanReader(reader);
            var record = new MemoryStream(cut.Length * 2 + report.Length);
            while (rest.IndexOfAny(ReportMark, QuoteMark) is >= 0 and var mark)
            {
                record.Write(rest[..mark]);
                if (rest[mark] == ReportMark) record.Write(report);
                else Write(record, texts, spans.Read());
                rest = rest[(mark + 1)..];
                if (record.Length > Most(cut, report)) throw new FormatException("more than a record can have");
            }

            record.Write(rest);
            return record.ToArray();
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException or ArgumentException)
        {
            throw new InvalidDataException("the record does not fit its report", e);
        }
    }

    private static long Most(byte[] cut, ReadOnlySpan<byte> report) => Room + RoomOfReport * report.Length + RoomOfCut * cut.Length;

    /// <summary>How long the quote is that begins here; 0: it is none, or its words are not those at its offsets.</summary>
    private static int QuoteAt(ReadOnlySpan<byte> json, Texts texts, out QuoteSpan span)
    {
        span = default;
        var at = QuoteStart.Length;
        if (!Number(json, ref at, QuoteEnd, out var start) || !Number(json, ref at, QuoteText, out var end) || end <= start) return 0;
        foreach (var isTitle in (ReadOnlySpan<bool>)[false, true])
        {
            if (end > texts.Of(isTitle).Length) continue;
            var slice = texts.Of(isTitle).AsSpan(start, end - start);
            // Offsets of the title may cut a character of the text in two.
            if (char.IsLowSurrogate(slice[0]) || char.IsHighSurrogate(slice[^1])) continue;
            var words = JsonEncodedText.Encode(slice, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes;
            if (!json[at..].StartsWith(words) || !json[(at + words.Length)..].StartsWith(isTitle ? OfTitle : OfText)) continue;
            span = new QuoteSpan(start, end - start, isTitle);
            return at + words.Length + (isTitle ? OfTitle : OfText).Length;
        }

        return 0;
    }

    private static bool Number(ReadOnlySpan<byte> json, ref int at, ReadOnlySpan<byte> behind, out int number)
    {
        if (!Utf8Parser.TryParse(json[at..], out number, out var length) || number < 0 || !json[(at + length)..].StartsWith(behind)) return false;
        at += length + behind.Length;
        return true;
    }

    private static void Write(MemoryStream record, Texts texts, QuoteSpan span)
    {
        Span<byte> digits = stackalloc byte[11];
        record.Write(QuoteStart);
        Utf8Formatter.TryFormat(span.Start, digits, out var length);
        record.Write(digits[..length]);
        record.Write(QuoteEnd);
        Utf8Formatter.TryFormat(span.Start + span.Length, digits, out length);
        record.Write(digits[..length]);
        record.Write(QuoteText);
        record.Write(JsonEncodedText.Encode(texts.Of(span.IsTitle).AsSpan(span.Start, span.Length), JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes);
        record.Write(span.IsTitle ? OfTitle : OfText);
    }

    /// <summary>What quotes are cut from.</summary>
    private readonly record struct Texts(string Title, string Text)
    {
        public static Texts Of(ReadOnlySpan<byte> report)
        {
            var json = new Utf8JsonReader(report);
            try
            {
                using var fields = JsonDocument.ParseValue(ref json);
                return new Texts(fields.RootElement.GetProperty("title").GetString() ?? "", fields.RootElement.GetProperty("text").GetString() ?? "");
            }
            catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw new InvalidDataException("the report of the record is damaged", e);
            }
        }

        public string Of(bool isTitle) => isTitle ? Title : Text;
    }
}
