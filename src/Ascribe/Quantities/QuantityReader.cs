using System.Globalization;
using Ascribe.Language;
using Ascribe.Lexicons;
using Ascribe.Reports;
using Ascribe.Times;

namespace Ascribe.Quantities;

/// <summary>
/// Finds counts: numbers in words and digits with what is said about them ("at least", "about"), ranges, vague numbers and none. Its words
/// are quantities.tsv. Numbers of a time expression, measures and percentages count nothing.
/// </summary>
internal sealed class QuantityReader
{
    /// <summary>A number is looked for so many words after a modifier begins.</summary>
    private const int LongestNumber = 4;

    private readonly PhraseMatcher<(string Class, string Value)> _words = new();
    private readonly Dictionary<(string Form, string Class), string> _single = [];
    private readonly HashSet<string> _openers = new(StringComparer.Ordinal);

    private QuantityReader()
    {
    }

    public static QuantityReader Load(string language)
    {
        var reader = new QuantityReader();
        foreach (var row in LexiconTable.Load($"{language}/quantities.tsv").Rows)
        {
            reader._words.Add(row["phrase"], (row["class"], row["value"]));
            reader._single[(row["phrase"], row["class"])] = row["value"];
            reader._openers.Add(row["phrase"].Split(' ')[0]);
        }

        return reader;
    }

    public IReadOnlyList<CountMention> Read(ReportDocument report, IReadOnlyList<TimeMention> times)
    {
        var document = report.Document;
        var isTime = new bool[document.Count];
        foreach (var time in times) isTime.AsSpan(time.Tokens.First, time.Tokens.Count).Fill(true);
        var found = new List<CountMention>();
        for (var t = 0; t < document.Count;)
        {
            if (MayOpen(document, t) && !isTime[t] && ReadAt(document, t) is { } count && !isTime[count.End - 1] && Counts(document, count))
            {
                var counted = Counted(document, count.Number, count.End);
                found.Add(new CountMention(new TokenRange(t, count.End), count.Range, counted, IsPart(document, t)));
                t = count.End;
            }
            else
            {
                t++;
            }
        }

        return found;
    }

    private bool MayOpen(Document document, int token) => char.IsAsciiDigit(document[token].Text[0]) || _openers.Contains(Opening(document[token].Form));

    /// <summary>"twenty-two" opens like "twenty".</summary>
    private static string Opening(string form)
    {
        var hyphen = form.IndexOf('-', StringComparison.Ordinal);
        return hyphen > 0 ? form[..hyphen] : form;
    }

    /// <summary>Modifier, number, and the number's first token and end.</summary>
    private (CountRange Range, int Number, int End)? ReadAt(Document document, int first)
    {
        var sentenceEnd = document.SentenceTokens(document.SentenceOf(first)).End;
        if (Class(document, first, "zero") is { } zero && document[first].Tag is PartOfSpeech.DT or PartOfSpeech.NN)
            return (CountRange.Exactly(0), first, zero);
        if (Class(document, first, "vague") is { } vague) return (new CountRange(null, null, approximate: true), first, vague);
        if (Class(document, first, "between") is { } between && NumberAt(document, between, sentenceEnd) is { } low
            && Class(document, low.End, "to") is { } and && NumberAt(document, and, sentenceEnd) is { } high && high.Value >= low.Value)
            return (new CountRange(low.Value, high.Value), between, high.End);
        foreach (var modifier in s_modifiers)
        {
            if (Class(document, first, modifier) is not { } after || after > first + LongestNumber || NumberAt(document, after, sentenceEnd) is not { } modified) continue;
            CountRange? range = modifier switch
            {
                "atleast" => CountRange.AtLeast(modified.Value),
                "morethan" => CountRange.AtLeast(modified.Value + 1),
                "atmost" => CountRange.AtMost(modified.Value),
                "fewerthan" => modified.Value > 0 ? CountRange.AtMost(modified.Value - 1) : null,
                _ => new CountRange(modified.Value, modified.Value, approximate: true),
            };
            return range is { } known ? (known, after, modified.End) : null;
        }

        if (NumberAt(document, first, sentenceEnd) is not { } number) return null;
        if (Class(document, number.End, "to") is { } to && document[number.End].Form != "and" && NumberAt(document, to, sentenceEnd) is { } upper && upper.Value > number.Value)
            return (new CountRange(number.Value, upper.Value), first, upper.End);
        return (CountRange.Exactly(number.Value), first, number.End);
    }

    private static readonly string[] s_modifiers = ["atleast", "morethan", "atmost", "fewerthan", "about"];

    /// <summary>The end of the phrase of that class which begins at the token, or null.</summary>
    private int? Class(Document document, int token, string kind)
    {
        if (token >= document.Count) return null;
        foreach (var match in _words.At(document, token))
        {
            if (match.Value.Class == kind) return match.Tokens.End;
        }

        return null;
    }

    /// <summary>"14", "1,200", "2.5 million", "twenty-two", "a dozen", "three hundred".</summary>
    private (long Value, int End)? NumberAt(Document document, int first, int sentenceEnd)
    {
        if (first >= sentenceEnd) return null;
        var end = first;
        double value;
        var form = document[first].Form;
        if (char.IsAsciiDigit(form[0]))
        {
            if (!double.TryParse(form, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value) || value > 1e9) return null;
            end = first + 1;
        }
        else if (SmallNumber(form) is { } small)
        {
            value = small;
            end = first + 1;
            while (end + 1 < sentenceEnd && document[end].Form == "-" && SmallNumber(document[end + 1].Form) is { } unit && unit < 10)
            {
                value += unit;
                end += 2;
            }
        }
        else if (form is "a" && first + 1 < sentenceEnd && _single.ContainsKey((document[first + 1].Form, "scale")))
        {
            value = 1;
            end = first + 1;
        }
        else
        {
            return null;
        }

        while (end < sentenceEnd && _single.TryGetValue((document[end].Form, "scale"), out var scale))
        {
            value *= long.Parse(scale, CultureInfo.InvariantCulture);
            end++;
        }

        return value == Math.Floor(value) && value < 1e12 ? ((long)value, end) : null;
    }

    private long? SmallNumber(string form)
    {
        if (_single.TryGetValue((form, "number"), out var number)) return long.Parse(number, CultureInfo.InvariantCulture);
        var hyphen = form.IndexOf('-', StringComparison.Ordinal);
        if (hyphen > 0 && _single.TryGetValue((form[..hyphen], "number"), out var tens) && _single.TryGetValue((form[(hyphen + 1)..], "number"), out var units))
            return long.Parse(tens, CultureInfo.InvariantCulture) + long.Parse(units, CultureInfo.InvariantCulture);
        return null;
    }

    /// <summary>No measures, percentages, money, or "one" as a pronoun.</summary>
    private bool Counts(Document document, (CountRange Range, int Number, int End) count)
    {
        if (count.End < document.Count && _single.ContainsKey((document[count.End].Form, "not_counted"))) return false;
        if (count.Number > 0 && document[count.Number - 1].Tag is PartOfSpeech.Dollar or PartOfSpeech.NNP && !count.Range.Approximate) return false;
        return document[count.Number].Tag is PartOfSpeech.CD or PartOfSpeech.DT or PartOfSpeech.NN or PartOfSpeech.NNS or PartOfSpeech.JJ;
    }

    /// <summary>The noun that the number counts: its governor in the parse, or the noun after "of".</summary>
    private static int Counted(Document document, int number, int end)
    {
        for (var t = number; t < end; t++)
        {
            if (document[t].Relation is Dependency.Nummod or Dependency.Det && document[t].Head >= 0 && document[document[t].Head].Tag.IsNoun()) return document[t].Head;
        }

        for (var t = number; t < end; t++)
        {
            foreach (var child in document.Children(t))
            {
                if (document[child].Relation == Dependency.Nmod && child >= end && Of(document, child) && document[child].Tag.IsNoun()) return child;
            }
        }

        for (var t = end; t < document.Count && t < end + 4; t++)
        {
            if (document[t].Tag.IsNoun()) return Last(document, t);
            if (!document[t].Tag.IsAdjective() && document[t].Tag is not (PartOfSpeech.VBN or PartOfSpeech.VBG)) return -1;
        }

        return -1;
    }

    private static bool Of(Document document, int noun) => document.Child(noun, Dependency.Case) is var preposition and >= 0 && document[preposition].Lemma == "of";

    /// <summary>The last noun of a run of nouns: "five army officers" counts officers.</summary>
    private static int Last(Document document, int noun)
    {
        while (noun + 1 < document.Count && document[noun + 1].Tag.IsNoun() && document[noun].Relation == Dependency.Compound) noun++;
        return noun;
    }

    private bool IsPart(Document document, int first)
    {
        for (var back = 1; back <= 2 && first - back >= 0; back++)
        {
            if (Class(document, first - back, "part") == first) return true;
        }

        return false;
    }
}
