using System.Buffers.Binary;
using System.Text;

namespace Ascribe.Bench.Fuzzing;

/// <summary>
/// Makes inputs out of seeds: bits and bytes changed, put in, taken out and doubled, two seeds joined, numbers at the limits of their types, tokens put for each
/// other, brackets in each other; and now and then bytes by chance alone.
/// </summary>
internal sealed class Mutator
{
    /// <summary>What JSON, HTML, Markdown, YAML and questions stumble over.</summary>
    private static readonly string[] s_awkward =
    [
        "null", "true", "false", "-1", "0", "2147483648", "-9223372036854775808", "9223372036854775807", "18446744073709551616", "1e999", "-0.0", "NaN", "1e-400", "\"\"", "[]", "{}", "[{", "}]",
        "\"\\ud800\"", "\"\\u0000\"", "\\", "\"", "'", "`", "<", ">", "</", "<!--", "-->", "<![CDATA[", "&#0;", "&#xD800;", "&amp;", "\0", "\u0001", "\u00a0", "\u2028", "\u200f", "\ufeff", "\ufffd", "\U0001F600",
        "e\u0301", "\r\n", "\n\n", "\t", "---\n", "#", "*", "(", ")", "&", "*a", "&a", "%", "%00", "%ff", "+", "..", "/", "$1", "§", "9999-12-31", "-9998-01-01", "0000-00-00", "2024-02-30", "T24:00", "+18:00", "Z",
    ];

    private static readonly long[] s_limits = [0, 1, -1, 127, 128, 255, 256, 32767, 32768, 65535, 65536, int.MaxValue, int.MinValue, uint.MaxValue, long.MaxValue, long.MinValue];

    /// <summary>One input in so many nests deeply, and then so deep.</summary>
    private const int RarelyDeep = 2000, Deepest = 20_000;

    private readonly IReadOnlyList<byte[]> _seeds;
    private readonly byte[][] _tokens;
    private readonly int _longest;

    public Mutator(IReadOnlyList<byte[]> seeds, IEnumerable<string> words, int longest)
    {
        _seeds = seeds;
        _longest = longest;
        // Of binary seeds their texts are tokens all the same.
        var known = seeds.SelectMany(s => Tokens(Encoding.UTF8.GetString(s))).Distinct().Take(2000);
        _tokens = [.. known.Concat(words).Concat(s_awkward).Select(Encoding.UTF8.GetBytes)];
    }

    public byte[] Input(InputRandom random)
    {
        if (random.OneIn(100)) return Bytes(random, random.Below(200));
        var input = new List<byte>(random.Of(_seeds));
        for (var changes = 1 + random.Below(random.OneIn(4) ? 16 : 3); changes > 0; changes--) Change(input, random);
        if (input.Count > _longest) input.RemoveRange(_longest, input.Count - _longest);
        if (random.OneIn(RarelyDeep)) Nest(input, random, Deepest);
        return [.. input];
    }

    private void Change(List<byte> input, InputRandom random)
    {
        var at = random.Below(input.Count + 1);
        switch (random.Below(13))
        {
            case 0 when at < input.Count:
                input[at] ^= (byte)(1 << random.Below(8));
                break;
            case 1 when at < input.Count:
                input[at] = (byte)random.Next();
                break;
            case 2:
                input.InsertRange(at, Bytes(random, 1 + random.Below(8)));
                break;
            case 3:
                input.RemoveRange(at, Math.Min(input.Count - at, 1 + random.Below(random.OneIn(4) ? 256 : 8)));
                break;
            case 4:
                input.InsertRange(random.Below(input.Count + 1), input.GetRange(at, Math.Min(input.Count - at, 1 + random.Below(64))));
                break;
            case 5 when random.OneIn(3):
                input.RemoveRange(at, input.Count - at);
                break;
            case 6:
                input.InsertRange(at, random.Of(_tokens));
                break;
            case 7 or 8 or 9:
                Replace(input, at, random.Of(_tokens));
                break;
            case 10:
                var other = random.Of(_seeds);
                var from = random.Below(other.Length + 1);
                input.InsertRange(at, other.AsSpan(from, random.OneIn(2) ? other.Length - from : random.Below(other.Length - from + 1)).ToArray());
                break;
            case 11:
                Limit(input, at, random);
                break;
            case 12 when random.OneIn(4):
                Nest(input, random, 64);
                break;
        }
    }

    /// <summary>Puts a token in the place of the one that stands there.</summary>
    private static void Replace(List<byte> input, int at, byte[] token)
    {
        if (at < input.Count)
        {
            var (start, end) = (at, at + 1);
            if (IsOfWord(input[at]))
            {
                while (start > 0 && IsOfWord(input[start - 1])) start--;
                while (end < input.Count && IsOfWord(input[end])) end++;
            }

            input.RemoveRange(start, end - start);
            at = start;
        }

        input.InsertRange(at, token);
    }

    /// <summary>A number at the limit of its type over the bytes that stand there, in either order.</summary>
    private static void Limit(List<byte> input, int at, InputRandom random)
    {
        Span<byte> number = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(number, random.Of(s_limits));
        var length = Math.Min(1 << random.Below(4), input.Count - at);
        if (random.OneIn(2)) number[..length].Reverse();
        for (var i = 0; i < length; i++) input[at + i] = number[i];
    }

    private void Nest(List<byte> input, InputRandom random, int deepest)
    {
        var (token, times) = (random.Of(_tokens), 1 + random.Below(deepest));
        if (token.Length == 0) return;
        var nested = new byte[token.Length * Math.Min(times, 1 + 100_000 / token.Length)];
        for (var i = 0; i < nested.Length; i++) nested[i] = token[i % token.Length];
        input.InsertRange(random.Below(input.Count + 1), nested);
    }

    private static byte[] Bytes(InputRandom random, int length)
    {
        var bytes = new byte[length];
        for (var i = 0; i < length; i++) bytes[i] = (byte)random.Next();
        return bytes;
    }

    private static IEnumerable<string> Tokens(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = start + 1;
            if (char.IsAsciiLetterOrDigit(text[start]) || text[start] == '_')
            {
                while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_')) end++;
            }

            yield return text[start..end];
            start = end;
        }
    }

    private static bool IsOfWord(byte b) => char.IsAsciiLetterOrDigit((char)b) || b == '_';
}
