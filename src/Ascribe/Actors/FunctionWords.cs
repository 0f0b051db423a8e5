using Ascribe.Language;
using Ascribe.Lexicons;

namespace Ascribe.Actors;

/// <summary>Pronouns, determiners, the prepositions after which a country is meant as an actor or the object does something, and words behind a hyphen that tell a seat.</summary>
internal sealed class FunctionWords
{
    private readonly Dictionary<string, Pronoun> _personal = new(StringComparer.Ordinal);
    private readonly HashSet<(string, WordKind)> _words = [];

    private FunctionWords()
    {
    }

    private enum WordKind
    {
        Personal,
        Relative,
        Definite,
        Indefinite,
        Preposition,
        Seated,
        Control,
    }

    /// <summary>A personal pronoun.</summary>
    public sealed record Pronoun(bool IsPlural, Gender Gender);

    /// <exception cref="InvalidDataException">A line is malformed; the message names it.</exception>
    public static FunctionWords Load(string language)
    {
        var lexicon = new FunctionWords();
        foreach (var row in LexiconTable.Load(language + "/function-words.tsv").Rows)
        {
            var word = TokenForm.Fold(row["word"]);
            var kind = row.Value("kind", WordKind.Personal);
            lexicon._words.Add((word, kind));
            if (kind == WordKind.Personal) lexicon._personal[word] = new Pronoun(row["number"] == "many", row.Value("gender", Gender.Unknown));
        }

        return lexicon;
    }

    public Pronoun? Personal(string form) => _personal.GetValueOrDefault(form);

    public bool IsRelative(string form) => _words.Contains((form, WordKind.Relative));

    public bool IsDefinite(string form) => _words.Contains((form, WordKind.Definite));

    public bool IsIndefinite(string form) => _words.Contains((form, WordKind.Indefinite));

    /// <summary>True for "based" in "Lagos-based": the place before it is where somebody sits, and nobody who acts.</summary>
    public bool IsSeated(string form) => _words.Contains((form, WordKind.Seated));

    /// <summary>True for "of" in "accused Iran of arming them": behind it the object does what the gerund tells, and not the subject as in "after arming them".</summary>
    public bool OpensDeedOfObject(string form) => _words.Contains((form, WordKind.Control));

    /// <summary>True for "by" in "backed by Iran".</summary>
    public bool IntroducesActor(string form) => _words.Contains((form, WordKind.Preposition));
}
