using Ascribe.Language;

namespace Ascribe.Places;

/// <summary>The words of one report that are names of persons, and may be called like places.</summary>
internal sealed class PersonWords
{
    private const int Age = 2;
    private const int Subject = 3;
    private const int Location = -2;

    /// <summary>A place, whatever else speaks against it.</summary>
    private const int Located = -100;

    private readonly HashSet<string> _parts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _surnames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _votes = new(StringComparer.Ordinal);

    public PersonWords(Document document, PlaceContextReader context)
    {
        foreach (var name in document.Names)
        {
            if (name.Tokens.Count == 1)
            {
                var form = document[name.Tokens.First].Form;
                _votes[form] = _votes.GetValueOrDefault(form) + VoteOf(document, name, context);
            }
            else if (name.Kind == NameKind.Person)
            {
                for (var t = name.Tokens.First; t < name.Tokens.End; t++) _parts.Add(document[t].Form);
                _surnames.Add(document[name.Tokens.End - 1].Form);
            }
        }
    }

    /// <summary>True for a word of a person's full name.</summary>
    public bool IsPartOfName(string word) => _parts.Contains(word);

    /// <summary>True for the last word of a person's full name, unless the report has it as a place more often.</summary>
    public bool IsSurname(string word) => _surnames.Contains(word) && Votes(word) >= 0;

    public bool IsPerson(string word) => IsPartOfName(word) || Votes(word) > 0;

    /// <summary>
    /// How much more speaks for a person than for a place where the word stands alone: "Victoria told the court", "Victoria, 34, was" against
    /// other mentions; below 0 where something is once "in" or "near" it.
    /// </summary>
    public int Votes(string word) => _votes.GetValueOrDefault(word);

    private static int VoteOf(Document document, Name name, PlaceContextReader context)
    {
        if (context.Before(name.Tokens.First).Cue is <= PlaceCue.OnRoad or PlaceCue.From) return Located;
        if (IsBeforeAge(document, name.Tokens.End)) return Age;
        if (name.Kind == NameKind.Person) return document[name.Tokens.First].Relation == Dependency.Nsubj ? Subject : 1;
        return name.Kind.Broad() == NameKind.Location ? Location : 0;
    }

    private static bool IsBeforeAge(Document document, int end) =>
        end + 1 < document.Count && document[end].Form == "," && document[end + 1].Text is { Length: 1 or 2 } age && char.IsAsciiDigit(age[0]) && char.IsAsciiDigit(age[^1])
        && (end + 2 == document.Count || document[end + 2].Tag is PartOfSpeech.Comma or PartOfSpeech.FullStop);
}
