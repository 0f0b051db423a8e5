namespace Ascribe.Places;

/// <summary>
/// The file of an imported gazetteer, little endian. A head of fixed size is followed by: the entries (32 bytes each), their names
/// (UTF-8), the postings (4 bytes each, as <see cref="Gazetteer.Find"/> has them), the keys (8 bytes for the hash of the folded name,
/// 4 for its first posting; one more ends the last), a directory that says where the keys with each first 16 bits begin, the countries
/// (2 letters each) and the source as JSON. Keys are sorted by hash, so that a look-up touches two or three pages of a file of any size.
/// </summary>
internal static class GazetteerIndexFormat
{
    public const string Magic = "ASCGIX01";

    /// <summary>Magic, four counts, two lengths, the SHA-256 of all that follows the head, and 8 bytes of the SHA-256 of the head so far.</summary>
    public const int HeadSize = 88;

    public const int EntrySize = 32;

    public const int KeySize = 12;

    public const int DirectoryBits = 16;

    public const int DirectorySize = ((1 << DirectoryBits) + 1) * sizeof(int);

    /// <summary>Stands in the list of countries for the open sea.</summary>
    public const string NoCountry = "  ";

    /// <summary>So many places of one name are kept, the most populous.</summary>
    public const int MaxPostings = 255;

    /// <summary>
    /// FNV-1a over UTF-16 units with the last mix of MurmurHash3. That any two of 20 million names share one has odds of one to 90,000; a
    /// name that is not there finds another one with odds of one to 10^12.
    /// </summary>
    public static ulong HashOf(ReadOnlySpan<char> key)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in key) hash = (hash ^ c) * 1099511628211UL;
        hash = (hash ^ hash >> 33) * 0xFF51AFD7ED558CCDUL;
        hash = (hash ^ hash >> 33) * 0xC4CEB9FE1A85EC53UL;
        return hash ^ hash >> 33;
    }
}
