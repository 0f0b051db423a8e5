namespace Ascribe.Places.Import;

/// <summary>
/// The lines of a stream as bytes, one after another, in a buffer of fixed size: a line that does not fit is passed over, however long
/// it is. A byte order mark and carriage returns at the ends are left out.
/// </summary>
/// <param name="stream">Stays open.</param>
internal sealed class BoundedLines(Stream stream)
{
    /// <summary>
    /// Bytes of the longest line that is given. GeoNames allows 10,000 characters of alternate names and 200 of each other field: at most
    /// 32 KiB of UTF-8.
    /// </summary>
    public const int MaxLength = 1 << 16;

    private readonly byte[] _buffer = new byte[1 << 20];
    private int _start;
    private int _end;

    /// <summary>Number of the line that was read last; the first is 1.</summary>
    public long Number { get; private set; }

    /// <summary>True where the line read last is longer than <see cref="MaxLength"/> and was passed over.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>True where no line break follows the line read last: it is the end of the stream.</summary>
    public bool IsUnended { get; private set; }

    /// <param name="line">Valid until the next call; empty where <see cref="IsTooLong"/>.</param>
    /// <returns>False at the end.</returns>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    /// <exception cref="InvalidDataException">The stream is compressed and damaged.</exception>
    public bool Next(out ReadOnlySpan<byte> line)
    {
        IsTooLong = IsUnended = false;
        line = [];
        var searched = 0;
        while (true)
        {
            var length = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (length >= 0)
            {
                length += searched;
                Take(length, out line);
                _start += length + 1;
                return true;
            }

            searched = _end - _start;
            if (searched > MaxLength)
            {
                // What was read of it is forgotten; its end is waited for.
                IsTooLong = true;
                _start = _end = searched = 0;
            }

            if (Fill() > 0) continue;
            if (_end == _start && !IsTooLong) return false;
            IsUnended = true;
            Take(_end - _start, out line);
            _start = _end;
            return true;
        }
    }

    private void Take(int length, out ReadOnlySpan<byte> line)
    {
        Number++;
        line = _buffer.AsSpan(_start, length);
        if (line is [.., (byte)'\r']) line = line[..^1];
        if (Number == 1 && line is [0xEF, 0xBB, 0xBF, ..]) line = line[3..];
        IsTooLong |= line.Length > MaxLength;
        if (IsTooLong) line = [];
    }

    private int Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read;
    }
}
