namespace Ascribe.Dossiers.Search;

/// <summary>A part of a <see cref="TextQuery"/>: a phrase, or two parts and how they are joined.</summary>
internal abstract record TextNode
{
    private TextNode()
    {
    }

    /// <summary>See <see cref="TextQuery.Fts"/>.</summary>
    public abstract string Fts { get; }

    /// <summary>See <see cref="TextQuery.IsExact"/>.</summary>
    public abstract bool IsExact { get; }

    /// <param name="holds">Whether a phrase stands in the text.</param>
    public abstract bool Fits(Func<WordPhrase, bool> holds);

    public sealed record Leaf(WordPhrase Phrase) : TextNode
    {
        public override string Fts => Phrase.Fts();

        public override bool IsExact => Phrase.Words.Count == 1;

        public override bool Fits(Func<WordPhrase, bool> holds) => holds(Phrase);
    }

    public sealed record Both(TextNode First, TextNode Second) : TextNode
    {
        public override string Fts => $"({First.Fts} AND {Second.Fts})";

        public override bool IsExact => First.IsExact && Second.IsExact;

        public override bool Fits(Func<WordPhrase, bool> holds) => First.Fits(holds) && Second.Fits(holds);
    }

    public sealed record Either(TextNode First, TextNode Second) : TextNode
    {
        public override string Fts => $"({First.Fts} OR {Second.Fts})";

        public override bool IsExact => First.IsExact && Second.IsExact;

        public override bool Fits(Func<WordPhrase, bool> holds) => First.Fits(holds) || Second.Fits(holds);
    }

    public sealed record Without(TextNode First, TextNode Second) : TextNode
    {
        // What only may hold the second must not be left out.
        public override string Fts => Second.IsExact ? $"({First.Fts} NOT {Second.Fts})" : First.Fts;

        public override bool IsExact => First.IsExact && Second.IsExact;

        public override bool Fits(Func<WordPhrase, bool> holds) => First.Fits(holds) && !Second.Fits(holds);
    }
}
