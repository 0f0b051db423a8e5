namespace Ascribe.Language;

/// <summary>A light view of one token; it holds no data of its own.</summary>
public readonly record struct Token
{
    internal Token(Document document, int index)
    {
        Document = document;
        Index = index;
    }

    public Document Document { get; }

    /// <summary>Position in the document, from 0.</summary>
    public int Index { get; }

    /// <summary>Where the token stands in <see cref="Document.Text"/>.</summary>
    public TextSpan Span => Document.Spans[Index];

    /// <summary>The characters as written.</summary>
    public ReadOnlySpan<char> Text => Span.In(Document.Text);

    /// <summary>Lower case, without diacritics, straight quotes: the form that lexicons are matched against.</summary>
    public string Form => Document.Forms[Index];

    public string Lemma => Document.Lemmas[Index];

    public PartOfSpeech Tag => Document.Tags[Index];

    /// <summary>Index of the governing token in the document, or -1 for the root of its sentence.</summary>
    public int Head => Document.Heads[Index];

    public Dependency Relation => Document.Relations[Index];

    /// <summary>Index of the sentence that holds the token.</summary>
    public int Sentence => Document.SentenceOf(Index);

    /// <summary>True when white space stands between this token and the one before it (or it is the first).</summary>
    public bool SpaceBefore => Index == 0 || Document.Spans[Index - 1].End < Span.Start;

    public override string ToString() => Text.ToString();
}
