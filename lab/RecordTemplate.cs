using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ascribe.Records;
using NodaTime;
using NodaTime.Text;

namespace Ascribe.Lab;

/// <summary>
/// A record from which many others are made by putting other letters and days into its JSON: names and half of the long words become others of the same length,
/// the same word the same, so that spans stay where they are, and days become later ones.
/// </summary>
internal sealed class RecordTemplate
{
    /// <summary>Days between a copy and the next.</summary>
    private const int DaysApart = 3;

    private const int DayLength = 10;

    private readonly byte[] _json;
    private readonly string _id;
    private readonly int _idAt;
    private readonly int _hashAt;
    private readonly Dictionary<string, List<int>> _words = new(StringComparer.Ordinal);
    private readonly List<(int At, LocalDate Day)> _days = [];

    /// <summary>Where the letters of quotes stand, and where in the JSON they stand first.</summary>
    private readonly List<(int At, int From, int Length)> _quoted = [];
    private readonly string _text;
    private readonly int[] _textAt;

    public RecordTemplate(Record record)
    {
        _json = Encoding.UTF8.GetBytes(RecordJson.Write(record));
        (_id, _text) = (record.Report.Id, record.Report.Text);
        var title = Array.Empty<int>();
        _textAt = [];
        var field = "";
        // Behind an offset the words of a quote stand; other texts are words of their own.
        var (start, inReport) = (-1, false);
        var json = new Utf8JsonReader(_json);
        while (json.Read())
        {
            if (json.TokenType == JsonTokenType.PropertyName) field = json.GetString()!;
            if (json.TokenType == JsonTokenType.StartObject && field == "report") inReport = true;
            if (json.TokenType == JsonTokenType.EndObject) inReport = false;
            if (json.TokenType == JsonTokenType.Number && field == "start") start = json.GetInt32();
            if (json.TokenType != JsonTokenType.String) continue;
            var at = (int)json.TokenStartIndex + 1;
            var value = json.ValueSpan;
            if (inReport && field == "id") _idAt = at + value.Length;
            else if (inReport && field == "text_sha256") _hashAt = at;
            else if (inReport && field == "title") Words(at, value, title = Places(at, value));
            else if (inReport && field == "text") Words(at, value, _textAt = Places(at, value));
            else if (field == "text" && start >= 0)
            {
                Quote(at, value, start, _json.AsSpan((int)json.TokenStartIndex + value.Length + 2).StartsWith(",\"in\""u8) ? title : _textAt);
                start = -1;
            }
            else if (field is "text" or "name" or "role" or "organization" or "what" or "admin1") Words(at, value, Places(at, value));
            else Days(at, value);
        }
    }

    /// <summary>The record with a number behind its id; number 0 is the record itself.</summary>
    public Record Copy(int copy) => RecordJson.Read(copy == 0 ? Encoding.UTF8.GetString(_json) : Changed(copy));

    private string Changed(int copy)
    {
        var json = (byte[])_json.Clone();
        Span<byte> letters = stackalloc byte[256];
        foreach (var (word, places) in _words)
        {
            var moved = letters[..word.Length];
            Move(word, copy, moved);
            foreach (var at in places) moved.CopyTo(json.AsSpan(at));
        }

        foreach (var (at, from, length) in _quoted) json.AsSpan(from, length).CopyTo(json.AsSpan(at));
        foreach (var (at, day) in _days) Encoding.ASCII.GetBytes(LocalDatePattern.Iso.Format(day.PlusDays(copy * DaysApart)), json.AsSpan(at));
        var text = _text.ToCharArray();
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiLetter(text[i])) text[i] = (char)json[_textAt[i]];
        }

        Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), json.AsSpan(_hashAt));
        return Encoding.UTF8.GetString(json.AsSpan(0, _idAt)) + "-" + copy + Encoding.UTF8.GetString(json.AsSpan(_idAt));
    }

    /// <summary>Where in the JSON each UTF-16 code unit of a string stands.</summary>
    private static int[] Places(int at, ReadOnlySpan<byte> value)
    {
        var places = new List<int>(value.Length);
        for (var i = 0; i < value.Length;)
        {
            places.Add(at + i);
            if (value[i] == '\\') i += value[i + 1] == 'u' ? 6 : 2;
            else if (value[i] < 0x80) i++;
            else if (value[i] < 0xE0) i += 2;
            else if (value[i] < 0xF0) i += 3;
            else
            {
                places.Add(at + i);
                i += 4;
            }
        }

        return [.. places];
    }

    /// <summary>Notes the words of a string that change.</summary>
    private void Words(int at, ReadOnlySpan<byte> value, int[] places)
    {
        for (var i = 0; i < places.Length; i++)
        {
            var from = i;
            while (i < places.Length && char.IsAsciiLetter((char)value[places[i] - at])) i++;
            if (i - from is < 3 or > 200) continue;
            var word = Encoding.ASCII.GetString(value.Slice(places[from] - at, i - from));
            if (!char.IsAsciiLetterUpper(word[0]) && !(word.Length > 5 && word[^2] % 2 == 0)) continue;
            if (!_words.TryGetValue(word, out var known)) _words[word] = known = [];
            known.Add(places[from]);
        }
    }

    private void Quote(int at, ReadOnlySpan<byte> value, int start, int[] source)
    {
        var places = Places(at, value);
        for (var i = 0; i < places.Length; i++)
        {
            var from = i;
            while (i < places.Length && char.IsAsciiLetter((char)value[places[i] - at])) i++;
            if (i > from) _quoted.Add((places[from], source[start + from], i - from));
        }
    }

    private void Days(int at, ReadOnlySpan<byte> value)
    {
        for (var i = 0; i + DayLength <= value.Length; i++)
        {
            if (i > 0 && char.IsAsciiLetterOrDigit((char)value[i - 1]) || i + DayLength < value.Length && char.IsAsciiDigit((char)value[i + DayLength])) continue;
            if (!Utf8Parser.TryParse(value[i..(i + 4)], out int _, out var digits) || digits != 4) continue;
            if (LocalDatePattern.Iso.Parse(Encoding.UTF8.GetString(value.Slice(i, DayLength))) is { Success: true, Value: var day }) _days.Add((at + i, day));
        }
    }

    private static void Move(string word, int copy, Span<byte> letters)
    {
        var seed = (uint)copy * 2654435761u;
        foreach (var letter in word) seed = (seed ^ letter) * 16777619u;
        for (var i = 0; i < letters.Length; i++)
        {
            seed = seed * 1664525u + 1013904223u;
            letters[i] = (byte)((char.IsAsciiLetterUpper(word[i]) ? 'A' : 'a') + (seed >> 16) % 26);
        }
    }
}
