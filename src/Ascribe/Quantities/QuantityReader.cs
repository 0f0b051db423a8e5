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
    private readonly HashSet<(string Form, string Class)> _single = [];
    private readonly NumberWords _numbers = new();
    private readonly HashSet<string> _openers = new(StringComparer.Ordinal);

    private QuantityReader()
    {
    }

    public static QuantityReader Load(string language)
    {
        var reader = new QuantityReader();
        foreach (var row in LexiconTable.Load($"{language}/quantities.tsv").Rows)
        {
            var (phrase, kind) = (row["phrase"], row["class"]);
            reader._single.Add((phrase, kind));
            reader._numbers.Add(phrase, kind, row["value"]);
            if (kind == "half" || !s_beside.Contains(kind)) reader._openers.Add(phrase.Split(' ')[0]);
            if (!s_beside.Contains(kind)) reader._words.Add(phrase, (kind, row["value"]));
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
            if (_words.Longest(document, t) is { Value.Class: "idle" } idle)
            {
                t = idle.Tokens.End;
                continue;
            }

            if (!MayOpen(document, t) || isTime[t] || ReadAt(document, t) is not { } count || isTime[count.End - 1])
            {
                t++;
                continue;
            }

            count.End = WithFurther(document, count.End);
            if (Counts(document, isTime, t, count)) found.Add(new CountMention(new TokenRange(t, count.End), count.Range, Counted(document, count.Number, count.End), IsPart(document, t)));
            t = count.End;
        }

        return found;
    }

    /// <summary>"wounded 30 more", "two more were hurt": the word counts nothing else.</summary>
    private int WithFurther(Document document, int end)
    {
        if (Class(document, end, "further") is not { } further) return end;
        return further == document.Count || !(document[further].Tag.IsNoun() || document[further].Tag.IsAdjective() || document[further].Tag is PartOfSpeech.IN or PartOfSpeech.CD) ? further : end;
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
        var phrases = _words.At(document, first);
        if (Class(phrases, "zero") is { } zero && (zero - first > 1 || document[first].Tag is PartOfSpeech.DT or PartOfSpeech.NN)) return (CountRange.Exactly(0), first, zero);
        if (Class(phrases, "vague") is { } vague) return (new CountRange(null, null, approximate: true), first, VagueEnd(document, vague, sentenceEnd));
        if (Fixed(document, first, phrases) is { } few) return few;
        if (Class(phrases, "between") is { } between && _numbers.At(document, between, sentenceEnd, joins: false) is { } low
            && Class(document, low.End, "to") is { } and && _numbers.At(document, and, sentenceEnd) is { } high && high.Value >= low.Value)
            return (new CountRange(low.Value, high.Value), between, high.End);
        foreach (var modifier in s_modifiers)
        {
            if (Class(phrases, modifier) is not { } after || after > first + LongestNumber || _numbers.At(document, after, sentenceEnd) is not { } modified) continue;
            if (modifier == "about" && Upper(document, modified, sentenceEnd) is { } end) return (new CountRange(end.Low, end.High, approximate: true), after, end.End);
            CountRange? range = modifier switch
            {
                "exactly" => CountRange.Exactly(modified.Value),
                "atleast" => CountRange.AtLeast(modified.Value),
                "morethan" => CountRange.AtLeast(modified.Value + 1),
                "atmost" => CountRange.AtMost(modified.Value),
                "fewerthan" => modified.Value > 0 ? CountRange.AtMost(modified.Value - 1) : null,
                _ => new CountRange(modified.Value, modified.Value, approximate: true),
            };
            return range is { } known ? (known, after, modified.End) : null;
        }

        if (_numbers.At(document, first, sentenceEnd) is not { } number) return null;
        if (!(first > 0 && Is(document, first - 1, "change")) && Upper(document, number, sentenceEnd) is { } upper) return (new CountRange(upper.Low, upper.High), first, upper.End);
        if (Class(document, number.End, "ormore") is { } more) return (CountRange.AtLeast(number.Value), first, more);
        if (Class(document, number.End, "orso") is { } so) return (new CountRange(number.Value, number.Value, approximate: true), first, so);
        return (CountRange.Exactly(number.Value), first, number.End);
    }

    /// <summary>"20 to 30", "five or six", "two or three hundred": the ends, where a larger number follows. "Rose by five to 37" is none.</summary>
    private (long Low, long High, int End)? Upper(Document document, NumberWords.Number number, int sentenceEnd)
    {
        if (Class(document, number.End, "to") is not { } to || Is(document, number.End, "joint") || _numbers.At(document, to, sentenceEnd) is not { } upper || upper.Value <= number.Value) return null;
        var low = number.Scale == 1 && upper.Scale > 1 && number.Value < upper.Value / upper.Scale ? number.Value * upper.Scale : number.Value;
        return (low, upper.Value, upper.End);
    }

    /// <summary>"tens of thousands", "a few dozen", "several hundred".</summary>
    private int VagueEnd(Document document, int end, int sentenceEnd)
    {
        if (end < sentenceEnd && Is(document, end, "scale")) return end + 1;
        return end + 1 < sentenceEnd && Is(document, end, "of") && Is(document, end + 1, "vague") ? end + 2 : end;
    }

    /// <summary>"both drivers", "a pair of gunmen", "the twins"; "another" and "a single" before a noun without number.</summary>
    private (CountRange Range, int Number, int End)? Fixed(Document document, int first, List<PhraseMatcher<(string Class, string Value)>.Match> phrases)
    {
        if (Class(phrases, "pair") is { } pair && document[first].Tag != PartOfSpeech.CC)
            return (CountRange.Exactly(long.Parse(_words.Longest(document, first)!.Value.Value.Value, CultureInfo.InvariantCulture)), first, pair);
        if (Class(phrases, "single") is not { } single) return null;
        for (var t = single; t < document.Count && t < single + LongestNumber; t++)
        {
            if (document[t].Tag is PartOfSpeech.NNS or PartOfSpeech.CD) return null;
            if (document[t].Tag is PartOfSpeech.NN or PartOfSpeech.NNP || document[t].Tag.IsVerb()) break;
        }

        return (CountRange.Exactly(1), first, single);
    }

    /// <summary>Classes of words that stand in and beside numbers; no count is looked for where one begins, but for "half a million".</summary>
    private static readonly string[] s_beside = ["unit", "half", "joint", "of", "share", "change", "pointing", "portion"];

    private static readonly string[] s_modifiers = ["exactly", "atleast", "morethan", "atmost", "fewerthan", "about"];

    /// <summary>The token is a word of that class.</summary>
    private bool Is(Document document, int token, string kind) => _single.Contains((document[token].Form, kind));

    /// <summary>The end of the phrase of that class which begins at the token, or null.</summary>
    private int? Class(Document document, int token, string kind) => token < document.Count ? Class(_words.At(document, token), kind) : null;

    private static int? Class(List<PhraseMatcher<(string Class, string Value)>.Match> phrases, string kind)
    {
        foreach (var match in phrases)
        {
            if (match.Value.Class == kind) return match.Tokens.End;
        }

        return null;
    }

    /// <summary>No measures, percentages, money, ages, addresses, parts of names, or "one" as a pronoun; "in April seven people" counts them.</summary>
    private bool Counts(Document document, bool[] isTime, int first, (CountRange Range, int Number, int End) count)
    {
        var (number, end) = (count.Number, count.End);
        if (IsMeasured(document, end) || IsShare(document, number, end) || IsAge(document, first) || IsInName(document, number, end) || IsRepeated(document, number, end)) return false;
        if (number > 0 && document[number - 1].Tag is PartOfSpeech.Dollar or PartOfSpeech.NNP && !isTime[number - 1] && !count.Range.Approximate) return false;
        if (number > 0 && Is(document, number - 1, "numbered") && Counted(document, number, end) < 0) return false;
        if (document[number].Text[0] == '0' && document[number].Text.Length > 1 || end < document.Count && document[end].Text[0] == '0' && document[end].Text.Length > 1) return false;
        if (count.Range.IsZero && end - first == 1 && document[first].Tag == PartOfSpeech.DT && !(Counted(document, number, end) is >= 0 and var noun && document[noun].Tag is PartOfSpeech.NNS or PartOfSpeech.NNPS)) return false;
        if (count.Range is { Min: 1, Max: 1 } && end - number == 1 && IsPronoun(document, number)) return false;
        return document[number].Tag is PartOfSpeech.CD or PartOfSpeech.DT or PartOfSpeech.PDT or PartOfSpeech.NN or PartOfSpeech.NNS or PartOfSpeech.JJ or PartOfSpeech.JJS or PartOfSpeech.IN or PartOfSpeech.RB;
    }

    /// <summary>"500 kg", "a 10-kilogram device", "62-31".</summary>
    private bool IsMeasured(Document document, int end)
    {
        if (end < document.Count && document[end].Form is "-" or "–" && !document[end].SpaceBefore) end++;
        else if (end >= document.Count || !Is(document, end, "not_counted")) return false;
        return end < document.Count && (Is(document, end, "not_counted") || document[end - 1].Form is "-" or "–" && char.IsAsciiDigit(document[end].Text[0]));
    }

    /// <summary>"one in three"</summary>
    private bool IsShare(Document document, int number, int end) =>
        end + 1 < document.Count && Is(document, end, "share") && document[end + 1].Tag == PartOfSpeech.CD && document[number].Tag == PartOfSpeech.CD
            || number > 1 && Is(document, number - 1, "share") && document[number - 2].Tag == PartOfSpeech.CD;

    /// <summary>"aged 33", "aged 19 and 23", "a boy of 13", "Pedro Diaz, 47, was shot".</summary>
    private bool IsAge(Document document, int first) =>
        first > 0 && Is(document, first - 1, "age")
            || first > 2 && document[first - 1].Tag is PartOfSpeech.CC or PartOfSpeech.Comma && document[first - 2].Tag == PartOfSpeech.CD && document[first].Tag == PartOfSpeech.CD && IsAge(document, first - 2)
            || first > 1 && Is(document, first - 1, "of") && Is(document, first - 2, "aged") && document[first].Tag == PartOfSpeech.CD
            || first > 1 && first + 1 < document.Count && document[first - 1].Tag == PartOfSpeech.Comma && document[first + 1].Tag is PartOfSpeech.Comma or PartOfSpeech.FullStop && IsPerson(document, first - 2) && IsOfYears(document[first].Form);

    private static bool IsPerson(Document document, int token) => document.Names.Any(n => n.Tokens.Contains(token) && n.Kind.Broad() == NameKind.Person);

    private static bool IsOfYears(string figure) => figure.Length <= 2 && figure.All(char.IsAsciiDigit);

    /// <summary>"Su-25", "the Group of Five", "112 Harbour Street", the second half of "62-31".</summary>
    private bool IsInName(Document document, int number, int end)
    {
        if (number > 1 && Is(document, number - 1, "of") && char.IsUpper(document[number].Text[0]) && char.IsUpper(document[number - 2].Text[0])) return true;
        if (number > 1 && document[number - 1].Form is "-" or "–" && !document[number].SpaceBefore && !document[number - 1].SpaceBefore) return true;
        foreach (var name in document.Names)
        {
            if (name.Tokens.First < number && name.Tokens.Contains(number) && char.IsUpper(document[number].Text[0])) return true;
        }

        for (var t = end; t < document.Count && t < end + 3 && char.IsUpper(document[t].Text[0]); t++)
        {
            if (Is(document, t, "street")) return true;
        }

        return false;
    }

    /// <summary>"twelve (12) suspects"</summary>
    private static bool IsRepeated(Document document, int number, int end) =>
        number > 1 && end < document.Count && document[number - 1].Form == "(" && document[end].Form == ")" && document[number - 2].Tag == PartOfSpeech.CD;

    /// <summary>"one must not", "one of those wars", "one of the most violent"; "one of the gunmen" is one.</summary>
    private bool IsPronoun(Document document, int one)
    {
        if (document[one].Tag == PartOfSpeech.PRP || one + 1 < document.Count && document[one + 1].Tag == PartOfSpeech.MD) return true;
        if (one + 3 >= document.Count || !Is(document, one + 1, "of")) return false;
        return document[one + 2].Tag == PartOfSpeech.DT && (Is(document, one + 2, "pointing") || document[one + 3].Tag is PartOfSpeech.RBS or PartOfSpeech.JJS);
    }

    /// <summary>The noun that the number counts: its governor in the parse, or the noun after "of".</summary>
    private int Counted(Document document, int number, int end)
    {
        for (var t = number; t < end; t++)
        {
            // "no reports of casualties" counts no reports.
            if (document[t].Relation is Dependency.Nummod or Dependency.Det && document[t].Head is >= 0 and var noun && !(noun >= number && noun < end) && document[noun].Tag.IsNoun() && !IsBehindAnother(document, end, noun)) return document[noun].Tag == PartOfSpeech.NN ? Last(document, noun) : noun;
        }

        // "a crew of four"
        if (document[end - 1] is { Relation: Dependency.Nmod, Head: >= 0 and var group } && group < number && document[group].Tag == PartOfSpeech.NN && Of(document, end - 1)) return group;
        for (var t = number; t < end; t++)
        {
            foreach (var child in document.Children(t))
            {
                if (document[child].Relation == Dependency.Nmod && child >= end && Of(document, child) && document[child].Tag.IsNoun()) return child;
            }
        }

        // A number that ends its sentence counts nothing of the next one.
        var sentenceEnd = document.SentenceTokens(document.SentenceOf(number)).End;
        for (var t = end; t < sentenceEnd && t < end + 4; t++)
        {
            if (document[t].Tag.IsNoun()) return Last(document, t);
            if (!document[t].Tag.IsAdjective() && document[t].Tag is not (PartOfSpeech.VBN or PartOfSpeech.VBG)) return -1;
        }

        return -1;
    }

    /// <summary>"shot 21 of them dead, six witnesses said": behind a comma stands a number of the noun's own.</summary>
    private static bool IsBehindAnother(Document document, int end, int noun)
    {
        var comma = end;
        while (comma < noun && document[comma].Tag != PartOfSpeech.Comma) comma++;
        for (var t = comma + 1; t < noun; t++)
        {
            if (document[t].Tag == PartOfSpeech.CD) return true;
        }

        return false;
    }

    private bool Of(Document document, int noun) => document.Child(noun, Dependency.Case) is >= 0 and var preposition && Is(document, preposition, "of");

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
