using Ascribe.Language.Models;

namespace Ascribe.Language;

/// <summary>
/// What is known of a spelling, found once for all documents that hold it. Safe to use from many threads: what is remembered depends on the
/// spelling and on who asks alone, so that two threads that find it at once find the same.
/// </summary>
internal sealed class Word
{
    private KnownLemma? _lemmas;
    private KnownRows? _rows;

    /// <param name="text">As written.</param>
    /// <param name="form">The folded form.</param>
    public Word(ReadOnlySpan<char> text, string form)
    {
        Form = form;
        Shape = WordShapes.Of(text);
        Hash = FeatureHash.Of(Seen);
    }

    /// <summary>See <see cref="Token.Form"/>.</summary>
    public string Form { get; }

    public WordShape Shape { get; }

    /// <summary>The hash of what the models see of the form.</summary>
    public uint Hash { get; }

    /// <summary>What the models see of the form: numbers of the same length are one.</summary>
    public ReadOnlySpan<char> Seen => Shape != WordShape.Number ? Form : Form.Length switch { 4 => "0000", 1 or 2 => "0", _ => "00000" };

    /// <summary>The lemma that was remembered for the tag, or null.</summary>
    public string? Lemma(PartOfSpeech tag)
    {
        for (var known = _lemmas; known is not null; known = known.Next)
        {
            if (known.Tag == tag) return known.Lemma;
        }

        return null;
    }

    public void Remember(PartOfSpeech tag, string lemma) => _lemmas = new KnownLemma(tag, lemma, _lemmas);

    /// <summary>The rows of a network that make the input of the word, but for its look.</summary>
    public WordRows RowsIn(SentenceNetwork network)
    {
        if (_rows is not { } known || known.Network != network) _rows = known = new KnownRows(network, WordRows.Of(network, this));
        return known.Rows;
    }

    private sealed record KnownLemma(PartOfSpeech Tag, string Lemma, KnownLemma? Next);

    private sealed record KnownRows(SentenceNetwork Network, WordRows Rows);
}
