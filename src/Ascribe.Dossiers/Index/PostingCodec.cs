using System.Buffers;

namespace Ascribe.Dossiers.Index;

/// <summary>
/// Writes the lists of a bucket, by ascending keys: the difference to the key before, how many bytes the list has, and of each posting by ascending sketches the
/// difference to the sketch before and both weights.
/// </summary>
internal sealed class PostingWriter(int capacity)
{
    private readonly ArrayBufferWriter<byte> _bytes = new(capacity);
    private readonly ArrayBufferWriter<byte> _list = new();
    private uint _last;

    public void Write(uint key, ReadOnlySpan<Posting> postings)
    {
        _list.ResetWrittenCount();
        var last = 0;
        foreach (var posting in postings)
        {
            Number(_list, (uint)(posting.Sketch - last));
            _list.Write([posting.Whole, posting.Lead]);
            last = posting.Sketch;
        }

        Copy(key, _list.WrittenSpan);
    }

    /// <summary>A list as it was read.</summary>
    public void Copy(uint key, ReadOnlySpan<byte> list)
    {
        Number(_bytes, key - _last);
        Number(_bytes, (uint)list.Length);
        _bytes.Write(list);
        _last = key;
    }

    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();

    private static void Number(ArrayBufferWriter<byte> bytes, uint number)
    {
        for (; number >= 0x80; number >>= 7) bytes.Write([(byte)(number | 0x80)]);
        bytes.Write([(byte)number]);
    }
}

/// <summary>Reads what <see cref="PostingWriter"/> wrote.</summary>
internal ref struct PostingReader(ReadOnlySpan<byte> body)
{
    private ReadOnlySpan<byte> _rest = body;
    private uint _last;

    /// <summary>The next list; false: there is none.</summary>
    /// <exception cref="InvalidDataException">The bytes are damaged.</exception>
    public bool Next(out uint key, out ReadOnlySpan<byte> list)
    {
        key = 0;
        list = default;
        if (_rest.Length == 0) return false;
        key = _last += Number(ref _rest);
        var length = Number(ref _rest);
        if (length > _rest.Length) throw new InvalidDataException("a list longer than its bucket");
        list = _rest[..(int)length];
        _rest = _rest[(int)length..];
        return true;
    }

    /// <exception cref="InvalidDataException">The bytes are damaged.</exception>
    public static void Read(uint key, ReadOnlySpan<byte> list, List<Posting> into)
    {
        var sketch = 0;
        while (list.Length > 0)
        {
            var step = Number(ref list);
            if (step > int.MaxValue - sketch) throw new InvalidDataException("a sketch that cannot be");
            sketch += (int)step;
            if (list.Length < 2) throw new InvalidDataException("a posting cut short");
            into.Add(new Posting(key, sketch, list[0], list[1]));
            list = list[2..];
        }
    }

    private static uint Number(ref ReadOnlySpan<byte> bytes)
    {
        var number = 0u;
        for (var shift = 0; shift < 35; shift += 7)
        {
            if (bytes.Length == 0) break;
            var next = bytes[0];
            bytes = bytes[1..];
            number |= (next & 0x7Fu) << shift;
            if (next < 0x80) return number;
        }

        throw new InvalidDataException("a number cut short");
    }
}
