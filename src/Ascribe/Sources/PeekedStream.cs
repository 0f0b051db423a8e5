using System.Text;

namespace Ascribe.Sources;

/// <summary>A stream whose beginning can be looked at before it is read.</summary>
internal sealed class PeekedStream : IDisposable
{
    private readonly Stream _stream;
    private byte[]? _head;

    public PeekedStream(Stream stream) => _stream = stream;

    /// <summary>The first bytes, at most 4096.</summary>
    public ReadOnlySpan<byte> Head()
    {
        if (_head is null)
        {
            var buffer = new byte[4096];
            var length = _stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            _head = buffer[..length];
        }

        return _head;
    }

    /// <summary>All bytes, or null where there are more than <paramref name="limit"/>.</summary>
    public byte[]? ReadAll(int limit)
    {
        var all = new MemoryStream();
        all.Write(Head());
        var buffer = new byte[1 << 16];
        while (all.Length <= limit)
        {
            var read = _stream.Read(buffer);
            if (read == 0) return all.ToArray();
            all.Write(buffer, 0, read);
        }

        return null;
    }

    /// <summary>The whole stream as UTF-8 without a byte order mark; UTF-16 is transcoded on the way.</summary>
    public Stream Utf8()
    {
        var head = Head().ToArray();
        if (Head().StartsWith(Encoding.Unicode.Preamble)) return Encoding.CreateTranscodingStream(Rest(head, 2), Encoding.Unicode, new UTF8Encoding(false));
        if (Head().StartsWith(Encoding.BigEndianUnicode.Preamble)) return Encoding.CreateTranscodingStream(Rest(head, 2), Encoding.BigEndianUnicode, new UTF8Encoding(false));
        return Rest(head, Head().StartsWith(Encoding.UTF8.Preamble) ? 3 : 0);
    }

    public void Dispose() => _stream.Dispose();

    private ChainedStream Rest(byte[] head, int skip) => new(head, skip, _stream);

    /// <summary>Some bytes, then a stream.</summary>
    private sealed class ChainedStream(byte[] head, int position, Stream rest) : Stream
    {
        private int _position = position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_position >= head.Length) return rest.Read(buffer, offset, count);
            var read = Math.Min(count, head.Length - _position);
            head.AsSpan(_position, read).CopyTo(buffer.AsSpan(offset));
            _position += read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
