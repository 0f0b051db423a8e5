using System.Globalization;
using Ascribe.Language.Models;

namespace Ascribe.Language.Languages;

/// <summary>
/// What is looked at to tell the language of a text: its main script and hashed features of its words. Of a long text some stretches, evenly
/// spread, so that its length costs nothing.
/// </summary>
internal sealed class LanguageSample
{
    /// <summary>Texts up to this many UTF-16 code units are looked at whole.</summary>
    public const int Length = Stretches * StretchLength;

    private const int Stretches = 8;
    private const int StretchLength = 256;
    private const int LongestGram = 5;

    /// <summary>A letter of these scripts writes a syllable or a word, as several Latin ones do.</summary>
    private const int WeightOfSyllables = 3;

    /// <summary>Tells the hash of a word from those of n-grams.</summary>
    private const uint WordTemplate = 101;

    private readonly HashSet<uint> _features = [];

    public LanguageSample(string text)
    {
        var letters = new int[Scripts.Count];
        foreach (var stretch in StretchesOf(text))
        {
            foreach (var c in text.AsSpan(stretch)) letters[(int)Scripts.Of(c)]++;
        }

        Script = Main(letters);
        if (Script == Script.None) return;
        foreach (var stretch in StretchesOf(text)) AddWords(text.AsSpan(stretch));
        Features = [.. _features];
    }

    /// <summary>The script of most of the letters; <see cref="Script.None"/> where there are none of a known script.</summary>
    public Script Script { get; }

    /// <summary>
    /// Hashes of the words and of the character n-grams (1 to 5) within words and their edges, each once: how often it occurs says little more.
    /// </summary>
    public uint[] Features { get; } = [];

    private static IEnumerable<Range> StretchesOf(string text)
    {
        if (text.Length <= Length)
        {
            yield return ..;
            yield break;
        }

        for (var i = 0; i < Stretches; i++)
        {
            var start = (int)((long)(text.Length - StretchLength) * i / (Stretches - 1));
            yield return start..(start + StretchLength);
        }
    }

    private static Script Main(int[] letters)
    {
        letters[(int)Script.None] = 0;
        letters[(int)Script.Hangul] *= WeightOfSyllables;
        // Japanese is written in Han and kana together; Chinese has no kana.
        var (han, kana) = (letters[(int)Script.Han], letters[(int)Script.Kana]);
        letters[(int)Script.Han] = kana * 10 > han ? 0 : (han + kana) * WeightOfSyllables;
        letters[(int)Script.Kana] = kana * 10 > han ? (han + kana) * WeightOfSyllables : 0;
        return (Script)Array.IndexOf(letters, letters.Max());
    }

    private void AddWords(ReadOnlySpan<char> text)
    {
        // The word with a space at either edge.
        Span<char> word = stackalloc char[StretchLength + 2];
        word[0] = ' ';
        var length = 1;
        foreach (var c in text)
        {
            if (IsOfWord(c) && length <= StretchLength) word[length++] = c == '’' ? '\'' : char.ToLowerInvariant(c);
            else if (length > 1) End(word);
        }

        if (length > 1) End(word);

        void End(Span<char> word)
        {
            word[length++] = ' ';
            AddWord(word[..length]);
            length = 1;
        }
    }

    private void AddWord(ReadOnlySpan<char> word)
    {
        for (var start = 0; start < word.Length - 1; start++)
        {
            var hash = 0u;
            for (var n = 1; n <= LongestGram && start + n <= word.Length; n++)
            {
                hash = FeatureHash.Mix((uint)n, hash, word[start + n - 1]);
                if (n > 1 || start > 0) _features.Add(hash);
            }
        }

        _features.Add(FeatureHash.Mix(WordTemplate, FeatureHash.Of(word)));
    }

    /// <summary>Letters, the marks on them (without which words of Indic scripts fall apart) and apostrophes.</summary>
    private static bool IsOfWord(char c) => char.IsLetter(c) || c is '\'' or '’' || (c >= '\u0300' && char.GetUnicodeCategory(c) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);
}
