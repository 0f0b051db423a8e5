using Ascribe.Language;

namespace Ascribe.Reports;

/// <summary>Names in credit lines: agencies by the lexicon, people as runs of capitalised words after "by" or before "contributed".</summary>
internal sealed class CreditReader
{
    /// <summary>A name of a person has at most this many words.</summary>
    private const int LongestName = 5;

    private readonly LayoutLexicon _lexicon;

    public CreditReader(LayoutLexicon lexicon) => _lexicon = lexicon;

    /// <summary>True where the words beside the cue are names and joining words, and no clause.</summary>
    public bool IsCreditLine(Document document, TokenRange cue, TokenRange line)
    {
        var names = 0;
        var words = 0;
        for (var t = line.First; t < line.End; t++)
        {
            if (cue.Contains(t)) continue;
            var text = document[t].Text;
            if (!char.IsLetter(text[0])) continue;
            if (char.IsUpper(text[0]) && !IsCue(document, t)) names++;
            else if (!IsCue(document, t)) words++;
        }

        // "in", "and", "for" join the names of a long line of credits; a clause has more small words than that.
        return names > 0 && words <= names && (cue.Count > 1 || char.IsUpper(document[Math.Min(cue.End, line.End - 1)].Text[0]));
    }

    /// <summary>The agency in the brackets of the dateline.</summary>
    public void ReadDateline(Document document, List<Credit> credits) => AddAgencies(document, document.Dateline, CreditKind.Agency, credits);

    public void Read(Document document, TokenRange line, List<Credit> credits)
    {
        var kind = CreditKind.Author;
        var until = line.First;
        for (var t = line.First; t < line.End;)
        {
            if (Longest(document, t) is { Value.Credit: { } credit } cue)
            {
                kind = credit;
                // "Ana Costa contributed": the names stand before.
                if (cue.Value.Position != CuePosition.Start && kind != CreditKind.Photographer) AddPeople(document, new TokenRange(until, t), kind, credits);
                t = until = cue.Tokens.End;
                continue;
            }

            if (document[t].Text is ";" || (document[t].Text is ")" or "." && t + 1 == line.End))
            {
                AddPeople(document, new TokenRange(until, t), kind, credits);
                until = t + 1;
            }

            t++;
        }

        AddPeople(document, new TokenRange(until, line.End), kind, credits);
    }

    /// <summary>The capitalised words after "Copyright" or "©" and the year; null where there are none.</summary>
    public static string? OutletAfter(Document document, int token, int end)
    {
        while (token < end && !char.IsUpper(document[token].Text[0])) token++;
        var last = token;
        for (var t = token; t < end && last - token < 8; t++)
        {
            var text = document[t].Text;
            if (!document[t].SpaceBefore && t > token && !char.IsLetter(text[0]) && text is not ("&" or "-" or "'s")) break;
            if (text is "." or "," or "|" or ";") break;
            if (char.IsUpper(text[0])) last = t + 1;
            else if (text is not ("&" or "-" or "of" or "the" or "'s")) break;
        }

        return last > token ? document.TextOf(new TokenRange(token, last)) : null;
    }

    private void AddPeople(Document document, TokenRange part, CreditKind kind, List<Credit> credits)
    {
        if (part.IsEmpty) return;
        AddAgencies(document, part, kind == CreditKind.Photographer ? kind : CreditKind.Agency, credits);
        var place = false;
        for (var t = part.First; t < part.End;)
        {
            var text = document[t].Text;
            if (_lexicon.Agencies.Longest(document, t) is { } agency)
            {
                t = Math.Max(t + 1, agency.Tokens.End);
                continue;
            }

            if (!char.IsUpper(text[0]))
            {
                // A place follows a preposition: "in Erbil"; after a comma or "and" the next name begins.
                place = document[t].Tag == PartOfSpeech.IN || (place && document[t].Tag is not (PartOfSpeech.CC or PartOfSpeech.Comma) && text is not ("," or "and" or ";"));
                t++;
                continue;
            }

            var end = t;
            while (end < part.End && IsNamePart(document, end, t)) end++;
            if (!place && end - t is >= 2 and <= LongestName) Add(new Credit(document.TextOf(new TokenRange(t, end)), kind, document.SpanOf(new TokenRange(t, end))), credits);
            t = Math.Max(end, t + 1);
        }
    }

    /// <summary>Capitalised words and initials, and the hyphens between them.</summary>
    private static bool IsNamePart(Document document, int token, int first)
    {
        var text = document[token].Text;
        if (char.IsUpper(text[0])) return true;
        return token > first && text is "-" or "'" or "’" && !document[token].SpaceBefore;
    }

    private void AddAgencies(Document document, TokenRange part, CreditKind kind, List<Credit> credits)
    {
        foreach (var match in _lexicon.Agencies.All(document, part))
        {
            if (char.IsUpper(document[match.Tokens.First].Text[0]) || document[match.Tokens.First].Text is "dpa")
                Add(new Credit(match.Value, kind, document.SpanOf(match.Tokens)), credits);
        }
    }

    private static void Add(Credit credit, List<Credit> credits)
    {
        foreach (var known in credits)
        {
            if (known.Kind == credit.Kind && known.Name == credit.Name) return;
        }

        credits.Add(credit);
    }

    private bool IsCue(Document document, int token) => Longest(document, token) is not null;

    private Lexicons.PhraseMatcher<LayoutCue>.Match? Longest(Document document, int token) => _lexicon.Cues.Longest(document, token);
}
