using System.Buffers;

namespace Ascribe.Dossiers.Ledger;

/// <summary>Where a quote stands: offset and length in UTF-16 code units.</summary>
internal readonly record struct QuoteSpan(int Start, int Length, bool IsTitle);

/// <summary>Spans as few bytes: one that came before by how many others came since, a new one by its distance from the last new one.</summary>
internal sealed class SpanWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly List<QuoteSpan> _seen = [];
    private int _last;

    public void Write(QuoteSpan span)
    {
        var at = _seen.LastIndexOf(span);
        if (at >= 0)
        {
            Number((_seen.Count - 1 - at) * 2);
            _seen.RemoveAt(at);
        }
        else
        {
            var distance = (long)span.Start - _last;
            var unsigned = distance >= 0 ? distance * 2 : -distance * 2 - 1;
            Number(unsigned * 4 + (span.IsTitle ? 2 : 0) + 1);
            Number(span.Length);
            _last = span.Start;
        }

        _seen.Add(span);
    }

    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();

    /// <summary>Seven bits a byte, as <see cref="BinaryReader"/> reads them.</summary>
    private void Number(long number)
    {
        for (; number >= 0x80; number >>= 7) _bytes.Write([(byte)(number | 0x80)]);
        _bytes.Write([(byte)number]);
    }
}

/// <summary>Reads what <see cref="SpanWriter"/> wrote.</summary>
internal sealed class SpanReader(BinaryReader reader)
{
    private readonly List<QuoteSpan> _seen = [];
    private int _last;

    /// <exception cref="FormatException">No span was written so.</exception>
    /// <exception cref="EndOfStreamException">There are no more.</exception>
    public QuoteSpan Read()
    {
        var told = reader.Read7BitEncodedInt64();
        QuoteSpan span;
        if (told % 2 == 0)
        {
            var at = _seen.Count - 1 - told / 2;
            if (at < 0 || at >= _seen.Count) throw new FormatException("a span that never was");
            span = _seen[(int)at];
            _seen.RemoveAt((int)at);
        }
        else
        {
            var unsigned = told >> 2;
            _last = (int)(_last + (unsigned % 2 == 0 ? unsigned / 2 : -(unsigned + 1) / 2));
            span = new QuoteSpan(_last, reader.Read7BitEncodedInt(), (told & 2) != 0);
        }

        _seen.Add(span);
        return span;
    }
}
