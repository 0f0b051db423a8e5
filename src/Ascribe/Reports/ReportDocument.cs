using Ascribe.Language;

namespace Ascribe.Reports;

/// <summary>
/// A report with its analysed text. Title and body are analysed together (title, empty line, body), so that every later step sees one
/// document; <see cref="Quote(TextSpan)"/> maps back to offsets of the body or the title.
/// </summary>
public sealed class ReportDocument
{
    private readonly int _bodyStart;
    private readonly PassageKind[] _passages;
    private QuotationMarks? _quotations;

    internal ReportDocument(Report report, Document document, int bodyStart, Layout layout)
    {
        Report = report;
        Document = document;
        _bodyStart = bodyStart;
        _passages = layout.Passages;
        Dateline = layout.Dateline;
        Credits = layout.Credits;
        Stamp = layout.Stamp;
        Outlet = report.Outlet ?? layout.Outlet;
    }

    public Report Report { get; }

    public Document Document { get; }

    /// <summary>When it was published: as the source told, else the day that a stamp in the text states in full; never guessed.</summary>
    public PublicationTime? Published => Report.Published ?? Stamp;

    /// <summary>The day of <see cref="Published"/>.</summary>
    public NodaTime.LocalDate? PublishedOn => Published?.Day;

    /// <summary>The outlet as the source told, else as the text names it.</summary>
    public string? Outlet { get; }

    /// <summary>The day in a stamp of the text ("Updated 14 December 2023, 15:02"), or null.</summary>
    public PublicationTime? Stamp { get; }

    /// <summary>Place, date and agency at the head of the body ("ERBIL, Iraq (Reuters) -"), in document offsets; its sentence is body.</summary>
    public TextSpan? Dateline { get; }

    /// <summary>Agencies, authors and others whom the text credits, in text order; those of the source are in the report.</summary>
    public IReadOnlyList<Credit> Credits { get; }

    /// <summary>What stands in quotation marks; found when first asked for.</summary>
    internal QuotationMarks Quotations => _quotations ??= new QuotationMarks(this);

    public PassageKind PassageOf(int sentence) => _passages[sentence];

    /// <summary>True when the sentence carries the story: body, title or standfirst.</summary>
    public bool IsStory(int sentence) => _passages[sentence] is PassageKind.Body or PassageKind.Title or PassageKind.Standfirst;

    public bool IsTitle(int sentence) => _passages[sentence] == PassageKind.Title;

    /// <summary>True for the title, and for a sentence of the body that is the title again, with a day or an agency before it.</summary>
    internal bool TellsTitle(int sentence)
    {
        if (IsTitle(sentence)) return true;
        if (string.IsNullOrWhiteSpace(Report.Title)) return false;
        var text = Document.Sentence(sentence).Span.In(Document.Text).TrimEnd(" .!?\n").ToString();
        return text.EndsWith(Report.Title.Trim().TrimEnd('.', '!', '?'), StringComparison.Ordinal);
    }

    /// <summary>The characters of a span of <see cref="Document"/>, with offsets into the body or the title of the report.</summary>
    /// <exception cref="ArgumentException">The span is empty or reaches over the end of the title.</exception>
    public Quote Quote(TextSpan span)
    {
        if (span.IsEmpty) throw new ArgumentException("A quote cannot be empty.", nameof(span));
        if (span.Start >= _bodyStart)
        {
            var shifted = new TextSpan(span.Start - _bodyStart, span.End - _bodyStart);
            return new Quote(shifted, shifted.In(Report.Text).ToString(), inTitle: false);
        }

        if (Report.Title is not { } title || span.End > title.Length)
            throw new ArgumentException("A quote lies either in the title or in the body.", nameof(span));
        return new Quote(span, span.In(title).ToString(), inTitle: true);
    }

    public Quote Quote(TokenRange tokens) => Quote(Document.SpanOf(tokens));

    /// <summary>The text that is analysed for a report, and where its body starts in it.</summary>
    internal static (string Text, int BodyStart) Compose(Report report)
    {
        if (string.IsNullOrEmpty(report.Title)) return (report.Text, 0);
        var head = report.Title + "\n\n";
        return (head + report.Text, head.Length);
    }
}
