using Ascribe.Language;

namespace Ascribe.Reports;

/// <summary>
/// Which tokens of a report stand inside quotation marks, the marks included. A quotation ends at its mark, at a paragraph that opens
/// without one, and with the title.
/// </summary>
internal sealed class QuotationMarks
{
    /// <summary>No quotation is followed over more sentences than this: a mark that was never closed does not swallow the report.</summary>
    private const int LongestQuotation = 20;

    private readonly Document _document;
    private readonly int[] _quotationAt;
    private readonly List<TokenRange> _quotations = [];

    public QuotationMarks(ReportDocument report)
    {
        var document = report.Document;
        _document = document;
        _quotationAt = new int[document.Count];
        Array.Fill(_quotationAt, -1);
        var open = -1;
        for (var t = 0; t < document.Count; t++)
        {
            var mark = IsMark(document[t].Text);
            var sentence = document.SentenceOf(t);
            var startsParagraph = document.OpensParagraph(sentence) && document.SentenceTokens(sentence).First == t;
            if (open >= 0 && (startsParagraph && (!mark || report.PassageOf(sentence) != report.PassageOf(document.SentenceOf(open))) || sentence - document.SentenceOf(open) > LongestQuotation))
            {
                Close(open, t);
                open = -1;
            }

            if (!mark) continue;

            // A paragraph of a longer quotation opens with a mark of its own.
            if (open < 0) open = t;
            else if (!startsParagraph && !IsOpening(document[t].Text))
            {
                Close(open, t + 1);
                open = -1;
            }
        }

        if (open >= 0) Close(open, document.Count);
    }

    public bool IsInside(int token) => _quotationAt[token] >= 0;

    /// <summary>The quotation that the token stands in, or an empty range.</summary>
    public TokenRange At(int token) => _quotationAt[token] is >= 0 and var quotation ? _quotations[quotation] : default;

    /// <summary>True for a mark that opens a quotation.</summary>
    public bool Opens(int token) => At(token) is { IsEmpty: false } quotation && quotation.First == token;

    /// <summary>True for a mark that closes one.</summary>
    public bool Closes(int token) => At(token) is { IsEmpty: false } quotation && quotation.End - 1 == token && quotation.Count > 1 && IsMark(_document[token].Text);

    private void Close(int first, int end)
    {
        // '"categorically" denied': an adverb in marks says how, not what.
        if (end - first == 3 && _document[first + 1].Tag == PartOfSpeech.RB) return;
        _quotationAt.AsSpan(first, end - first).Fill(_quotations.Count);
        _quotations.Add(new TokenRange(first, end));
    }

    private static bool IsMark(ReadOnlySpan<char> text) => text is "\"" or "“" or "”" or "``" or "''" or "«" or "»" or "„";

    private static bool IsOpening(ReadOnlySpan<char> text) => text is "“" or "``" or "«" or "„";
}
