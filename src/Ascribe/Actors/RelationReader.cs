using Ascribe.Language;
using Ascribe.Lexicons;
using Ascribe.Reports;

namespace Ascribe.Actors;

/// <summary>Finds how actors stand to each other: cue phrases over the parse, and the roles of named persons. Pure and thread-safe.</summary>
internal sealed class RelationReader
{
    private readonly PhraseMatcher<RelationCue> _cues = new();
    private readonly List<(string Prefix, RelationKind Kind)> _prefixes = [];
    private readonly FunctionWords _words;
    private readonly RoleRelations _roles;

    private RelationReader(FunctionWords words, RoleRelations roles) => (_words, _roles) = (words, roles);

    /// <exception cref="InvalidDataException">A lexicon is malformed; the message names file and line.</exception>
    public static RelationReader Load(string language)
    {
        var words = FunctionWords.Load(language);
        var reader = new RelationReader(words, new RoleRelations(AgentLexicon.Load(language), TitleLexicon.Load(language), words));
        foreach (var row in LexiconTable.Load(language + "/relations.tsv").Rows)
        {
            var kind = row.Value("relation", RelationKind.AffiliatedWith);
            if (row["cue"].EndsWith('-')) reader._prefixes.Add((row["cue"], kind));
            else reader._cues.Add(row["cue"], new RelationCue(kind, Slots(row["subject"]), Slots(row["object"])));
        }

        return reader;
    }

    /// <summary>The relations in text order, each pair and kind once.</summary>
    public IReadOnlyList<RelationMention> Read(ReportDocument report, IReadOnlyList<ActorChain> chains)
    {
        var index = new ActorIndex(chains);
        var document = report.Document;
        var arguments = new RelationArguments(document, index, chains, _words);
        var found = new List<RelationMention>();
        for (var t = 0; t < document.Count; t++)
        {
            if (_cues.Longest(document, t) is not { } first || ActorReader.IsFurniture(report, document.SentenceOf(t))) continue;
            foreach (var match in _cues.At(document, t))
            {
                if (match.Tokens.Count == first.Tokens.Count && Add(match.Value, match.Tokens, arguments, chains, found)) break;
            }
        }

        AddPrefixed(document, chains, found);
        _roles.Add(document, chains, index, found);
        found.Sort((a, b) => a.Tokens != b.Tokens ? a.Tokens.CompareTo(b.Tokens) : a.Subject != b.Subject ? a.Subject.CompareTo(b.Subject) : a.Object.CompareTo(b.Object));
        var seen = new HashSet<(int, RelationKind, int)>();
        found.RemoveAll(r => !seen.Add((r.Subject, r.Kind, r.Object)));
        return found;
    }

    /// <summary>"pro-government militia": the rest of the word names a state of which the report speaks elsewhere.</summary>
    private void AddPrefixed(Document document, IReadOnlyList<ActorChain> chains, List<RelationMention> found)
    {
        Dictionary<string, int>? states = null;
        for (var c = 0; c < chains.Count; c++)
        {
            foreach (var mention in chains[c].Mentions)
            {
                for (var t = mention.Tokens.First; t < mention.Tokens.End; t++)
                {
                    foreach (var (prefix, kind) in _prefixes)
                    {
                        var form = document[t].Form;
                        if (!form.StartsWith(prefix, StringComparison.Ordinal) || !(states ??= States(document, chains)).TryGetValue(form[prefix.Length..], out var state) || state == c) continue;
                        found.Add(new RelationMention(c, kind, state, mention.Tokens));
                    }
                }
            }
        }
    }

    /// <summary>The first state that is called by each word.</summary>
    private static Dictionary<string, int> States(Document document, IReadOnlyList<ActorChain> chains)
    {
        var states = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var c = 0; c < chains.Count; c++)
        {
            if (chains[c].Kind != ActorKind.State) continue;
            states.TryAdd(TokenForm.Fold(chains[c].Name), c);
            foreach (var mention in chains[c].Mentions)
            {
                for (var t = mention.Tokens.First; t < mention.Tokens.End && !mention.IsPronoun; t++)
                {
                    if (document[t].Tag.IsNoun() || document[t].Tag.IsAdjective()) states.TryAdd(document[t].Form, c);
                }
            }
        }

        return states;
    }

    private static bool Add(RelationCue cue, TokenRange tokens, RelationArguments arguments, IReadOnlyList<ActorChain> chains, List<RelationMention> found)
    {
        List<RelationArguments.Argument> subjects, objects;
        if (arguments.HyphenatedBefore(tokens.First) is { Chain: >= 0 } hyphenated)
        {
            // "Iran-backed fighters" are done to, "US-led coalition" has the leader in front.
            var isLeader = cue.Subject[0].Kind == SlotKind.Nsubj;
            subjects = isLeader ? [hyphenated] : arguments.Of(tokens.First, cue.Subject);
            if (!subjects.Exists(s => s.Chain != hyphenated.Chain)) subjects = arguments.RightOf(tokens.First);
            objects = isLeader ? arguments.Of(tokens.First, cue.Object) : [hyphenated];
        }
        else
        {
            subjects = arguments.Of(tokens.First, cue.Subject);
            if (subjects.Count == 0) return false;
            objects = arguments.Of(tokens.First, cue.Object);
        }

        var before = found.Count;
        foreach (var subject in subjects)
        {
            foreach (var other in objects)
            {
                if (subject.Chain == other.Chain || KindOf(cue.Kind, chains[subject.Chain], chains[other.Chain]) is not { } kind) continue;
                found.Add(new RelationMention(subject.Chain, kind, other.Chain, tokens.Union(TokenRange.Of(other.Token))));
            }
        }

        return found.Count > before;
    }

    /// <summary>
    /// The relation that the cue means between the two: a group that is a member of another is a part of it, nameless people ("the victims included
    /// women") have no members, a nameless many heads nothing, and no single person fights a war. Null: none.
    /// </summary>
    private static RelationKind? KindOf(RelationKind kind, ActorChain subject, ActorChain other) => kind switch
    {
        RelationKind.MemberOf or RelationKind.PartOf when other is { IsPlural: true, IsNamed: false, Kind: ActorKind.Person or ActorKind.Civilian or ActorKind.Unknown } => null,
        RelationKind.MemberOf when subject is { IsNamed: true, Kind: ActorKind.ArmedGroup } && other.Kind is not (ActorKind.State or ActorKind.Person) => RelationKind.PartOf,
        RelationKind.Fights when IsPerson(subject) || IsPerson(other) => null,
        RelationKind.HeadOf when subject.IsPlural && !subject.IsNamed => null,
        _ => kind,
    };

    private static bool IsPerson(ActorChain chain) => chain is { Kind: ActorKind.Person, IsPlural: false };

    private static RelationSlot[] Slots(string cell)
    {
        var parts = cell.Split('|', StringSplitOptions.RemoveEmptyEntries);
        var slots = new RelationSlot[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            slots[i] = Enum.TryParse<SlotKind>(parts[i], ignoreCase: true, out var kind) && kind != SlotKind.Preposition
                ? new RelationSlot(kind, "")
                : new RelationSlot(SlotKind.Preposition, TokenForm.Fold(parts[i]));
        }

        return slots;
    }
}
