using System.Globalization;
using Ascribe.Language;

namespace Ascribe.Quantities;

/// <summary>Reads numbers in figures and words: "14", "1,200", "12 000", "2.5 million", "twenty-two", "a dozen", "half a million", "three hundred and six".</summary>
internal sealed class NumberWords
{
    private readonly Dictionary<string, long> _small = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _scales = new(StringComparer.Ordinal);

    /// <summary>"a" of "a hundred".</summary>
    private readonly HashSet<string> _units = new(StringComparer.Ordinal);

    /// <summary>"half" of "half a million".</summary>
    private readonly HashSet<string> _halves = new(StringComparer.Ordinal);

    /// <summary>"and" of "three hundred and six".</summary>
    private readonly HashSet<string> _joints = new(StringComparer.Ordinal);

    /// <summary>Takes up a row of quantities.tsv; rows of classes that make no number are left.</summary>
    /// <exception cref="FormatException">The value of a number or scale is no whole number.</exception>
    public void Add(string word, string kind, string value)
    {
        switch (kind)
        {
            case "number":
                _small[word] = long.Parse(value, CultureInfo.InvariantCulture);
                break;
            case "scale":
                _scales[word] = long.Parse(value, CultureInfo.InvariantCulture);
                break;
            case "unit":
                _units.Add(word);
                break;
            case "half":
                _halves.Add(word);
                break;
            case "joint":
                _joints.Add(word);
                break;
        }
    }

    /// <summary>The number that begins at the token, or null.</summary>
    /// <param name="end">The end of its sentence.</param>
    /// <param name="joins">Whether "and" may join a smaller number ("three hundred and six"), which it does not in "between … and …".</param>
    public Number? At(Document document, int first, int end, bool joins = true)
    {
        if (first >= end) return null;
        var next = first;
        double value;
        var form = document[first].Form;
        if (char.IsAsciiDigit(form[0]))
        {
            if (!double.TryParse(form, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value) || value > 1e9) return null;
            next = first + 1;
            if (form.Length <= 3 && value > 0) value = WithGroups(document, ref next, end, value);
        }
        else if (Small(form) is { } small)
        {
            value = small;
            next = first + 1;
            while (next + 1 < end && document[next].Form == "-" && Small(document[next + 1].Form) is { } unit && unit < 10)
            {
                value += unit;
                next += 2;
            }
        }
        else if (BeforeScale(document, first, end) is { } part)
        {
            (value, next) = part;
        }
        else
        {
            return null;
        }

        // "two and a half dozen"
        if (joins && next + 3 < end && _joints.Contains(document[next].Form) && _units.Contains(document[next + 1].Form) && _halves.Contains(document[next + 2].Form) && _scales.ContainsKey(document[next + 3].Form))
        {
            value += 0.5;
            next += 3;
        }

        long scale = 1;
        while (next < end && _scales.TryGetValue(document[next].Form, out var times))
        {
            value *= times;
            scale *= times;
            next++;
        }

        if (joins && scale >= 100 && next + 1 < end && _joints.Contains(document[next].Form) && At(document, next + 1, end, joins: false) is { Scale: 1 } rest && rest.Value < scale
            && !char.IsAsciiDigit(document[next + 1].Text[0]))
        {
            value += rest.Value;
            next = rest.End;
            scale = 1;
        }

        return value == Math.Floor(value) && value < 1e12 ? new Number((long)value, next, scale) : null;
    }

    /// <summary>"12 000": groups of three figures, each behind a space.</summary>
    private static double WithGroups(Document document, ref int next, int end, double value)
    {
        while (next < end && document[next].SpaceBefore && document[next].Text.Length == 3 && document[next].Text is "000")
        {
            value *= 1000;
            next++;
        }

        return value;
    }

    /// <summary>1 for "a hundred", a half for "half a million", and the token of the scale; null for "a man".</summary>
    private (double Value, int Scale)? BeforeScale(Document document, int first, int end)
    {
        var value = 1.0;
        var unit = first;
        if (_halves.Contains(document[first].Form)) (value, unit) = (0.5, first + 1);
        return unit + 1 < end && _units.Contains(document[unit].Form) && _scales.ContainsKey(document[unit + 1].Form) ? (value, unit + 1) : null;
    }

    private long? Small(string form)
    {
        if (_small.TryGetValue(form, out var number)) return number;
        var hyphen = form.IndexOf('-', StringComparison.Ordinal);
        return hyphen > 0 && _small.TryGetValue(form[..hyphen], out var tens) && _small.TryGetValue(form[(hyphen + 1)..], out var units) ? tens + units : null;
    }

    /// <param name="End">The first token behind it.</param>
    /// <param name="Scale">The product of its scale words, or 1: 100 in "two hundred".</param>
    public readonly record struct Number(long Value, int End, long Scale);
}
