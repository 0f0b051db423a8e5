using Ascribe.Language;
using Ascribe.Lexicons;

namespace Ascribe.Actors;

/// <summary>
/// The known actors by their names. Only letters and digits of names are compared ("al-Qaeda", "Al Qaeda", "alqaeda"), so a name may be
/// cut into any tokens, but it begins and ends with a token. A name that the table writes in capitals ("IS", "ETA") matches capitals
/// only, one in small letters matches any, every other one needs a capital somewhere.
/// </summary>
internal sealed class ActorTable
{
    /// <summary>The columns of mul/actor-names.tsv.</summary>
    private static readonly string[] s_otherLanguages = ["ar", "fa", "es", "ru"];

    private readonly LetterTree _names;

    /// <summary>By node of the tree; null where no name ends.</summary>
    private readonly List<Alias>?[] _aliases;

    private readonly SpellingTree _spellings;

    private ActorTable(List<(string Letters, Alias Alias)> names, IReadOnlyDictionary<string, NamedActor> actors, SpellingTree spellings)
    {
        Actors = actors;
        _spellings = spellings;
        _names = new LetterTree(names.Select(n => n.Letters));
        _aliases = new List<Alias>?[_names.Count];
        foreach (var (letters, alias) in names)
        {
            var node = 0;
            foreach (var letter in letters) node = _names.Next(node, letter);
            (_aliases[node] ??= []).Add(alias);
        }
    }

    /// <summary>The rows by id.</summary>
    public IReadOnlyDictionary<string, NamedActor> Actors { get; }

    private enum Writing : byte
    {
        Capitals,
        Mixed,
        Small,
    }

    private readonly record struct Alias(NamedActor Actor, Writing Writing);

    /// <exception cref="InvalidDataException">A line is malformed; the message names it.</exception>
    public static ActorTable Load(string language)
    {
        var names = new List<(string, Alias)>();
        var latin = new List<(string, NamedActor)>();
        var actors = new Dictionary<string, NamedActor>(StringComparer.Ordinal);
        foreach (var row in LexiconTable.Load(language + "/actors.tsv").Rows)
        {
            var actor = new NamedActor(
                row["id"], row["name"], row.Value("kind", ActorKind.Unknown), Cells(row["country"]).FirstOrDefault(), row["sector"], Cells(row["part_of"]));
            if (!actors.TryAdd(actor.Id, actor)) throw row.Error($"the id '{actor.Id}' is taken.");
            foreach (var name in Cells(row["aliases"]).Prepend(actor.Name))
            {
                Add(names, name, actor);
                latin.Add((name, actor));
            }
        }

        foreach (var row in LexiconTable.Load("mul/actor-names.tsv").Rows)
        {
            if (!actors.TryGetValue(row["id"], out var actor)) throw row.Error($"there is no actor '{row["id"]}'.");
            foreach (var other in s_otherLanguages)
            {
                foreach (var name in Cells(row[other])) Add(names, name, actor);
            }
        }

        return new ActorTable(names, actors, new SpellingTree(Transliterations.Load(language), latin));
    }

    private static string[] Cells(string cell) => cell.Split('|', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The longest name that begins at the token within the sentence, as the table writes it or in another transliteration; or null.</summary>
    public (TokenRange Tokens, NamedActor Actor)? Longest(Document document, int token, int sentenceEnd)
    {
        var written = LongestAsWritten(document, token, sentenceEnd);
        var spelt = _spellings.Longest(document, token, sentenceEnd);
        return spelt is { } other && (written is not { } name || other.Tokens.Count > name.Tokens.Count) ? spelt : written;
    }

    private (TokenRange Tokens, NamedActor Actor)? LongestAsWritten(Document document, int token, int sentenceEnd)
    {
        var node = 0;
        (TokenRange, NamedActor)? best = null;
        bool anyCapital = false, allCapitals = true;
        for (var t = token; t < sentenceEnd; t++)
        {
            var view = document[t];
            var read = 0;
            foreach (var c in view.Form)
            {
                if (!char.IsLetterOrDigit(c)) continue;
                read++;
                node = _names.Next(node, c);
                if (node < 0) return best;
            }

            // A mark alone neither begins nor ends a name.
            if (read == 0)
            {
                if (t == token) return null;
                continue;
            }

            foreach (var c in view.Text)
            {
                if (!char.IsLetter(c)) continue;
                var capital = char.IsUpper(c);
                anyCapital |= capital;
                allCapitals &= capital;
            }

            if (_aliases[node] is not { } aliases) continue;
            foreach (var alias in aliases)
            {
                var fits = alias.Writing switch
                {
                    Writing.Small => true,
                    Writing.Mixed => anyCapital,
                    _ => allCapitals && !IsAmongCapitals(document, token, t, sentenceEnd),
                };
                if (!fits) continue;
                best = (new TokenRange(token, t + 1), alias.Actor);
                break;
            }
        }

        return best;
    }

    /// <summary>In a line in capitals, capitals do not tell "IS" from "is"; only names of three letters and less are in doubt.</summary>
    private static bool IsAmongCapitals(Document document, int first, int last, int sentenceEnd)
    {
        if (document[last].Span.End - document[first].Span.Start > 3) return false;
        var before = first > 0 && document.SentenceOf(first - 1) == document.SentenceOf(first) && IsInCapitals(document, first - 1);
        return before && (last + 1 >= sentenceEnd || IsInCapitals(document, last + 1));
    }

    private static bool IsInCapitals(Document document, int token)
    {
        var text = document[token].Text;
        var letters = 0;
        foreach (var c in text)
        {
            if (!char.IsLetter(c)) continue;
            if (!char.IsUpper(c)) return false;
            letters++;
        }

        return letters > 1;
    }

    private static void Add(List<(string Letters, Alias Alias)> names, string name, NamedActor actor)
    {
        bool anyCapital = false, allCapitals = true;
        foreach (var c in name)
        {
            if (!char.IsLetter(c)) continue;
            anyCapital |= char.IsUpper(c);
            allCapitals &= char.IsUpper(c);
        }

        var letters = string.Concat(TokenForm.Fold(name).Where(char.IsLetterOrDigit));
        if (letters.Length == 0) return;
        var writing = !anyCapital ? Writing.Small : allCapitals ? Writing.Capitals : Writing.Mixed;
        names.Add((letters, new Alias(actor, writing)));
    }
}
