using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ascribe.Dossiers.Review;
using Ascribe.Language;

namespace Ascribe.Dossiers.Actors;

/// <summary>The numbers under which an actor is found: by a whole name, by a word of one, by its initials, by an id. Each kind has a range of its own.</summary>
internal static class NameKeys
{
    /// <summary>Words take 31 bits, which SQLite keeps in four bytes, all else 45, which it keeps in six.</summary>
    private const int WordBits = 31, LongBits = 45;

    private const long Names = 1L << LongBits, Ids = 2L << LongBits;

    /// <summary>Initials lie among the words: a name is looked for under them as if it were one.</summary>
    private const int FewestInitials = 2;

    /// <summary>The letters and digits of a name, without case, accents and signs: "al-Qaeda" and "Al Qaeda" are one.</summary>
    public static string Letters(string name) => string.Concat(TokenForm.Fold(name).Where(char.IsLetterOrDigit));

    public static long OfName(string name) => Names + Hash(Letters(name), LongBits);

    /// <summary>Of an id of the actor table.</summary>
    public static long OfTable(string tableId) => Names + Hash("id:" + tableId, LongBits);

    /// <summary>Of a number that <see cref="NumberOf(ActorKey)"/> gave.</summary>
    public static long OfId(long number) => Ids + number;

    /// <summary>The words of a name, and the initials of one of several.</summary>
    public static IEnumerable<long> OfWords(string name)
    {
        var keys = OfEachWord(name);
        return (Initials(Words(name)) is { } initials ? keys.Append(Hash(initials, WordBits)) : keys).Distinct();
    }

    public static IEnumerable<long> OfEachWord(string name) => Words(name).Select(w => Hash(w, WordBits));

    public static string[] Words(string name) => [.. TokenForm.Fold(name).Split([' ', '-', '\'', '.', ','], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Any(char.IsLetterOrDigit))];

    /// <summary>The first letters of several words; null of one.</summary>
    public static string? Initials(string[] words) => words.Length < FewestInitials ? null : string.Concat(words.Select(w => w[0]));

    /// <summary>The ten hex digits of an id as a number.</summary>
    public static long NumberOf(ActorKey key) => NumberOf(key.Id);

    public static long NumberOf(string id) => long.Parse(id.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    /// <summary>True for "a" and ten hex digits.</summary>
    public static bool IsId(string text) => text.Length == 11 && text[0] == 'a' && text.AsSpan(1).IndexOfAnyExcept("0123456789abcdef") < 0;

    public static string IdOf(long number) => string.Create(CultureInfo.InvariantCulture, $"a{number:x10}");

    private static long Hash(string text, int bits)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return (long)(BinaryPrimitives.ReadUInt64BigEndian(hash) >> (64 - bits));
    }
}
