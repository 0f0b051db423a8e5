using System.Collections.Concurrent;

namespace Ascribe.Language;

/// <summary>
/// Folded forms of words seen before, shared by all documents of an analyzer, so that a common word costs no allocation. Bounded: once
/// it is full, words not in it are folded anew each time. Safe to use from many threads; what it returns never depends on its state.
/// </summary>
internal sealed class WordCache
{
    private const int Limit = 200_000;
    private const int LongestWord = 32;

    private readonly ConcurrentDictionary<string, string> _forms = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _formOf;
    private int _count;

    public WordCache() => _formOf = _forms.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary><see cref="TokenForm.Fold"/> of the word.</summary>
    public string Form(ReadOnlySpan<char> word)
    {
        if (_formOf.TryGetValue(word, out var form)) return form;
        form = TokenForm.Fold(word);
        if (word.Length <= LongestWord && _count < Limit && _formOf.TryAdd(word, form)) Interlocked.Increment(ref _count);
        return form;
    }
}
