using Ascribe.Language;
using Ascribe.Lexicons;

namespace Ascribe.Places;

/// <summary>Whether the name of a country or a capital stands for a government that somebody accuses: "accused Kyiv of", "blamed the attack on India", "Moscow was behind it".</summary>
internal sealed class AccusedPlaces
{
    private readonly PhraseMatcher<bool> _accusing = new();
    private readonly PhraseMatcher<string> _prepositions = new();
    private readonly PhraseMatcher<bool> _authors = new();
    private readonly HashSet<string> _behind = new(StringComparer.Ordinal);
    private readonly HashSet<string> _reasons = new(StringComparer.Ordinal);

    private AccusedPlaces()
    {
    }

    /// <exception cref="InvalidDataException">A lexicon is malformed; the message names file and line.</exception>
    public static AccusedPlaces Load(string language)
    {
        var accused = new AccusedPlaces();
        foreach (var row in LexiconTable.Load($"{language}/reporting-cues.tsv").Rows)
        {
            if (row["stance"] != "accuses") continue;
            var preposition = row["accused"];
            if (preposition.Length == 0 || preposition.EndsWith('?')) accused._accusing.Add(row["phrase"], true);
            if (preposition.TrimEnd('?') is { Length: > 0 } before) accused._prepositions.Add(row["phrase"], before);
        }

        foreach (var row in LexiconTable.Load($"{language}/event-links.tsv").Rows)
        {
            if (row["link"] == "author") accused._authors.Add(row["phrase"], true);
        }

        foreach (var row in LexiconTable.Load($"{language}/role-prepositions.tsv").Rows)
        {
            if (row["role"] == "author") accused._behind.Add(row["preposition"]);
            else if (row["role"] == "reason") accused._reasons.Add(row["preposition"]);
        }

        return accused;
    }

    /// <param name="head">The token of the name that is governed from outside.</param>
    public bool Holds(Document document, int head)
    {
        if (document[head].Head is not (>= 0 and var over)) return false;
        return document[head].Relation switch
        {
            Dependency.Obj or Dependency.NsubjPass => document[over].Tag.IsVerb() && _accusing.Longest(document, over) is not null,
            Dependency.Nsubj => !document[over].Tag.IsVerb() && (_authors.Longest(document, over) is not null || document.Child(over, Dependency.Case) is >= 0 and var behind && _behind.Contains(document[behind].Form)),
            Dependency.Obl or Dependency.Nmod => IsBlamedOn(document, head),
            _ => false,
        };
    }

    /// <summary>"blamed the bombing in Lahore on India", whatever noun the parse hangs the phrase on; in "blamed India for the attack on Iran" and "blamed the attack on Iran on India" Iran is attacked.</summary>
    private bool IsBlamedOn(Document document, int head)
    {
        const int steps = 4;
        if (document.Child(head, Dependency.Case) is not (>= 0 and var preposition)) return false;
        var verb = document[head].Head;
        for (var i = 0; i < steps && verb >= 0 && !document[verb].Tag.IsVerb(); i++)
        {
            if (document.Child(verb, Dependency.Case) is >= 0 and var other && _reasons.Contains(document[other].Form)) return false;
            verb = document[verb].Head;
        }

        if (verb < 0 || verb > head || _prepositions.Longest(document, verb)?.Value != document[preposition].Form) return false;
        var end = document.SentenceTokens(document.SentenceOf(head)).End;
        for (var t = head + 1; t < end && !document[t].Tag.IsVerb(); t++)
        {
            if (document[t].Relation == Dependency.Case && document[t].Form == document[preposition].Form && !IsDay(document, document[t].Head)) return false;
        }

        return true;
    }

    /// <summary>"on Monday": a proper noun that is no name.</summary>
    private static bool IsDay(Document document, int noun) =>
        noun >= 0 && document[noun].Tag.IsProperNoun() && !document.Names.Any(n => n.Tokens.Contains(noun));
}
