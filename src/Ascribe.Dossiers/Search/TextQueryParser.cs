namespace Ascribe.Dossiers.Search;

/// <summary>Reads a <see cref="TextQuery"/>, from the weakest tie to the strongest. A part of nothing but passed-over words is null and counts as not asked.</summary>
internal sealed class TextQueryParser(string text)
{
    /// <summary>More words are no question of a person, and FTS5 takes no expression of any depth.</summary>
    private const int MostWords = 64;

    private const int Deepest = 16;

    private int _at;
    private int _words;
    private int _depth;

    /// <exception cref="FormatException">It cannot be understood; the message is one sentence for people.</exception>
    public TextNode Read()
    {
        if (SearchWords.Of(text).Count == 0) throw new FormatException($"'{text}' holds no word to search for.");
        var node = Either();
        if (Peek() == ')') throw Fault("')' closes nothing");
        return node ?? throw Fault("these words stand in nearly every text; ask for others");
    }

    private TextNode? Either()
    {
        var node = Both();
        while (Takes("OR"))
        {
            var next = Both();
            node = node is null || next is null ? node ?? next : new TextNode.Either(node, next);
        }

        return node;
    }

    private TextNode? Both()
    {
        var node = Without();
        while (Takes("AND") || Peek() is not ('\0' or ')') && !Sees("OR"))
        {
            var next = Without();
            node = node is null || next is null ? node ?? next : new TextNode.Both(node, next);
        }

        return node;
    }

    private TextNode? Without()
    {
        var node = One();
        while (Takes("NOT"))
        {
            var next = One();
            if (node is null) throw Fault("before NOT must stand what is searched for");
            if (next is not null) node = new TextNode.Without(node, next);
        }

        return node;
    }

    private TextNode? One()
    {
        switch (Peek())
        {
            case '\0':
                throw Fault("it breaks off where a word was expected");
            case ')':
                throw Fault("a word was expected before ')'");
            case '(':
                _at++;
                if (++_depth > Deepest) throw Fault($"parentheses may stand in each other {Deepest} deep");
                var inner = Either();
                if (Peek() != ')') throw Fault("a '(' is not closed");
                _at++;
                _depth--;
                return inner;
            case '"':
                var end = text.IndexOf('"', _at + 1);
                if (end < 0) throw Fault("a '\"' is not closed");
                var phrase = text[(_at + 1)..end];
                _at = end + 1;
                return Leaf(phrase, TakesStar());
            default:
                if (Sees("AND") || Sees("OR") || Sees("NOT")) throw Fault($"a word was expected before {text[_at..].Split(' ')[0]}");
                var start = _at;
                while (_at < text.Length && !char.IsWhiteSpace(text[_at]) && text[_at] is not ('(' or ')' or '"' or '*')) _at++;
                return Leaf(text[start.._at], TakesStar());
        }
    }

    /// <summary>A word with a hyphen or apostrophe in it is several in a row.</summary>
    private TextNode.Leaf? Leaf(string part, bool isPrefix)
    {
        var words = isPrefix ? SearchWords.TellingPrefix(part) : SearchWords.Telling(part);
        _words += words.Count;
        if (_words > MostWords) throw new FormatException($"A question may have {MostWords} words.");
        return words.Count == 0 ? null : new TextNode.Leaf(new WordPhrase(words, isPrefix));
    }

    private bool TakesStar()
    {
        if (_at >= text.Length || text[_at] != '*') return false;
        _at++;
        return true;
    }

    private char Peek()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at])) _at++;
        return _at < text.Length ? text[_at] : '\0';
    }

    private bool Sees(string word) => Peek() != '\0' && text.AsSpan(_at).StartsWith(word, StringComparison.Ordinal)
        && (_at + word.Length == text.Length || char.IsWhiteSpace(text[_at + word.Length]) || text[_at + word.Length] is '(' or ')' or '"');

    private bool Takes(string word)
    {
        if (!Sees(word)) return false;
        _at += word.Length;
        return true;
    }

    private FormatException Fault(string what) => new($"'{text}' is no question for words: {what}.");
}
