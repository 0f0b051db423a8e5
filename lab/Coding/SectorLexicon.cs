using Ascribe.Language;
using Ascribe.Lexicons;

namespace Ascribe.Lab.Coding;

/// <summary>The nouns that tell a sector, from sectors.tsv; each is met in the singular and the plural.</summary>
internal sealed class SectorLexicon
{
    private readonly PhraseMatcher<(string Sector, string Country)> _phrases = new();

    /// <exception cref="InvalidDataException">A line is malformed; the message names it.</exception>
    public static SectorLexicon Load(string language)
    {
        var lexicon = new SectorLexicon();
        foreach (var row in LexiconTable.Load(language + "/sectors.tsv").Rows)
        {
            var told = (row["sector"], row["country"]);
            lexicon._phrases.Add(row["phrase"], told);
            if (char.IsLetter(row["phrase"][^1])) lexicon._phrases.Add(row["phrase"] + "/*", told);
        }

        return lexicon;
    }

    /// <summary>The longest phrases of the range from left to right, none within another.</summary>
    public IEnumerable<(TokenRange Tokens, string Sector, string Country)> All(Document document, TokenRange tokens)
    {
        for (var t = tokens.First; t < tokens.End; t++)
        {
            if (_phrases.Longest(document, t) is not { } match || match.Tokens.End > tokens.End) continue;
            yield return (match.Tokens, match.Value.Sector, match.Value.Country);
            t = match.Tokens.End - 1;
        }
    }
}
