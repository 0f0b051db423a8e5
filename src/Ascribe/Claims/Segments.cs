using Ascribe.Language;
using Ascribe.Reports;

namespace Ascribe.Claims;

/// <summary>Where a sentence breaks: the marks and quotations that part it, and what stands between them.</summary>
internal sealed class Segments(Document document, QuotationMarks quotes)
{
    /// <summary>A comma, colon, semicolon, dash or full stop, or where a quotation opens or closes.</summary>
    public bool IsBreak(int token) =>
        document[token].Tag is PartOfSpeech.Comma or PartOfSpeech.Colon or PartOfSpeech.FullStop || document[token].Form is "," or ";" or "—" or "–" || quotes.Opens(token) || quotes.Closes(token);

    /// <summary>The first comma, colon, dash or quotation mark from the token on, at most the end.</summary>
    public int End(int from, int end)
    {
        for (var t = from; t < end; t++)
        {
            if (IsBreak(t)) return t;
        }

        return end;
    }

    /// <summary>True when a finite verb or a modal stands in the tokens.</summary>
    public static bool IsFinite(Document document, TokenRange tokens)
    {
        for (var t = tokens.First; t < tokens.End; t++)
        {
            if (document[t].Tag is PartOfSpeech.VBD or PartOfSpeech.VBZ or PartOfSpeech.VBP or PartOfSpeech.MD) return true;
        }

        return false;
    }

    /// <summary>The tokens without commas, colons and full stops at their ends.</summary>
    public static TokenRange WithoutMarks(Document document, TokenRange tokens)
    {
        int first = tokens.First, end = tokens.End;
        while (end > first && IsPlainMark(document[end - 1].Tag)) end--;
        while (first < end && IsPlainMark(document[first].Tag)) first++;
        return new TokenRange(first, end);
    }

    private static bool IsPlainMark(PartOfSpeech tag) => tag is PartOfSpeech.Comma or PartOfSpeech.FullStop or PartOfSpeech.Colon;
}
