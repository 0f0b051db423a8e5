using Ascribe.Dossiers.Merging;
using FsCheck;
using FsCheck.Fluent;

namespace Ascribe.Tests.Merging;

public sealed class SortedHashesTests
{
    private const int Bits = 24;

    [Fact]
    public void Any_hashes_come_back()
    {
        var hashes = Gen.Choose(0, (1 << Bits) - 1).ListOf().Select(l => l.Select(h => (uint)h).Distinct().Order().ToArray());
        Prop.ForAll(hashes.Two().ToArbitrary(), both => Returns(both.Item1, both.Item2) && Returns([.. both.Item1.Concat(both.Item2).Distinct().Order()], both.Item2)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Two_hundred_hashes_of_24_bits_take_little_more_than_two_bytes_each()
    {
        var random = new Random(1);
        uint[] hashes = [.. Enumerable.Range(0, 200).Select(_ => (uint)random.Next(1 << Bits)).Distinct().Order()];
        Assert.InRange(Written(hashes, []).Length, 400, 470);
    }

    [Fact]
    public void A_hash_of_more_bits_than_there_are_is_told()
    {
        using var reader = new BinaryReader(new MemoryStream(Written([7, 1 << Bits], [])));
        Assert.Throws<FormatException>(() => SortedHashes.Read(reader, Bits, []));
    }

    [Fact]
    public void A_hash_told_twice_is_told()
    {
        // One other, 0, in a code of a bit and its low bits; and the known one, 0, too.
        using var reader = new BinaryReader(new MemoryStream([0b11, 0b1000_0000, 0, 0, 0]));
        Assert.Throws<FormatException>(() => SortedHashes.Read(reader, Bits, [0]));
    }

    private static bool Returns(uint[] hashes, uint[] known)
    {
        using var reader = new BinaryReader(new MemoryStream(Written(hashes, known)));
        return SortedHashes.Read(reader, Bits, known).SequenceEqual(hashes);
    }

    private static byte[] Written(uint[] hashes, uint[] known)
    {
        var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        SortedHashes.Write(writer, hashes, Bits, known);
        writer.Flush();
        return bytes.ToArray();
    }
}
