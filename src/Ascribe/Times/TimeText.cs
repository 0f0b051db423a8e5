using Ascribe.Language;

namespace Ascribe.Times;

/// <summary>A document with what a lexicon of times knows of each token, looked up once.</summary>
internal sealed class TimeText
{
    private readonly TimeToken[] _tokens;

    public TimeText(Document document, TimeToken[] tokens) => (Document, _tokens) = (document, tokens);

    public Document Document { get; }

    public int Count => _tokens.Length;

    public ref readonly TimeToken this[int token] => ref _tokens[token];

    /// <summary>True where a word of the class begins at the token.</summary>
    public bool Is(int token, TimeClass name)
    {
        if (_tokens[token].Form is not { } form) return false;
        foreach (var word in form.Words)
        {
            if (word.Class == name && Matches(token, Count, word)) return true;
        }

        return false;
    }

    /// <summary>True where the word, which begins with the token's form, stands there with the capital that it asks for.</summary>
    public bool Matches(int token, int end, TimeWord word)
    {
        if (token + word.Length > end) return false;
        for (var i = 0; i < word.Rest.Count; i++)
        {
            if (Document[token + 1 + i].Form != word.Rest[i]) return false;
        }

        if (!word.IsCapital) return true;
        // "may" and "march" are verbs also where they begin a sentence.
        return char.IsUpper(TextOf(token)[0]) && !(word.Class == TimeClass.Month && (Document[token].Tag.IsVerb() || Document[token].Tag == PartOfSpeech.MD));
    }

    /// <summary>"-", "and": what joins two figures.</summary>
    public bool IsLink(int token) => Document[token].Text is "-" or "–" or "—" || _tokens[token].Form is { } form && form.Is(TimeClass.Link);

    /// <summary>The characters of the token without a prefix that modifies it.</summary>
    public ReadOnlySpan<char> TextOf(int token) => Document[token].Text[_tokens[token].Skip..];
}
