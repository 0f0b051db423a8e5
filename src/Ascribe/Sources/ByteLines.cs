namespace Ascribe.Sources;

/// <summary>The lines of a stream as bytes, one at a time; at no time is more than one line held.</summary>
internal sealed class ByteLines
{
    private readonly Stream _stream;
    private readonly int _longest;
    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;
    private bool _atEnd;

    /// <param name="longest">The most bytes that a line may have.</param>
    public ByteLines(Stream stream, int longest)
    {
        _stream = stream;
        _longest = longest;
    }

    /// <summary>Number of the line read last, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>How many bytes the line read last took with its line break.</summary>
    public long Bytes { get; private set; }

    /// <summary>True where the line read last was longer than allowed; it has been passed over.</summary>
    public bool TooLong { get; private set; }

    /// <summary>The next line without its line break, valid until the next call; false at the end.</summary>
    public bool Next(out ReadOnlyMemory<byte> line)
    {
        line = default;
        Bytes = 0;
        TooLong = false;
        var searched = 0;
        while (true)
        {
            var found = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (found >= 0 || (_atEnd && _end > _start))
            {
                var length = found >= 0 ? searched + found : _end - _start;
                if (!TooLong && length <= _longest) line = _buffer.AsMemory(_start, length);
                else TooLong = true;
                _start += length + (found >= 0 ? 1 : 0);
                Bytes += length + (found >= 0 ? 1 : 0);
                Number++;
                return true;
            }

            if (_atEnd)
            {
                if (!TooLong) return false;
                Number++;
                return true;
            }

            searched = _end - _start;
            if (searched > _longest)
            {
                TooLong = true;
                Bytes += searched;
                _start = _end = searched = 0;
            }

            Fill();
        }
    }

    private void Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = _stream.Read(_buffer, _end, _buffer.Length - _end);
        if (read == 0) _atEnd = true;
        _end += read;
    }
}
