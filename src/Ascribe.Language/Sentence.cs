namespace Ascribe.Language;

/// <summary>A light view of one sentence.</summary>
public readonly record struct Sentence
{
    internal Sentence(Document document, int index)
    {
        Document = document;
        Index = index;
    }

    public Document Document { get; }

    public int Index { get; }

    public TokenRange Tokens => Document.SentenceTokens(Index);

    /// <summary>From the first character of its first token to the end of its last.</summary>
    public TextSpan Span => Document.SpanOf(Tokens);

    /// <summary>True when a paragraph begins with this sentence (an empty line stands before it, or a line break in text whose lines are not wrapped).</summary>
    public bool OpensParagraph => Document.OpensParagraph(Index);

    public override string ToString() => Span.In(Document.Text).ToString();
}
