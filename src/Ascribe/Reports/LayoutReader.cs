using Ascribe.Language;

namespace Ascribe.Reports;

/// <summary>Tells the story of a report from what stands around it. When in doubt, a sentence is body. Pure and thread-safe.</summary>
internal sealed class LayoutReader
{
    private readonly IReadOnlyList<Credit> _none = [];

    private LayoutReader()
    {
    }

    public static LayoutReader Load(string language) => new();

    public Layout Read(Report report, Document document, int bodyStart)
    {
        var passages = new PassageKind[document.SentenceCount];
        for (var s = 0; s < passages.Length; s++)
        {
            if (document.Sentence(s).Span.End <= bodyStart) passages[s] = PassageKind.Title;
        }

        return new Layout(passages, null, _none, null, null);
    }
}
