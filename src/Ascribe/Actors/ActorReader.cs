using Ascribe.Language;
using Ascribe.Lexicons;
using Ascribe.Places;
using Ascribe.Reports;

namespace Ascribe.Actors;

/// <summary>
/// Finds who a report speaks of: names, states, described people; the same name, its last word, and pronouns make one chain.
/// </summary>
internal sealed class ActorReader
{
    private readonly PhraseMatcher<(string Id, string Name, ActorKind Kind, string Country)> _table = new();
    private readonly PhraseMatcher<ActorKind> _agents = new();

    private ActorReader()
    {
    }

    public static ActorReader Load(string language)
    {
        var reader = new ActorReader();
        foreach (var row in LexiconTable.Load($"{language}/actors.tsv").Rows)
        {
            foreach (var name in (row["name"] + "|" + row["aliases"]).Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                reader._table.Add(name, (row["id"], row["name"], row.Value("kind", ActorKind.Unknown), row["country"]));
        }

        foreach (var row in LexiconTable.Load($"{language}/agents.tsv").Rows)
        {
            foreach (var noun in (string[])[row["noun"], row["plural"]])
            {
                if (noun.Length > 0) reader._agents.Add(noun, row.Value("kind", ActorKind.Unknown));
            }
        }
        return reader;
    }

    public IReadOnlyList<ActorChain> Read(ReportDocument report, IReadOnlyList<PlaceMention> places)
    {
        var document = report.Document;
        var chains = new List<ActorChain>();
        var byName = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var last = -1;
        for (var t = 0; t < document.Count; t++)
        {
            if (!report.IsStory(document.SentenceOf(t))) continue;
            if (document[t].Tag == PartOfSpeech.PRP && last >= 0 && document[t].Form is "he" or "she" or "they" or "it")
            {
                Mention(chains, last, new ActorMention(TokenRange.Of(t), t, IsPronoun: true));
                continue;
            }

            if (Candidate(document, places, t) is not { } candidate) continue;
            var key = candidate.ActorId ?? candidate.Name;
            if (!byName.TryGetValue(key, out var chain) && !(candidate.Kind == ActorKind.Person && byName.TryGetValue(LastWord(candidate.Name), out chain)))
            {
                chain = chains.Count;
                chains.Add(candidate);
                byName[key] = chain;
                if (candidate is { Kind: ActorKind.Person, IsNamed: true }) byName.TryAdd(LastWord(candidate.Name), chain);
            }
            else
            {
                Mention(chains, chain, candidate.Mentions[0]);
            }

            if (document[candidate.Mentions[0].Head].Relation.IsSubject()) last = chain;
            t = Math.Max(t, candidate.Mentions[0].Tokens.End - 1);
        }

        return chains;
    }

    private static void Mention(List<ActorChain> chains, int chain, ActorMention mention) =>
        chains[chain] = chains[chain] with { Mentions = [.. chains[chain].Mentions, mention] };

    private static string LastWord(string name) => name[(name.LastIndexOf(' ') + 1)..];

    private ActorChain? Candidate(Document document, IReadOnlyList<PlaceMention> places, int token)
    {
        if (char.IsUpper(document[token].Text[0]) && _table.Longest(document, token) is { } known)
        {
            return Chain(document, known.Tokens, known.Value.Name, known.Value.Kind) with
            {
                ActorId = known.Value.Id,
                Country = known.Value.Country.Length == 2 ? known.Value.Country : null,
                IsNamed = true,
            };
        }

        foreach (var name in document.Names)
        {
            if (name.Tokens.First != token || name.Kind is not (NameKind.Person or NameKind.Organization)) continue;
            return Chain(document, name.Tokens, document.TextOf(name.Tokens), name.Kind == NameKind.Person ? ActorKind.Person : ActorKind.Unknown) with { IsNamed = true };
        }

        foreach (var place in places)
        {
            if (place.Tokens.First != token || place.Place.Precision != PlacePrecision.Country || place.Role == PlaceRole.Location) continue;
            return Chain(document, place.Tokens, place.Place.Name, ActorKind.State) with
            {
                ActorId = "state:" + place.Place.Country,
                Country = place.Place.Country,
                IsNamed = true,
            };
        }

        if (!document[token].Tag.IsNoun() || _agents.Longest(document, token) is not { } agent) return null;
        var head = agent.Tokens.End - 1;
        var phrase = document.NounPhrase(head);
        if (phrase.First > agent.Tokens.First) phrase = agent.Tokens;
        var text = document.TextOf(phrase);
        return Chain(document, phrase, text, agent.Value) with { IsPlural = document[head].Tag is PartOfSpeech.NNS };
    }

    private static ActorChain Chain(Document document, TokenRange tokens, string name, ActorKind kind)
    {
        var head = tokens.End - 1;
        for (var t = tokens.First; t < tokens.End; t++)
        {
            if (document[t].Head < tokens.First || document[t].Head >= tokens.End) head = t;
        }

        return new ActorChain { Name = name, Kind = kind, Mentions = [new ActorMention(tokens, head)] };
    }
}
