namespace Ascribe.Lexicons;

/// <summary>
/// Tells of most words that a lexicon has not got them, by their length and three of their letters: most words of a text are in no
/// lexicon, and to look one up costs many times as much.
/// </summary>
internal sealed class WordFilter
{
    private const int Bits = 13;

    private readonly ulong[] _marks = new ulong[1 << (Bits - 6)];

    public void Add(string word)
    {
        var bit = BitOf(word);
        _marks[bit >> 6] |= 1ul << (int)bit;
    }

    /// <summary>True for all words that were added, and for a few others.</summary>
    public bool MayHold(string word)
    {
        var bit = BitOf(word);
        return (_marks[bit >> 6] >> (int)bit & 1) != 0;
    }

    private static uint BitOf(string word)
    {
        if (word.Length == 0) return 0;
        var letters = ((uint)word[0] * 31 + word[word.Length / 2]) * 31 + word[^1];
        return (letters * 31 + (uint)word.Length) * 0x9E3779B9u >> (32 - Bits);
    }
}
