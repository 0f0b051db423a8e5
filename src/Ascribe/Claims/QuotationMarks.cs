using Ascribe.Language;

namespace Ascribe.Claims;

/// <summary>Which tokens of a document stand inside quotation marks. A quotation ends at its mark, or at a paragraph that opens without one.</summary>
internal sealed class QuotationMarks
{
    private readonly bool[] _inside;

    public QuotationMarks(Document document)
    {
        _inside = new bool[document.Count];
        var open = false;
        for (var t = 0; t < document.Count; t++)
        {
            var sentence = document.SentenceOf(t);
            var mark = IsMark(document[t].Text);
            if (document.SentenceTokens(sentence).First == t && document.OpensParagraph(sentence) && !mark) open = false;
            if (!mark)
            {
                _inside[t] = open;
                continue;
            }

            // A paragraph of a longer quotation opens with a mark of its own.
            var opens = !open || document.SentenceTokens(sentence).First == t && document.OpensParagraph(sentence) || Opening(document[t].Text);
            _inside[t] = true;
            open = opens;
        }
    }

    public bool IsInside(int token) => _inside[token];

    private static bool IsMark(ReadOnlySpan<char> text) => text is "\"" or "“" or "”" or "``" or "''" or "«" or "»" or "„";

    private static bool Opening(ReadOnlySpan<char> text) => text is "“" or "``" or "«" or "„";
}
