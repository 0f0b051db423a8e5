namespace Ascribe.Dossiers.Merging;

/// <summary>
/// Hashes in ascending order as few bits: a bit for each one that the reader knows already, and the others as differences in Rice's code, which for evenly
/// strewn numbers takes half a bit more than the least possible.
/// </summary>
internal static class SortedHashes
{
    /// <summary>More ones in a row than any difference takes: the bytes are damaged.</summary>
    private const int LongestRun = 1 << 16;

    /// <param name="bits">All hashes are below two to this power.</param>
    /// <param name="known">Hashes that the reader will know, in ascending order.</param>
    public static void Write(BinaryWriter writer, uint[] hashes, int bits, uint[] known)
    {
        var told = hashes.ToHashSet();
        uint[] others = [.. hashes.Except(known)];
        var shared = others.Length < hashes.Length;
        writer.Write7BitEncodedInt(others.Length * 2 + (shared ? 1 : 0));
        var sink = new BitWriter(writer);
        if (shared)
        {
            foreach (var hash in known) sink.Write(told.Contains(hash) ? 1u : 0, 1);
        }

        var low = LowBits(bits, others.Length);
        var last = 0u;
        foreach (var hash in others)
        {
            for (var high = (hash - last) >> low; high > 0; high--) sink.Write(1, 1);
            sink.Write(0, 1);
            sink.Write((hash - last) & ((1u << low) - 1), low);
            last = hash;
        }

        sink.Flush();
    }

    /// <exception cref="EndOfStreamException">The bytes end.</exception>
    /// <exception cref="FormatException">These are no hashes.</exception>
    public static uint[] Read(BinaryReader reader, int bits, uint[] known)
    {
        var head = reader.Read7BitEncodedInt();
        var (count, shared) = (head >> 1, (head & 1) != 0);
        if (head < 0 || count > reader.BaseStream.Length * 8) throw new FormatException("more hashes than bits");
        var source = new BitReader(reader);
        var hashes = new List<uint>(count + (shared ? known.Length : 0));
        if (shared)
        {
            foreach (var hash in known)
            {
                if (source.Read(1) == 1) hashes.Add(hash);
            }
        }

        var low = LowBits(bits, count);
        var last = 0u;
        for (var i = 0; i < count; i++)
        {
            var high = 0u;
            while (source.Read(1) == 1)
            {
                if (++high > LongestRun) throw new FormatException("a difference larger than all hashes");
            }

            var hash = last + ((ulong)high << low) + source.Read(low);
            if (hash >> bits != 0 || i > 0 && hash == last) throw new FormatException("hashes that do not rise");
            hashes.Add(last = (uint)hash);
        }

        if (!shared) return [.. hashes];
        hashes.Sort();
        for (var i = 1; i < hashes.Count; i++)
        {
            if (hashes[i] == hashes[i - 1]) throw new FormatException("a hash told twice");
        }

        return [.. hashes];
    }

    /// <summary>The bits of a difference that are written as they are: the logarithm of two thirds of the mean difference.</summary>
    private static int LowBits(int bits, int count) => count == 0 ? 0 : Math.Clamp((int)Math.Round(bits - Math.Log2(count * 1.45)), 0, bits);

    private ref struct BitWriter(BinaryWriter writer)
    {
        private ulong _held;
        private int _count;

        public void Write(uint value, int bits)
        {
            _held = _held << bits | value;
            for (_count += bits; _count >= 8; _count -= 8) writer.Write((byte)(_held >> (_count - 8)));
        }

        public void Flush()
        {
            if (_count > 0) Write(0, 8 - _count);
        }
    }

    private ref struct BitReader(BinaryReader reader)
    {
        private ulong _held;
        private int _count;

        public uint Read(int bits)
        {
            for (; _count < bits; _count += 8) _held = _held << 8 | reader.ReadByte();
            _count -= bits;
            return (uint)(_held >> _count) & (uint)((1UL << bits) - 1);
        }
    }
}
