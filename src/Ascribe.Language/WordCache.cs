using System.Collections.Concurrent;

namespace Ascribe.Language;

/// <summary>
/// The words seen before, shared by all documents of an analyzer, so that a common word costs no allocation. Bounded: once
/// it is full, words not in it are made anew each time. Safe to use from many threads; what it returns never depends on its state.
/// </summary>
internal sealed class WordCache
{
    private const int Limit = 200_000;
    private const int LongestWord = 32;

    private readonly ConcurrentDictionary<string, Word> _words = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Word>.AlternateLookup<ReadOnlySpan<char>> _wordOf;
    private int _count;

    public WordCache() => _wordOf = _words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="text">As written.</param>
    public Word Word(ReadOnlySpan<char> text)
    {
        if (_wordOf.TryGetValue(text, out var word)) return word;
        word = new Word(text, TokenForm.Fold(text));
        if (text.Length <= LongestWord && _count < Limit && _wordOf.TryAdd(text, word)) Interlocked.Increment(ref _count);
        return word;
    }
}
