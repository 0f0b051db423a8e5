namespace Ascribe.Places.Import;

/// <summary>A set of positive numbers as bits: 2 MB for the 13 million ids of GeoNames, 256 MB for any ids at all.</summary>
internal sealed class IdSet
{
    private const int PageBits = 16;

    private readonly ulong[]?[] _pages = new ulong[1 << (31 - PageBits)][];

    /// <returns>False where it was in it already.</returns>
    public bool Add(int id)
    {
        var page = _pages[id >> PageBits] ??= new ulong[1 << (PageBits - 6)];
        ref var word = ref page[(id & (1 << PageBits) - 1) >> 6];
        var bit = 1UL << (id & 63);
        if ((word & bit) != 0) return false;
        word |= bit;
        return true;
    }
}
