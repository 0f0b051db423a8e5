using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ascribe.Dossiers.Review;
using Ascribe.Language;

namespace Ascribe.Dossiers.Actors;

/// <summary>The numbers under which an actor is found: by a whole name, by a word of one, by its initials, by an id.</summary>
internal static class NameKeys
{
    private static readonly SearchValues<char> s_digits = SearchValues.Create("0123456789abcdef");

    /// <summary>Keys are numbers of so many bits, which SQLite keeps in four bytes, strewn evenly; two may meet, and whoever looks under one compares what he finds.</summary>
    public const int Bits = 31;

    /// <summary>The last bits of a key tell of what kind it is.</summary>
    private const int KindBits = 2;

    private const long Word = 0, Name = 1, Id = 2;

    private const int IdBits = 4 * ActorKey.Digits;

    /// <summary>In characters.</summary>
    private const int ShortestWord = 3;

    /// <summary>The letters and digits of a name, without case, accents and signs: "al-Qaeda" and "Al Qaeda" are one.</summary>
    public static string Letters(string name) => string.Concat(TokenForm.Fold(name).Where(char.IsLetterOrDigit));

    /// <summary>Of a whole name.</summary>
    public static long OfName(string name) => Hash(Letters(name)) | Name;

    /// <summary>Of an id of the actor table.</summary>
    public static long OfTable(string tableId) => Hash("id:" + tableId) | Name;

    /// <summary>Of a number that <see cref="NumberOf(ActorKey)"/> gave.</summary>
    public static long OfId(long number) => number >> (IdBits - Bits + KindBits) << KindBits | Id;

    /// <summary>All under which a name is kept: itself, its words where it has several, and where it is no person's the initials.</summary>
    /// <param name="isTelling">False for a name that many may have: it is kept as a word, so that whole names stay few under a key.</param>
    public static IEnumerable<long> Kept(string name, bool isPerson, bool isTelling)
    {
        var words = Words(name);
        if (!isTelling) return words.Select(OfWord);
        if (words.Length < 2) return [OfName(name)];
        var keys = OfTellingWords(words).Prepend(OfName(name));
        return isPerson ? keys.Distinct() : keys.Append(OfWord(Initials(words))).Distinct();
    }

    /// <summary>All under which a name that may mean the same is looked for.</summary>
    public static IEnumerable<long> Related(string name)
    {
        var words = Words(name);
        var keys = words.SelectMany(w => (long[])[OfWord(w), OfName(w)]).Append(OfName(name));
        return words.Length < 2 ? keys.Distinct() : keys.Append(OfName(Initials(words))).Distinct();
    }

    /// <summary>The words of a name but the shortest ("of", "al"), which tell nothing.</summary>
    public static IEnumerable<long> OfTellingWords(string[] words) =>
        (words.Any(w => w.Length >= ShortestWord) ? words.Where(w => w.Length >= ShortestWord) : words).Select(OfWord);

    /// <summary>Initials lie among the words: a name is looked for under them as if it were one.</summary>
    public static long OfWord(string word) => Hash(string.Concat(word.Where(char.IsLetterOrDigit))) | Word;

    public static string[] Words(string name) => [.. TokenForm.Fold(name).Split([' ', '-', '\'', '.', ','], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Any(char.IsLetterOrDigit))];

    /// <summary>The first letters of the words.</summary>
    public static string Initials(string[] words) => string.Concat(words.Select(w => w[0]));

    /// <summary>The hex digits of an id as a number.</summary>
    public static long NumberOf(ActorKey key) => NumberOf(key.Id);

    public static long NumberOf(string id) => long.Parse(id.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    /// <summary>True for "a" and the digits of an id.</summary>
    public static bool IsId(string text) => text.Length == 1 + ActorKey.Digits && text[0] == 'a' && text.AsSpan(1).IndexOfAnyExcept(s_digits) < 0;

    public static string IdOf(long number) => string.Create(CultureInfo.InvariantCulture, $"a{number:x14}");

    private static long Hash(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return BinaryPrimitives.ReadUInt32BigEndian(hash) >> (32 - Bits + KindBits) << KindBits;
    }
}
