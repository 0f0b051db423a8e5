using Ascribe.Language;

namespace Ascribe.Lab.Muc4;

/// <summary>What the first opinion of a document adds to the features of its entities: what is likely of it, of itself, and of those around it.</summary>
internal sealed class RoleEvidence
{
    private static readonly int s_roles = IncidentModel.Roles;

    private readonly PreparedText _text;
    private readonly Opinion _opinion;
    private readonly Features _bag = new();
    private readonly float[] _sums = new float[s_roles];

    /// <summary>The entity that a phrase with this head belongs to.</summary>
    private readonly Dictionary<int, int> _holders = [];

    /// <summary>The likeliest entity of each role, or -1.</summary>
    private readonly int[] _top;

    private readonly string _topType;

    /// <summary>By sentence and role the likeliest entity with a phrase there, and the likeliest but for that one.</summary>
    private readonly (int Entity, float Highest, float Second)[,] _bySentence;

    /// <summary>Names that may be those of organisations, the most frequent first.</summary>
    private readonly List<int> _names;

    private RoleEvidence(PreparedText text, Opinion opinion)
    {
        (_text, _opinion) = (text, opinion);
        foreach (var roles in opinion.Roles) SparseTable.Add(roles, _sums);
        for (var e = 0; e < text.Entities.Count; e++)
        {
            foreach (var phrase in text.Entities[e].Phrases) _holders[phrase.Head] = e;
        }

        var all = Enumerable.Range(0, opinion.Roles.Length).ToList();
        _top = [.. Enumerable.Range(0, s_roles).Select(r => all.Where(e => opinion.Roles[e][r] > 0.2f).DefaultIfEmpty(-1).MaxBy(e => e < 0 ? 0 : opinion.Roles[e][r]))];
        _names = [.. all.Where(e => opinion.Roles[e][(int)IncidentRole.PerpetratorOrganization] > 0.02f && text.Entities[e].Phrases.Any(p => !p.Name.IsEmpty))
            .OrderByDescending(e => text.Entities[e].Phrases.Count)];
        _bySentence = new (int, float, float)[text.Text.Document.SentenceCount, s_roles];
        for (var e = 0; e < text.Entities.Count; e++)
        {
            foreach (var sentence in text.Entities[e].Phrases.Select(p => p.Sentence).Distinct())
            {
                for (var r = 0; r < s_roles; r++) Rank(ref _bySentence[sentence, r], e, r == 0 ? 1 - opinion.Roles[e][0] : opinion.Roles[e][r]);
            }
        }

        _topType = IncidentModel.Types[Array.IndexOf(opinion.Types, opinion.Types.Max())];
    }

    private static void Rank(ref (int Entity, float Highest, float Second) best, int entity, float p)
    {
        if (p > best.Highest) best = (entity, p, best.Highest);
        else if (p > best.Second) best.Second = p;
    }

    /// <summary>The features of each entity with the evidence.</summary>
    public static IEnumerable<uint[]> Of(PreparedText text, Opinion opinion)
    {
        var evidence = new RoleEvidence(text, opinion);
        for (var e = 0; e < text.Entities.Count; e++) yield return evidence.Of(e);
    }

    private uint[] Of(int entity)
    {
        var (own, mention) = (_opinion.Roles[entity], _opinion.Mentions[entity]);
        var likeliest = Opinion.Likeliest(own);
        var best = ((IncidentRole)likeliest).ToString();
        var any = Opinion.Odds(_opinion.Relevance);
        _bag.Clear();
        _bag.Add(_text.Entities[entity].Features);
        _bag.Add("evidence relevance", any);
        foreach (var (type, p) in IncidentModel.Types.Zip(_opinion.Types)) _bag.Add("evidence type", type, Opinion.Odds(p));
        _bag.Add("evidence best relevance", best, $"{Opinion.Odds(own[0])}", any);
        _bag.Add("evidence best type", best, _topType, Opinion.Odds(own[0]));
        _bag.Add("evidence mention best", best, $"{Opinion.Odds(mention[likeliest])}", Opinion.Odds(own[likeliest]));
        _bag.Add("evidence mention any", best, $"{Opinion.Odds(mention[0])}", any);
        for (var r = 0; r < s_roles; r++)
        {
            var role = ((IncidentRole)r).ToString();
            _bag.Add("evidence role", role, Opinion.Odds(own[r]));
            _bag.Add("evidence mention", role, Opinion.Odds(mention[r]));
            if (r == 0) continue;
            _bag.Add("evidence others", role, best, (int)MathF.Round(_sums[r] - own[r]), 4);
            var rank = _opinion.Roles.Count(other => other[r] > own[r]);
            _bag.Add("evidence rank", role, rank, 5);
            if (r == likeliest) _bag.Add("evidence rank best", role, $"{Opinion.Odds(own[r])}", rank, 5);
            if (_top[r] < 0 || _top[r] == entity) continue;
            _bag.Add("evidence top", role, _text.HeadOf(_top[r]), best);
            if (r == (int)IncidentRole.PerpetratorIndividual) _bag.Add("evidence top own", _text.HeadOf(_top[r]), _text.HeadOf(entity), best);
        }

        _bag.Add("evidence commonest", best, _names.IndexOf(entity), 4);
        foreach (var phrase in _text.Entities[entity].Phrases) AddNeighbours(phrase, entity, best);
        return _bag.ToArray();
    }

    /// <summary>What the phrases over it, under it and beside it are likely to be.</summary>
    private void AddNeighbours(Phrase phrase, int entity, string best)
    {
        var document = _text.Text.Document;
        var (head, relation) = (document[phrase.Head].Head, document[phrase.Head].Relation.Name());
        if (Told(head, entity) is { } over) _bag.Add("neighbour over", relation, over, best);
        if (head >= 0 && !document[head].Tag.IsNoun())
        {
            foreach (var sister in document.Children(head))
            {
                if (sister != phrase.Head && Told(sister, entity) is { } beside) _bag.Add("neighbour beside", relation, document[sister].Relation.Name(), beside);
            }
        }

        foreach (var child in document.Children(phrase.Head))
        {
            if (Told(child, entity) is { } under) _bag.Add("neighbour under", document[child].Relation.Name(), under, best);
        }

        var phrases = _text.Text.Phrases;
        if (phrase.Index > 0 && phrases[phrase.Index - 1] is var before && before.Sentence == phrase.Sentence) _bag.Add("neighbour before", Told(before.Head, entity) ?? "?", best);
        if (phrase.Index + 1 < phrases.Count && phrases[phrase.Index + 1] is var after && after.Sentence == phrase.Sentence) _bag.Add("neighbour after", Told(after.Head, entity) ?? "?", best);
        for (var r = 0; r < s_roles; r++) _bag.Add("neighbour sentence", ((IncidentRole)r).ToString(), best, Opinion.Odds(HighestOf(phrase.Sentence, r, entity)));
        if (phrase.Sentence > 0) _bag.Add("neighbour previous", best, Opinion.Odds(HighestOf(phrase.Sentence - 1, 0, entity)));
        if (phrase.Sentence + 1 < document.SentenceCount) _bag.Add("neighbour next", best, Opinion.Odds(HighestOf(phrase.Sentence + 1, 0, entity)));
    }

    /// <summary>How likely another entity of the sentence has the role; for none, any role.</summary>
    private float HighestOf(int sentence, int role, int entity) => _bySentence[sentence, role] is var best && best.Entity == entity ? best.Second : best.Highest;

    private string? Told(int token, int entity)
    {
        if (!_holders.TryGetValue(token, out var other) || other == entity) return null;
        var roles = _opinion.Roles[other];
        return roles[0] > 0.9f ? "none" : (roles[0] > 0.5f ? "perhaps " : "") + (IncidentRole)Opinion.Likeliest(roles);
    }
}
