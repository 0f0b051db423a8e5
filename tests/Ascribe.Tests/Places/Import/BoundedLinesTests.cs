using System.Text;
using Ascribe.Places.Import;

namespace Ascribe.Tests.Places.Import;

public sealed class BoundedLinesTests
{
    [Theory]
    [InlineData("", new string[0])]
    [InlineData("one", new[] { "one" })]
    [InlineData("one\n", new[] { "one" })]
    [InlineData("one\r\n\r\ntwo\n", new[] { "one", "", "two" })]
    [InlineData("\uFEFFone\n\uFEFFtwo", new[] { "one", "\uFEFFtwo" })]
    public void Lines_are_given_without_their_ends(string text, string[] expected)
    {
        var lines = new BoundedLines(new MemoryStream(Encoding.UTF8.GetBytes(text)));
        var found = new List<string>();
        while (lines.Next(out var line)) found.Add(Encoding.UTF8.GetString(line));
        Assert.Equal(expected, found);
        Assert.Equal(expected.Length, lines.Number);
    }

    /// <summary>Any chunks that a stream gives, and lines around the limit.</summary>
    [Fact]
    public void Lines_of_all_lengths_come_through_in_any_chunks()
    {
        var random = new Random(11);
        int[] lengths = [0, 1, 70, BoundedLines.MaxLength - 1, BoundedLines.MaxLength, BoundedLines.MaxLength + 1, 1 << 19, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 3 << 20, 5];
        var text = string.Join('\n', lengths.Select((n, i) => new string((char)('a' + i), n)));
        var lines = new BoundedLines(new Chunks(Encoding.ASCII.GetBytes(text), random));
        foreach (var length in lengths)
        {
            Assert.True(lines.Next(out var line));
            Assert.Equal(length > BoundedLines.MaxLength, lines.IsTooLong);
            Assert.Equal(lines.IsTooLong ? 0 : length, line.Length);
        }

        Assert.True(lines.IsUnended);
        Assert.False(lines.Next(out _));
    }

    [Fact]
    public void Four_gigabytes_in_one_line_are_passed_over_in_bounded_memory()
    {
        var lines = new BoundedLines(new Endless(4L << 30));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.True(lines.Next(out var line));
        Assert.True(lines.IsTooLong);
        Assert.True(line.IsEmpty);
        Assert.True(lines.Next(out line));
        Assert.Equal("end"u8, line);
        Assert.False(lines.Next(out _));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 16);
    }

    private sealed class Chunks(byte[] bytes, Random random) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, random.Next(1, 100_000)));
    }

    /// <summary>So many zeros, a line break and the word "end".</summary>
    private sealed class Endless(long zeros) : MemoryStream("\nend"u8.ToArray())
    {
        private long _left = zeros;

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_left == 0) return base.Read(buffer, offset, count);
            var read = (int)Math.Min(_left, count);
            _left -= read;
            buffer.AsSpan(offset, read).Clear();
            return read;
        }
    }
}
