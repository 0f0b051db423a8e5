using System.Globalization;

namespace Ascribe.Dossiers.Merging;

/// <summary>What merging reads of a report's words without the reader: runs of capitals, ages, addresses, times of day, runs of three words.</summary>
internal sealed class SketchText
{
    /// <summary>The longest number of a house or block, and the longest age told in the first paragraphs.</summary>
    private const int LargestHouse = 99_999, OldestAge = 110;

    /// <summary>Bits of a word's hash that are not kept of names.</summary>
    private const int Dropped = 32 - TermVector.HashBits;

    private readonly string _text;

    public SketchText(string text)
    {
        _text = text;
        Words = TextWords.Of(text);
    }

    public IReadOnlyList<TextWord> Words { get; }

    /// <summary>Runs of two or three capitals and each capital alone, with the rarity of the rarest word.</summary>
    public Dictionary<uint, float> Names(BackgroundWords background)
    {
        var names = new Dictionary<uint, float>();
        for (var w = 0; w < Words.Count; w++)
        {
            if (!Words[w].IsCapital) continue;
            var rarity = background.Rarity(Words[w].Hash);
            names[Words[w].Hash >> Dropped] = rarity;
            if (w + 1 >= Words.Count || !Words[w + 1].IsCapital || !Touch(w)) continue;
            names[TextWords.Join(Words[w].Hash, Words[w + 1].Hash) >> Dropped] = rarity + background.Rarity(Words[w + 1].Hash);
        }

        return names;
    }

    /// <summary>Runs of three words, sorted, each once, of a long text those of the least hashes; see <see cref="NearDuplicates"/>.</summary>
    public uint[] Shingles()
    {
        var shingles = new HashSet<uint>();
        for (var w = 0; w + 2 < Words.Count; w++) shingles.Add(TextWords.Join(TextWords.Join(Words[w].Hash, Words[w + 1].Hash), Words[w + 2].Hash) >> (32 - NearDuplicates.HashBits));
        return [.. shingles.Order().Take(NearDuplicates.Kept)];
    }

    /// <summary>"23-year-old", "Smith, 23,".</summary>
    /// <param name="until">Offset where the first paragraphs end.</param>
    public HashSet<int> Ages(int until)
    {
        var ages = new HashSet<int>();
        for (var w = 0; w < Words.Count && Words[w].Start < until; w++)
        {
            if (!Words[w].IsNumber || Words[w].Form.Length > 3 || !int.TryParse(Words[w].Form, NumberStyles.None, CultureInfo.InvariantCulture, out var age) || age is < 1 or > OldestAge) continue;
            var hyphen = Words[w].End + 1 < _text.Length && _text[Words[w].End] is '-' or '‐' && char.IsLetter(_text[Words[w].End + 1]);
            var apposed = w > 0 && Words[w - 1].IsCapital && Words[w].End < _text.Length && _text[Words[w].End] is ',' or '.' && _text.AsSpan(Words[w - 1].End, Words[w].Start - Words[w - 1].End) is ", ";
            if (hyphen && w + 2 < Words.Count && Words[w + 2].Start - Words[w].End <= 8 || apposed) ages.Add(age);
        }

        return ages;
    }

    /// <summary>A number with the capital behind it, at most two words further: "1100 block of North Harding", "12 Mill Street".</summary>
    public HashSet<uint> Addresses()
    {
        var addresses = new HashSet<uint>();
        for (var w = 0; w + 1 < Words.Count; w++)
        {
            if (!Words[w].IsNumber || Words[w].Form.Length is < 3 or > 5 || !int.TryParse(Words[w].Form, NumberStyles.None, CultureInfo.InvariantCulture, out var house) || house > LargestHouse) continue;
            for (var next = w + 1; next < Words.Count && next <= w + 3 && Words[next].Start - Words[w].End < 24; next++)
            {
                if (!Words[next].IsCapital) continue;
                // "North Harding": the point of the compass alone says little.
                var street = next + 1 < Words.Count && Words[next + 1].IsCapital && Touch(next) ? Words[next + 1].Hash : Words[next].Hash;
                addresses.Add(TextWords.Join(Words[w].Hash, street));
                break;
            }
        }

        return addresses;
    }

    /// <summary>"10:45 p.m.", "9 am": minutes of the day.</summary>
    public HashSet<int> Clocks()
    {
        var clocks = new HashSet<int>();
        for (var w = 0; w + 1 < Words.Count; w++)
        {
            if (!Words[w].IsNumber || Words[w].Form.Length > 5 || Words[w + 1].Form[0] is not ('a' or 'p') || Words[w + 1].Start - Words[w].End > 1) continue;
            var half = Words[w + 1].Form;
            if (!(half is "am" or "pm" || half.Length == 1 && w + 2 < Words.Count && Words[w + 2].Form == "m" && Words[w + 2].Start - Words[w + 1].End <= 1)) continue;
            var parts = Words[w].Form.Split(':');
            if (!int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hour) || hour is < 1 or > 12) continue;
            var minute = 0;
            if (parts.Length == 2 && !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out minute)) continue;
            clocks.Add((hour % 12 + (half[0] == 'p' ? 12 : 0)) * 60 + minute);
        }

        return clocks;
    }

    /// <summary>Nothing but a blank lies between a word and the next.</summary>
    private bool Touch(int word) => Words[word + 1].Start == Words[word].End + 1 && _text[Words[word].End] == ' ';
}
