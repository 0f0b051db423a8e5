using Ascribe.Events;
using Ascribe.Lab.Predictions;
using Ascribe.Language;

namespace Ascribe.Lab.Muc4;

/// <summary>What is looked at to tell whether two entities belong to one incident.</summary>
internal sealed class EntityPairs
{
    private readonly IncidentText _text;
    private readonly Dictionary<EventMention, int> _incidentOf = [];
    private readonly List<EventMention>[] _events;
    private readonly int _count;

    public EntityPairs(IncidentText text)
    {
        _text = text;
        _events = [.. Enumerable.Range(0, text.Document.SentenceCount).Select(_ => new List<EventMention>())];
        for (var i = 0; i < text.Reading.Incidents.Count; i++)
        {
            var incident = text.Reading.Incidents[i];
            if (Muc4Types.Incident(incident.Type) is null) continue;
            _count++;
            foreach (var mention in incident.Mentions)
            {
                _incidentOf[mention] = i;
                _events[mention.Sentence].Add(mention);
            }
        }
    }

    /// <summary>The incidents that our own reading would tie the entity to.</summary>
    public HashSet<int> Incidents(Entity entity) => [.. entity.Phrases.Select(Nearest).OfType<EventMention>().Select(m => _incidentOf[m])];

    private EventMention? Nearest(Phrase phrase) => _events[phrase.Sentence].MinBy(m => Math.Abs(m.Head - phrase.Head));

    /// <summary>What words and places in the text speak for: the features of a classifier.</summary>
    /// <param name="one">An entity and its role.</param>
    /// <param name="other">Another.</param>
    /// <param name="typeA">The likeliest type of the incident of the first.</param>
    /// <param name="typeB">The likeliest type of the incident of the second.</param>
    public uint[] Words((Entity Entity, IncidentRole Role) one, (Entity Entity, IncidentRole Role) other, string typeA, string typeB)
    {
        var features = new Features();
        var ((a, roleA), (b, roleB)) = (one, other);
        if (roleA > roleB) (a, roleA, typeA, b, roleB, typeB) = (b, roleB, typeB, a, roleA, typeA);
        var roles = $"{roleA}+{roleB}";
        features.Add("bias");
        features.Add("roles", roles);
        var (ones, others) = (Incidents(a), Incidents(b));
        var incidents = ones.Count == 0 || others.Count == 0 ? "unknown" : ones.SetEquals(others) ? "same" : ones.Overlaps(others) ? "some" : "other";
        features.Add("incidents", incidents);
        features.Add("incidents-roles", incidents, roles);
        features.Add("incident-count", incidents, _count, 6);
        var (first, second) = Nearest(a, b);
        var nearest = second.Sentence - first.Sentence;
        var near = $"{Math.Min(nearest, 6)}";
        features.Add("distance", near);
        features.Add("distance-roles", near, roles);
        features.Add("distance-incidents", near, incidents);
        features.Add("first-distance", Math.Abs(a.Phrases[0].Sentence - b.Phrases[0].Sentence), 8);
        features.Add("types", typeA == typeB ? "same" : "other");
        features.Add("types-roles", typeA == typeB ? "same" : "other", roles);
        features.Add("types-both", string.CompareOrdinal(typeA, typeB) < 0 ? typeA + typeB : typeB + typeA);
        if (nearest == 0)
        {
            features.Add("clause", EventPaths.VerbOver(_text.Document, first.Head) == EventPaths.VerbOver(_text.Document, second.Head) ? "same" : "other", roles);
            if (IsListed(first, second)) features.Add("listed");
        }

        var (trigger, another) = (Nearest(first), Nearest(second));
        var triggers = trigger is null || another is null ? "unknown" : ReferenceEquals(trigger, another) ? "same" : _text.Document[trigger.Head].Lemma == _text.Document[another.Head].Lemma ? "same word" : trigger.Type == another.Type ? "same type" : "other";
        features.Add("triggers", triggers);
        features.Add("triggers-roles", triggers, roles);
        features.Add("triggers-distance", triggers, near);
        features.Add("triggers-incidents", triggers, incidents);
        if (another is not null) features.Add("new", another.IsNew ? "new" : another.RefersBack ? "back" : "-", triggers);
        var breaks = 0;
        for (var s = first.Sentence + 1; s <= second.Sentence && s - first.Sentence <= 6; s++)
        {
            if (_text.Document.OpensParagraph(s)) breaks++;
            var tokens = _text.Document.SentenceTokens(s);
            for (var t = tokens.First; t < Math.Min(tokens.End, tokens.First + 3); t++) features.Add("opens", _text.Document[t].Lemma.ToLowerInvariant());
            if (s == second.Sentence)
            {
                for (var t = tokens.First; t < tokens.End; t++)
                {
                    if (_text.Document[t].Tag is PartOfSpeech.RB or PartOfSpeech.JJ or PartOfSpeech.DT) features.Add("near-word", _text.Document[t].Lemma.ToLowerInvariant());
                }
            }
        }

        features.Add("breaks", breaks, 5);
        features.Add("times", Compare(Times(first.Sentence), Times(second.Sentence)));
        features.Add("places", Compare(Places(first.Sentence), Places(second.Sentence)));
        features.Add("length", _text.Document.SentenceCount / 4, 6);
        return features.ToArray();
    }

    /// <summary>Where they stand, as numbers: what is not known is less than nothing.</summary>
    /// <param name="one">An entity and its role.</param>
    /// <param name="other">Another.</param>
    public List<float> Numbers((Entity Entity, IncidentRole Role) one, (Entity Entity, IncidentRole Role) other)
    {
        var ((a, roleA), (b, roleB)) = one.Role > other.Role ? (other, one) : (one, other);
        var numbers = new List<float>();
        foreach (var role in new[] { roleA, roleB })
        {
            for (var r = IncidentRole.PerpetratorIndividual; r <= IncidentRole.Place; r++) numbers.Add(role == r ? 1 : 0);
        }

        var (ones, others) = (Incidents(a), Incidents(b));
        var (first, second) = Nearest(a, b);
        var distance = second.Sentence - first.Sentence;
        var (trigger, another) = (Nearest(first), Nearest(second));
        var (breaks, between) = (0, new HashSet<int>());
        for (var s = first.Sentence; s <= second.Sentence; s++)
        {
            if (s > first.Sentence && _text.Document.OpensParagraph(s)) breaks++;
            between.UnionWith(_events[s].Select(m => _incidentOf[m]));
        }

        numbers.AddRange([
            ones.Count == 0 || others.Count == 0 ? -1 : ones.SetEquals(others) ? 2 : ones.Overlaps(others) ? 1 : 0,
            _count,
            ones.Count,
            others.Count,
            distance,
            second.Head - first.Head,
            Math.Abs(a.Phrases[0].Sentence - b.Phrases[0].Sentence),
            distance > 0 ? -1 : EventPaths.VerbOver(_text.Document, first.Head) == EventPaths.VerbOver(_text.Document, second.Head) ? 1 : 0,
            IsListed(first, second) ? 1 : 0,
            trigger is null || another is null ? -1 : ReferenceEquals(trigger, another) ? 3 : _text.Document[trigger.Head].Lemma == _text.Document[another.Head].Lemma ? 2 : trigger.Type == another.Type ? 1 : 0,
            another is null ? -1 : another.IsNew ? 2 : another.RefersBack ? 0 : 1,
            breaks,
            Number(Compare(Times(first.Sentence), Times(second.Sentence))),
            Number(Compare(Places(first.Sentence), Places(second.Sentence))),
            _text.Document.SentenceCount,
            a.Phrases[0].Sentence,
            b.Phrases[0].Sentence,
            a.Phrases.Count,
            b.Phrases.Count,
            a.Phrases.Select(p => p.Sentence).Intersect(b.Phrases.Select(p => p.Sentence)).Count(),
            between.Count,
        ]);
        return numbers;
    }

    private static float Number(string comparison) => comparison switch { "same" => 1, "other" => 0, _ => -1 };

    /// <summary>The two phrases that stand nearest to one another, in the order of the text.</summary>
    private static (Phrase First, Phrase Second) Nearest(Entity a, Entity b)
    {
        var (nearest, first, second) = (int.MaxValue, a.Phrases[0], b.Phrases[0]);
        foreach (var p in a.Phrases)
        {
            foreach (var q in b.Phrases)
            {
                var distance = Math.Abs(p.Sentence - q.Sentence);
                if (distance > nearest || distance == nearest && Math.Abs(p.Head - q.Head) >= Math.Abs(first.Head - second.Head)) continue;
                (nearest, first, second) = (distance, p, q);
            }
        }

        return first.Head > second.Head ? (second, first) : (first, second);
    }

    private bool IsListed(Phrase first, Phrase second) => _text.Document[second.Head].Relation == Dependency.Conj && _text.Document[second.Head].Head == first.Head;

    /// <summary>What is looked at to tell whether two entities with one role in one incident are the same.</summary>
    public void WriteSame(Entity a, Entity b, IncidentRole role, Features features)
    {
        if (a.Phrases[0].Head > b.Phrases[0].Head) (a, b) = (b, a);
        var r = role.ToString();
        var (one, other) = (Head(a), Head(b));
        features.Add("bias", r);
        features.Add("heads", string.CompareOrdinal(one, other) < 0 ? one + "+" + other : other + "+" + one, r);
        features.Add("one", one, r);
        features.Add("other", other, r);
        var (x, y) = (a.Phrases[0], b.Phrases[0]);
        features.Add("tags", r, _text.Document[x.Tokens.End - 1].Tag.Name(), _text.Document[y.Tokens.End - 1].Tag.Name());
        features.Add("names", r, x.IsName ? "name" : "noun", y.IsName ? "name" : "noun");
        var distance = a.Phrases.Min(p => b.Phrases.Min(q => Math.Abs(p.Sentence - q.Sentence)));
        features.Add("distance", r, distance, 4);
        features.Add("article", r, y.Tokens.First > 0 ? _text.Document[y.Tokens.First - 1].Form : "^");
        features.Add("counts", r, Count(a) is var m && Count(b) is var n && (m == "" || n == "") ? "unknown" : m == n ? "same" : "other");
        foreach (var p in a.Phrases)
        {
            foreach (var q in b.Phrases)
            {
                if (p.Sentence != q.Sentence) continue;
                var (h, g) = (_text.Document[p.Head], _text.Document[q.Head]);
                if (g.Head == p.Head) features.Add("under", r, g.Relation.Name());
                if (h.Head == q.Head) features.Add("over", r, h.Relation.Name());
                if (p.Describes == q.Index || q.Describes == p.Index) features.Add("described", r);
                features.Add("gap", r, Math.Max(q.Tokens.First - p.Tokens.End, -1), 6);
            }
        }

        var (s, t) = (Words(a), Words(b));
        features.Add("shared", r, s.Overlaps(t) ? "yes" : "no");
    }

    private string Head(Entity entity) => _text.Document[entity.Phrases[0].Tokens.End - 1].Lemma.ToLowerInvariant();

    private string Count(Entity entity)
    {
        foreach (var phrase in entity.Phrases)
        {
            if (_text.Reading.Mentions.CountAt(phrase.Tokens.End - 1) is { } count) return $"{count.Count.Min}-{count.Count.Max}";
        }

        return "";
    }

    private HashSet<string> Words(Entity entity) => [.. entity.Phrases.SelectMany(p => Enumerable.Range(p.Tokens.First, p.Tokens.Count)).Select(t => _text.Document[t].Lemma.ToLowerInvariant())];

    private HashSet<string> Times(int sentence) => [.. _text.Reading.Mentions.Times.Where(t => t.Interval is not null && _text.Document.SentenceOf(t.Tokens.First) == sentence).Select(t => t.Value ?? "")];

    private HashSet<string> Places(int sentence) => [.. _text.Reading.Mentions.Places.Where(p => p.Place.Precision != Ascribe.Places.PlacePrecision.Country && _text.Document.SentenceOf(p.Tokens.First) == sentence).Select(p => p.Place.Name)];

    private static string Compare(HashSet<string> a, HashSet<string> b) => a.Count == 0 || b.Count == 0 ? "unknown" : a.Overlaps(b) ? "same" : "other";
}
