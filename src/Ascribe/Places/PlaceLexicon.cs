using System.Globalization;
using Ascribe.Language;
using Ascribe.Lexicons;

namespace Ascribe.Places;

/// <summary>The words around place names and those that only look like one: place-relations.tsv, place-words.tsv, place-homographs.tsv.</summary>
internal sealed class PlaceLexicon
{
    private static readonly string[] s_compass = ["north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest"];

    /// <summary>The class of place-words.tsv for what a country's seat of government is called behind its name.</summary>
    public const string Capital = "capital";

    private readonly PhraseMatcher<PlaceWord> _words = new();
    private readonly PhraseMatcher<PlacePrecision> _classes = new();
    private readonly HashSet<string> _homographs = new(StringComparer.Ordinal);
    private readonly HashSet<string> _actors = new(StringComparer.Ordinal);

    private PlaceLexicon(AccusedPlaces accused) => Accused = accused;

    /// <summary>Governments that somebody accuses.</summary>
    public AccusedPlaces Accused { get; }

    /// <exception cref="InvalidDataException">A line is malformed; the message names file and line.</exception>
    public static PlaceLexicon Load(string language)
    {
        var lexicon = new PlaceLexicon(AccusedPlaces.Load(language));
        foreach (var row in LexiconTable.Load($"{language}/place-relations.tsv").Rows)
        {
            var compass = Array.IndexOf(s_compass, row["direction"]);
            lexicon._words.Add(row["phrase"], new PlaceWord(
                row.Value("relation", PlaceCue.In),
                compass < 0 ? null : compass * 45,
                row["km"] is { Length: > 0 } km ? double.Parse(km, CultureInfo.InvariantCulture) : 0));
        }

        foreach (var row in LexiconTable.Load($"{language}/place-words.tsv").Rows)
        {
            if (row["class"] != Capital) lexicon._classes.Add(row["phrase"], row.Value("class", PlacePrecision.Site));
        }

        foreach (var row in LexiconTable.Load($"{language}/place-homographs.tsv").Rows) lexicon._homographs.Add(row["word"]);
        foreach (var row in LexiconTable.Load($"{language}/actors.tsv").Rows)
        {
            foreach (var name in (row["name"] + "|" + row["aliases"]).Split('|', StringSplitOptions.RemoveEmptyEntries)) lexicon._actors.Add(ToponymKey.Of(name));
        }

        return lexicon;
    }

    /// <summary>For each token, the relation phrase that ends with it and where it begins.</summary>
    public (int First, PlaceWord? Word)[] WordsByEnd(Document document)
    {
        var ends = new (int First, PlaceWord? Word)[document.Count];
        foreach (var match in _words.All(document)) ends[match.Tokens.End - 1] = (match.Tokens.First, match.Value);
        return ends;
    }

    /// <summary>True for a common word that some town is also called: "March", "Commerce".</summary>
    public bool IsHomograph(string key) => _homographs.Contains(key);

    /// <summary>True for the name of an actor that some town is also called: "Hamas", "Fatah".</summary>
    public bool IsActor(string key) => _actors.Contains(key);

    /// <summary>The kind of place that the word at the token names, or null.</summary>
    public PlacePrecision? ClassAt(Document document, int token) =>
        token >= 0 && token < document.Count && _classes.Longest(document, token) is { } match ? match.Value : null;
}
