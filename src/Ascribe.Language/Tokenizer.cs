namespace Ascribe.Language;

/// <summary>
/// Cuts text into tokens as UD English EWT and GUM do: clitics, punctuation marks and the parts of hyphenated words are tokens
/// ("Iran", "-", "backed"; "al", "-", "Sudani"), words with a prefix of the lexicon ("non-state"), abbreviations, numbers, dates, times, addresses are one. Every
/// character that is not blank lies in exactly one token. Takes linear time for any text. Pure and thread-safe.
/// </summary>
internal sealed partial class Tokenizer
{
    private readonly WordParts _parts;
    private readonly Abbreviations _abbreviations;

    private Tokenizer(WordParts parts, Abbreviations abbreviations)
    {
        _parts = parts;
        _abbreviations = abbreviations;
    }

    /// <exception cref="InvalidDataException">A lexicon is malformed; the message names it.</exception>
    public static Tokenizer Load(string language, Abbreviations abbreviations) => new(WordParts.Load(language), abbreviations);

    /// <summary>The tokens of the text: ascending, not overlapping, none empty, none with a blank in it.</summary>
    public TextSpan[] Tokenize(string text)
    {
        var spans = new List<TextSpan>(text.Length / 5 + 4);
        for (var i = 0; i < text.Length;)
        {
            if (Characters.IsBlank(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            var plain = true;
            var address = false;
            for (; i < text.Length && !Characters.IsBlank(text[i]); i++)
            {
                var c = text[i];
                plain &= char.IsAsciiLetter(c);
                address |= c is '@' or '/' or 'w' or 'W';
            }

            if (plain) AddWord(text, start, i, spans);
            else Cut(text, start, i, address, spans);
        }

        return [.. spans];
    }

    /// <summary>A stretch without blanks.</summary>
    private void Cut(string text, int start, int end, bool mayBeAddress, List<TextSpan> spans)
    {
        if (mayBeAddress && AddressIn(text, start, end) is { IsEmpty: false } address)
        {
            for (var i = start; i < address.Start;) i = Next(text, start, i, address.Start, spans);
            spans.Add(address);
            start = address.End;
        }

        for (var i = start; i < end;) i = Next(text, start, i, end, spans);
    }

    /// <summary>Adds the token at <paramref name="i"/> and returns its end.</summary>
    private int Next(string text, int start, int i, int end, List<TextSpan> spans)
    {
        if (Characters.WordUnits(text, i, end) > 0) return Word(text, i, end, spans);
        var stop = Characters.IsApostrophe(text[i]) ? ApostropheEnd(text, start, i, end) : MarkEnd(text, start, i, end);
        if (stop < 0) return Word(text, i, end, spans);
        spans.Add(new TextSpan(i, stop));
        return stop;
    }

    private void AddWord(string text, int start, int end, List<TextSpan> spans)
    {
        var cut = _parts.CutOf(text.AsSpan(start, end - start));
        if (cut > 0) spans.Add(new TextSpan(start, start + cut));
        spans.Add(new TextSpan(start + cut, end));
    }

    /// <summary>End of the token that an apostrophe begins: a clitic, an elision ("'em", "'90s"), a double mark or the mark alone.</summary>
    private int ApostropheEnd(string text, int start, int i, int end)
    {
        if (i + 1 >= end) return i + 1;
        if (text[i + 1] == text[i] && text[i] is '\'' or '`') return i + (text[i + 1] == text[i] ? 2 : 1);
        var stop = i + 1;
        while (stop < end && stop - i <= 12 && char.IsLetterOrDigit(text[stop])) stop++;
        var rest = text.AsSpan(i + 1, stop - i - 1);
        if (rest.IsEmpty) return i + 1;
        if (_parts.IsClitic(rest) || (i == start && _parts.IsElision(rest))) return stop;
        var isYear = rest.Length is 2 or 3 && char.IsAsciiDigit(rest[0]) && char.IsAsciiDigit(rest[1]) && (rest.Length == 2 || rest[2] == 's');
        return isYear && i == start ? stop : i + 1;
    }

    /// <summary>End of a punctuation mark or symbol, or -1 where it begins a word (".5", "#tag").</summary>
    private static int MarkEnd(string text, int start, int i, int end)
    {
        var c = text[i];
        var next = i + 1 < end ? text[i + 1] : '\0';
        switch (c)
        {
            case '.' when char.IsAsciiDigit(next) && (i == start || !char.IsLetterOrDigit(text[i - 1])):
            case '#' or '@' when char.IsLetter(next) && i == start:
                return -1;
            case ':' or ';' when i == start:
                // A smiley.
                var mouth = next == '-' ? i + 2 : i + 1;
                return mouth < end && text[mouth] is ')' or '(' ? mouth + 1 : i + 1;
            case '!' or '?':
                return RunEnd(text, i, end, '!', '?');
            case '.' or '-' or '*' or '=' or '_' or '~' or '+' or '#' or '<' or '>':
                return RunEnd(text, i, end, c, c);
            default:
                return char.IsHighSurrogate(c) || c >= '\u2600' ? PictureEnd(text, i, end) : i + 1;
        }
    }

    private static int RunEnd(string text, int i, int end, char one, char other)
    {
        while (i < end && (text[i] == one || text[i] == other)) i++;
        return i;
    }

    /// <summary>End of an emoji with its joiners, skin tones and variation selectors; of a single unit where there is none.</summary>
    private static int PictureEnd(string text, int i, int end)
    {
        var flag = text[i] == '\ud83c';
        i += IsPair(text, i, end) ? 2 : 1;
        while (i < end)
        {
            if (text[i] is '\ufe0e' or '\ufe0f' or '\u20e3') i++;
            else if (text[i] == '\u200d' && i + 1 < end && (IsPair(text, i + 1, end) || text[i + 1] >= '\u2600')) i += IsPair(text, i + 1, end) ? 3 : 2;
            else if (text[i] == '\ud83c' && IsPair(text, i, end) && text[i + 1] is >= '\udffb' and <= '\udfff') i += 2;
            else if (flag && text[i] == '\ud83c' && IsPair(text, i, end) && text[i - 1] is >= '\udde6' and <= '\uddff' && text[i + 1] is >= '\udde6' and <= '\uddff')
            {
                // Two regional indicators are one flag.
                i += 2;
                flag = false;
            }
            else break;
        }

        return i;
    }

    private static bool IsPair(string text, int i, int end) => i + 1 < end && char.IsSurrogatePair(text[i], text[i + 1]);

    /// <summary>The web or mail address in a stretch without blanks, without the marks around it; empty where there is none.</summary>
    private static TextSpan AddressIn(string text, int start, int end)
    {
        while (start < end && !char.IsLetterOrDigit(text[start])) start++;
        while (end > start && text[end - 1] != '/' && !char.IsLetterOrDigit(text[end - 1])) end--;
        var inner = text.AsSpan(start, end - start);
        if (inner.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || inner.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || inner.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || inner.StartsWith("ftp://", StringComparison.OrdinalIgnoreCase)
            || inner.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) return new TextSpan(start, end);
        var at = inner.IndexOf('@');
        if (at <= 0 || at == inner.Length - 1) return default;
        for (var i = 0; i < inner.Length; i++)
        {
            if (!char.IsLetterOrDigit(inner[i]) && inner[i] is not ('.' or '_' or '-' or '+') && i != at) return default;
        }

        return new TextSpan(start, end);
    }
}
