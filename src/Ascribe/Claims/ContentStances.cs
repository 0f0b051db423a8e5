using Ascribe.Language;
using Ascribe.Lexicons;

namespace Ascribe.Claims;

/// <summary>What speakers do with plain verbs of saying: promise, demand, accuse, deny, claim an act. Its words are content-stances.tsv.</summary>
internal sealed class ContentStances
{
    private readonly PhraseMatcher<(ContentPart Part, Stance Stance)> _phrases = new();

    private ContentStances()
    {
    }

    /// <exception cref="InvalidDataException">A line is malformed; the message names file and line.</exception>
    public static ContentStances Load(string language)
    {
        var stances = new ContentStances();
        foreach (var row in LexiconTable.Load($"{language}/content-stances.tsv").Rows)
            stances._phrases.Add(row["phrase"], (row.Value("part", ContentPart.Word), row.Value("stance", Stance.Asserts)));
        return stances;
    }

    /// <summary>The stance that the first sentence of what is said shows; asserts where it shows none.</summary>
    public Stance Of(Document document, TokenRange content)
    {
        var sentence = document.SentenceTokens(document.SentenceOf(content.First));
        var end = Math.Min(content.End, sentence.End);
        var verb = FirstVerb(document, content.First, end);
        for (var t = content.First; t < end; t++)
        {
            if (_phrases.Longest(document, t) is null) continue;
            foreach (var match in _phrases.At(document, t))
            {
                var (part, stance) = match.Value;
                var fits = part switch
                {
                    ContentPart.Modal => t == verb,
                    ContentPart.Word => true,
                    _ => t >= verb && t <= verb + 3 && verb > content.First && IsPronounBefore(document, content.First, verb) == (part == ContentPart.Own),
                };
                if (!fits || match.Tokens.End > end) continue;
                return part is ContentPart.Own or ContentPart.Other && IsNegated(document, verb, t) ? Negated(stance) : stance;
            }
        }

        return Stance.Asserts;
    }

    /// <summary>Whoever says that he did not do it denies; that another did not do it is said like anything else.</summary>
    private static Stance Negated(Stance stance) => stance switch
    {
        Stance.ClaimsOwn => Stance.Denies,
        Stance.Accuses => Stance.Asserts,
        _ => stance,
    };

    /// <summary>"did not carry out"</summary>
    private static bool IsNegated(Document document, int verb, int phrase)
    {
        for (var t = verb; t <= phrase; t++)
        {
            if (CueSite.IsNegation(document[t])) return true;
        }

        return false;
    }

    /// <summary>The first finite verb outside relative clauses, or the end.</summary>
    private static int FirstVerb(Document document, int first, int end)
    {
        for (var t = first; t < end; t++)
        {
            if (document[t].Tag is not (PartOfSpeech.VBD or PartOfSpeech.VBZ or PartOfSpeech.VBP or PartOfSpeech.MD)) continue;
            var clause = document[t].Relation is Dependency.Aux or Dependency.AuxPass or Dependency.Cop && document[t].Head >= 0 ? document[t].Head : t;
            // "in a statement that it was not behind it": what hangs on a word before the content is the content itself.
            if (document[clause].Relation is not (Dependency.AclRelcl or Dependency.Acl) || document[clause].Head < first) return t;
        }

        return end;
    }

    /// <summary>"it", "their fighters"</summary>
    private static bool IsPronounBefore(Document document, int first, int verb)
    {
        for (var t = verb - 1; t >= first; t--)
        {
            if (document[t].Tag == PartOfSpeech.PRP) return true;
            if (document[t].Tag.IsNoun()) return document.Child(t, Dependency.NmodPoss) is >= 0 and var whose && document[whose].Tag == PartOfSpeech.PRPS;
        }

        return false;
    }
}
