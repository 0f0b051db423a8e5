namespace Ascribe.Places.Import;

/// <summary>That an entry has a name. The order is that of the index: by hash, most populous first.</summary>
/// <param name="Hash">See <see cref="GazetteerIndexFormat.HashOf"/>.</param>
/// <param name="Value">Twice the entry's number, plus one where the name is an alternate one.</param>
internal readonly record struct Posting(ulong Hash, int Population, int Value) : IComparable<Posting>
{
    public int CompareTo(Posting other)
    {
        if (Hash != other.Hash) return Hash < other.Hash ? -1 : 1;
        return Population != other.Population ? other.Population.CompareTo(Population) : Value.CompareTo(other.Value);
    }
}
