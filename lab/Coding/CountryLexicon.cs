using Ascribe.Language;
using Ascribe.Lexicons;

namespace Ascribe.Lab.Coding;

/// <summary>Names, nationalities and capitals of states, from countries.tsv.</summary>
internal sealed class CountryLexicon
{
    private readonly PhraseMatcher<(string Code, bool IsCapital)> _names = new();
    private readonly Dictionary<string, string> _alpha3 = new(StringComparer.Ordinal);

    /// <exception cref="InvalidDataException">A line is malformed; the message names it.</exception>
    public static CountryLexicon Load(string language)
    {
        var lexicon = new CountryLexicon();
        foreach (var row in LexiconTable.Load(language + "/countries.tsv").Rows)
        {
            var code = row["code"];
            lexicon._alpha3[code] = row["alpha3"];
            foreach (var name in Cells(row["name"]).Concat(Cells(row["aliases"]))) lexicon.Add(name, code, false);
            foreach (var demonym in Cells(row["demonyms"]))
            {
                lexicon.Add(demonym, code, false);
                lexicon.Add(demonym + "s", code, false);
            }

            foreach (var capital in Cells(row["capital"])) lexicon.Add(capital, code, true);
        }

        return lexicon;

        static string[] Cells(string cell) => cell.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>ISO 3166-1 alpha-3 of an alpha-2 code; empty for another.</summary>
    public string Alpha3(string? code) => code is null ? "" : _alpha3.GetValueOrDefault(code, "");

    /// <summary>The first state that is named, by the longest name that begins there; null where none is.</summary>
    public (TokenRange Tokens, string Code, bool IsCapital)? First(Document document)
    {
        for (var t = 0; t < document.Count; t++)
        {
            // "CAR" is a state, "car" none.
            if (_names.Longest(document, t) is { } match && document.TextOf(match.Tokens).Any(char.IsUpper)) return (match.Tokens, match.Value.Code, match.Value.IsCapital);
        }

        return null;
    }

    private void Add(string name, string code, bool isCapital) => _names.Add(name.Replace("-", " - ", StringComparison.Ordinal).Replace("'", " '", StringComparison.Ordinal), (code, isCapital));
}
