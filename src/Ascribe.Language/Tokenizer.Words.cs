namespace Ascribe.Language;

/// <content>Words: where one ends, and what marks inside and after it belong to it.</content>
internal sealed partial class Tokenizer
{
    /// <summary>Adds the word at <paramref name="start"/>, and a negation cut off from it, and returns their end.</summary>
    private int Word(string text, int start, int end, List<TextSpan> spans)
    {
        // Every word begins with at least one unit, also where a mark ('#', '.') begins it.
        var i = start + Math.Max(1, Characters.WordUnits(text, start, end));
        var segment = start;
        var digits = char.IsAsciiDigit(text[start]) || text[start] == '.';
        var letters = !digits;
        var dotted = false;
        while (i < end)
        {
            var c = text[i];
            var units = Characters.WordUnits(text, i, end);
            if (units > 0)
            {
                if (digits && !char.IsAsciiDigit(c))
                {
                    if (IsUnitAt(text, i, end)) break;
                    digits = false;
                }

                letters &= units == 2 || char.IsLetter(c) || c >= 128;
                i += units;
                continue;
            }

            var follows = i + 1 < end && Characters.WordUnits(text, i + 1, end) > 0;
            if (Characters.IsApostrophe(c) && follows)
            {
                var run = LetterRun(text, i + 1, end);
                var after = text.AsSpan(i + 1, run);
                if (letters && _parts.NegationStart(text.AsSpan(segment, i - segment), after) is > 0 and var length)
                {
                    if (i - length > start) spans.Add(new TextSpan(start, i - length));
                    spans.Add(new TextSpan(Math.Max(start, i - length), i + 1 + run));
                    return i + 1 + run;
                }

                if (_parts.IsClitic(after) ? !digits : !char.IsLetter(text[i + 1])) break;
            }
            else if (c == '.')
            {
                if (!follows || (dotted | (i - segment == 1)) == false && EndsAbbreviation(text, segment, i, end)) break;
                if (!JoinsAtStop(text, segment, i)) break;
                dotted = true;
            }
            else if (Characters.IsHyphen(c))
            {
                if (!follows) break;
                if (digits && text[i + 1] is >= '0' and <= '9')
                {
                    var stop = NumberGroupsEnd(text, start, end);
                    if (stop < i) break;
                    i = stop;
                    continue;
                }

                if (segment != start || !letters || !_parts.IsPrefix(text.AsSpan(start, i - start))) break;
            }
            else if (c is ',' or ':' or '/')
            {
                if (!follows || !char.IsAsciiDigit(text[i - 1]) || !char.IsAsciiDigit(text[i + 1])) break;
            }
            else if (c == '&')
            {
                if (!follows || !char.IsLetter(text[i - 1]) || !char.IsLetter(text[i + 1])) break;
            }
            else if (c == '$')
            {
                // "US$", "A$".
                if (i - start > 3 || !char.IsUpper(text[i - 1]) || !(i + 1 < end && char.IsAsciiDigit(text[i + 1]))) break;
                spans.Add(new TextSpan(start, i + 1));
                return i + 1;
            }
            else if (c != '_' || !follows)
            {
                break;
            }

            i++;
            segment = i;
            letters &= c is not ('/' or ':' or ',' or '_');
        }

        if (i < end && text[i] == '.' && (i + 1 >= end || text[i + 1] != '.') && KeepsStop(text, start, segment, i, dotted, end)) i++;
        if (letters && segment == start) AddWord(text, start, i, spans);
        else spans.Add(new TextSpan(start, i));
        return i;
    }

    private bool IsUnitAt(string text, int i, int end)
    {
        var run = LetterRun(text, i, end);
        return run > 0 && (i + run >= end || !char.IsAsciiDigit(text[i + run])) && _parts.IsUnit(text.AsSpan(i, run));
    }

    /// <summary>Length of the letters from <paramref name="i"/>, counted up to a little more than any part of the lexicon has.</summary>
    private static int LetterRun(string text, int i, int end)
    {
        var stop = i;
        while (stop < end && stop - i <= 16 && char.IsLetter(text[stop])) stop++;
        return stop - i;
    }

    /// <summary>Whether a stop with a letter or figure after it is inside the word: "5.56", "U.S", "example.org", but not "killed.The".</summary>
    private static bool JoinsAtStop(string text, int segment, int stop)
    {
        var next = text[stop + 1];
        if (char.IsAsciiDigit(text[stop - 1])) return char.IsAsciiDigit(next);
        return stop - segment == 1 || char.IsLower(next) || char.IsAsciiDigit(next) || (stop + 2 < text.Length && text[stop + 2] == '.');
    }

    /// <summary>"Lt.Gen.", "Dr.Jones": the abbreviation before the stop is a word of its own.</summary>
    private bool EndsAbbreviation(string text, int segment, int stop, int end) =>
        char.IsUpper(text[stop + 1]) && end - stop > 2 && text[stop + 2] != '.'
        && _abbreviations.KindOf(text.AsSpan(segment, stop + 1 - segment)) is AbbreviationKind.Title or AbbreviationKind.Inner;

    /// <summary>Whether the full stop at <paramref name="stop"/> belongs to the word before it.</summary>
    private bool KeepsStop(string text, int start, int segment, int stop, bool dotted, int end)
    {
        if (dotted && stop - segment == 1 && char.IsLetter(text[segment])) return true;
        var word = text.AsSpan(start, stop + 1 - start);
        var next = NextVisible(text, stop + 1);
        switch (_abbreviations.KindOf(word))
        {
            case AbbreviationKind.General:
                return true;
            case AbbreviationKind.Title or AbbreviationKind.Inner:
                return next < text.Length;
            case AbbreviationKind.Number:
                return next < text.Length && (char.IsAsciiDigit(text[next]) || text[next] == '#');
            case AbbreviationKind.Date:
                return next < text.Length && (char.IsAsciiDigit(text[next]) || text[next] == ',' || char.IsLower(text[next]));
        }

        if (stop - start != 1 || !char.IsUpper(text[start])) return false;
        // An initial: a name follows. "I" is an initial only after another name or initial.
        if (next >= text.Length || next == stop + 1 && stop + 1 < end && text[next] is not (',' or '-') && !char.IsLetter(text[next])) return false;
        if (!char.IsUpper(text[next])) return text[next] is ',' or '-' or '\'' or '"' or '“';
        return !_abbreviations.Opens(text.AsSpan(next, Math.Min(32, LetterRun(text, next, text.Length)))) && (text[start] != 'I' || AfterCapital(text, start));
    }

    private static bool AfterCapital(string text, int start)
    {
        var i = start - 1;
        if (i < 0 || text[i] != ' ') return false;
        for (i--; i >= 0 && start - i < 24 && !Characters.IsBlank(text[i]);) i--;
        return char.IsUpper(text[i + 1]);
    }

    /// <summary>The first character that is not blank, in this paragraph; the length of the text where there is none.</summary>
    private static int NextVisible(string text, int i)
    {
        var lines = 0;
        for (; i < text.Length && Characters.IsBlank(text[i]); i++)
        {
            if (text[i] == '\n' && ++lines == 2) return text.Length;
        }

        return i;
    }

    /// <summary>End of a telephone number or date in figures ("555-0123", "2023-12-14"), or -1.</summary>
    private static int NumberGroupsEnd(string text, int start, int end)
    {
        int groups = 1, i = start, first = -1, last;
        while (true)
        {
            var from = i;
            while (i < end && char.IsAsciiDigit(text[i])) i++;
            if (i == from) return -1;
            last = i - from;
            if (first < 0) first = last;
            if (i + 1 >= end || !Characters.IsHyphen(text[i]) || !char.IsAsciiDigit(text[i + 1])) break;
            groups++;
            i++;
        }

        return groups > 2 || (groups == 2 && first == 3 && last == 4) ? i : -1;
    }
}
