namespace Ascribe.Dossiers.Search;

/// <summary>
/// Words that a report must hold: <c>market bomb</c> (both), <c>"car bomb"</c> (in a row), <c>bomb*</c> (beginnings), <c>bomb OR mine</c>, <c>bomb NOT market</c>,
/// and parentheses. OR binds least and NOT most. Words that stand in most texts are passed over.
/// </summary>
public sealed class TextQuery
{
    private readonly TextNode _root;

    private TextQuery(TextNode root) => _root = root;

    /// <exception cref="FormatException">It cannot be understood; the message is one sentence for people.</exception>
    public static TextQuery Parse(string text) => new(new TextQueryParser(text).Read());

    /// <summary>What is wrong with it in one sentence, or null.</summary>
    public static string? FaultOf(string text)
    {
        try
        {
            Parse(text);
            return null;
        }
        catch (FormatException e)
        {
            return e.Message;
        }
    }

    /// <summary>For FTS5: what all reports hold that hold this, and some others unless <see cref="IsExact"/>.</summary>
    internal string Fts => _root.Fts;

    /// <summary>Whether the index can tell: it knows words, but not where they stand.</summary>
    internal bool IsExact => _root.IsExact;

    /// <summary>Whether title and text of a report together hold it; a phrase may not begin in the one and end in the other.</summary>
    internal bool Fits(string? title, string text)
    {
        var (first, second) = (SearchWords.Telling(title), SearchWords.Telling(text));
        return _root.Fits(phrase => phrase.Fits(first) || phrase.Fits(second));
    }
}
