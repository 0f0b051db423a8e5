using Ascribe.Actors;
using Ascribe.Claims;
using Ascribe.Events;
using Ascribe.Lab.Predictions;
using Ascribe.Language;
using Ascribe.Language.Models;

namespace Ascribe.Lab.Muc4;

/// <summary>What is looked at to tell the role of an entity for the last time, as numbers: what networks say of it and of all around it, how often its name had the role, what it does in our own reading.</summary>
internal sealed class EntityNumbers
{
    /// <summary>Roles that somebody or something other than a place has, and none.</summary>
    private const int Places = (int)IncidentRole.Place;

    private static readonly ActorKind[] s_kinds = [ActorKind.ArmedGroup, ActorKind.GovernmentBody, ActorKind.State, ActorKind.Person];

    private static readonly IncidentRole[] s_targets = [IncidentRole.PhysicalTarget, IncidentRole.HumanName, IncidentRole.HumanDescription];

    private readonly PreparedText _text;
    private readonly Opinion _opinion;
    private readonly ClassRates _rates;
    private readonly List<float> _numbers = [];

    /// <summary>By role the sum of its probabilities.</summary>
    private readonly float[] _sums = new float[IncidentModel.Roles];

    /// <summary>By sentence and role how likely a phrase there has it.</summary>
    private readonly float[,] _bySentence;

    /// <summary>The entity that a phrase with this head belongs to.</summary>
    private readonly Dictionary<int, int> _holders = [];

    /// <summary>By entity the names in it, and the short forms that its words would have.</summary>
    private readonly HashSet<string>[] _names;

    private readonly ActorKind[] _kinds;

    public EntityNumbers(PreparedText text, Opinion opinion, ClassRates rates)
    {
        (_text, _opinion, _rates) = (text, opinion, rates);
        _bySentence = new float[text.Text.Document.SentenceCount, IncidentModel.Roles];
        _names = [.. text.Entities.Select(NamesOf)];
        _kinds = [.. text.Entities.Select(KindOf)];
        for (var e = 0; e < text.Entities.Count; e++)
        {
            SparseTable.Add(opinion.Roles[e], _sums);
            for (var p = 0; p < text.Entities[e].Phrases.Count; p++)
            {
                var phrase = text.Entities[e].Phrases[p];
                _holders[phrase.Head] = e;
                for (var r = 1; r < IncidentModel.Roles; r++)
                {
                    // An entity has many phrases, of which few tell of the incident.
                    ref var highest = ref _bySentence[phrase.Sentence, r];
                    highest = Math.Max(highest, Math.Min(opinion.Roles[e][r], 2 * opinion.Phrases[e][p][r]));
                }
            }
        }
    }

    public float[] Of(int entity)
    {
        _numbers.Clear();
        AddOpinions(entity);
        AddOthers(entity);
        AddPhrases(_text.Entities[entity]);
        AddName(entity);
        AddDeeds(_text.Entities[entity]);
        AddLinks(_text.Entities[entity]);
        AddNeighbours(entity);
        AddNamesakes(entity);
        return [.. _numbers];
    }

    private void AddOpinions(int entity)
    {
        foreach (var p in _opinion.Roles[entity]) _numbers.Add(Opinion.LogOdds(p));
        foreach (var p in _opinion.Mentions[entity]) _numbers.Add(Opinion.LogOdds(p));
        for (var r = 1; r < Places; r++) _numbers.Add(_opinion.Phrases[entity].Sum(p => p[r]));
        _numbers.Add(_opinion.Relevance);
        _numbers.AddRange(_opinion.Types);
    }

    private void AddOthers(int entity)
    {
        for (var r = 1; r < IncidentModel.Roles; r++)
        {
            var own = _opinion.Roles[entity][r];
            _numbers.Add(_sums[r] - own);
            if (r == Places) continue;
            var (top, rank) = (0f, 0);
            for (var e = 0; e < _opinion.Roles.Length; e++)
            {
                if (e == entity) continue;
                top = Math.Max(top, _opinion.Roles[e][r]);
                if (_opinion.Roles[e][r] > own) rank++;
            }

            _numbers.Add(Opinion.LogOdds(top));
            _numbers.Add(rank);
        }
    }

    private void AddPhrases(Entity entity)
    {
        _numbers.AddRange([entity.Phrases.Count, entity.Phrases[0].Sentence, _text.Text.Document.SentenceCount, _text.Entities.Count]);
        for (var r = 1; r < Places; r++) _numbers.Add(entity.Phrases.Max(p => _bySentence[p.Sentence, r]));
        _numbers.Add(entity.Phrases.Average(p => TargetIn(p.Sentence)));
        _numbers.Add(entity.Phrases.Max(p => p.Sentence > 0 ? TargetIn(p.Sentence - 1) : 0));
        _numbers.AddRange([entity.Phrases.Count(p => !p.Name.IsEmpty), entity.Phrases.Count(p => p.IsModifier), entity.Phrases.Max(p => p.Tokens.Count), entity.Phrases[0].Describes >= 0 ? 1 : 0]);
    }

    private float TargetIn(int sentence) => s_targets.Max(r => _bySentence[sentence, (int)r]);

    private void AddName(int entity)
    {
        var (actor, head) = (_text.NameOf(_text.Entities[entity]), FeatureHash.Of(_text.HeadOf(entity)));
        for (var r = 1; r < Places; r++) _numbers.Add(_rates.Of(actor, r));
        for (var r = 1; r < Places; r++) _numbers.Add(_rates.Of(head, r));
        _numbers.Add(_rates.Count(actor));
        foreach (var kind in s_kinds) _numbers.Add(_kinds[entity] == kind ? 1 : 0);
        var mentions = _text.Text.Reading.Mentions;
        var chain = mentions.ChainAt(_text.Entities[entity].Phrases[0].Head);
        _numbers.Add(chain >= 0 && mentions.Chains[chain].ActorId is not null ? 1 : 0);
        _numbers.Add(chain >= 0 && mentions.Chains[chain].IsPlural ? 1 : 0);
    }

    /// <summary>What it says, is said of it and does.</summary>
    private void AddDeeds(Entity entity)
    {
        var (claims, accused, told, speaks, officially, claimed, accuses) = (0, 0, 0, 0, 0, 0, 0);
        var mentions = _text.Text.Reading.Mentions;
        foreach (var attribution in _text.Text.Reading.Attributions)
        {
            if (attribution.Stance == Stance.ClaimsOwn) claimed++;
            if (attribution.Stance == Stance.Accuses) accuses++;
            foreach (var phrase in entity.Phrases)
            {
                if (attribution.SourceHead == phrase.Head || attribution.Source.Contains(phrase.Head))
                {
                    speaks++;
                    if (attribution.Stance == Stance.ClaimsOwn) claims++;
                }

                if (attribution.Accused == phrase.Head) accused++;
                if (!attribution.Content.Any(c => c.Contains(phrase.Head))) continue;
                told++;
                var speaker = mentions.SpeakerAt(attribution.Source, attribution.SourceHead);
                if (speaker >= 0 && mentions.Chains[speaker].IsAuthority) officially++;
            }
        }

        var (agent, patient) = (0, 0);
        foreach (var mention in _text.Text.Reading.EventMentions)
        {
            if (Muc4Types.Incident(mention.Type) is null) continue;
            agent += entity.Phrases.Count(p => mention.Agents.Contains(p.Head));
            patient += entity.Phrases.Count(p => mention.Patients.Contains(p.Head));
        }

        _numbers.AddRange([claims, accused, told, speaks, officially, claimed, accuses, agent, patient]);
    }

    /// <summary>What our own reading says of who did it.</summary>
    private void AddLinks(Entity entity)
    {
        var links = _text.Text.LinksOf(entity).ToList();
        foreach (var basis in Enum.GetValues<PerpetratorBasis>()) _numbers.Add(links.Count(l => l.Basis == basis));
        _numbers.AddRange([
            links.Count(l => l.ByAuthority),
            links.Count(l => _text.Text.Reading.Incidents[l.Incident].IsMain),
            _text.Text.Links.Count(l => l.Status == ResponsibilityStatus.Unclaimed),
            _text.Text.Links.Where(l => l.Basis is not null).Select(l => l.Chain).Distinct().Count(),
        ]);
    }

    /// <summary>What those over it and under it are likely to be.</summary>
    private void AddNeighbours(int entity)
    {
        var (over, under) = (new float[IncidentModel.Roles], new float[IncidentModel.Roles]);
        var document = _text.Text.Document;
        foreach (var phrase in _text.Entities[entity].Phrases)
        {
            Raise(over, document[phrase.Head].Head);
            foreach (var child in document.Children(phrase.Head)) Raise(under, child);
        }

        for (var r = 1; r < Places; r++) _numbers.AddRange([over[r], under[r]]);

        void Raise(float[] highest, int token)
        {
            if (!_holders.TryGetValue(token, out var other) || other == entity) return;
            for (var r = 1; r < Places; r++) highest[r] = Math.Max(highest[r], _opinion.Roles[other][r]);
        }
    }

    /// <summary>What those that share a name with it are likely to be, and which others might have done it.</summary>
    private void AddNamesakes(int entity)
    {
        var highest = new float[IncidentModel.Roles];
        var (namesakes, groups, bodies, largestGroup, likely) = (0, 0, 0, 0, 0);
        for (var e = 0; e < _names.Length; e++)
        {
            if (e == entity) continue;
            var phrases = _text.Entities[e].Phrases;
            var isNamed = phrases.Any(p => !p.Name.IsEmpty);
            if (_kinds[e] == ActorKind.GovernmentBody) bodies++;
            if (_kinds[e] == ActorKind.ArmedGroup && isNamed)
            {
                groups++;
                largestGroup = Math.Max(largestGroup, phrases.Count);
            }

            if (_opinion.Roles[e][(int)IncidentRole.PerpetratorOrganization] > 0.05f) likely = Math.Max(likely, phrases.Count);
            if (!isNamed || !_names[entity].Overlaps(_names[e])) continue;
            namesakes += phrases.Count;
            for (var r = 1; r < Places; r++) highest[r] = Math.Max(highest[r], _opinion.Roles[e][r]);
        }

        for (var r = 1; r < Places; r++) _numbers.Add(highest[r]);
        _numbers.AddRange([namesakes, groups, bodies, largestGroup, likely]);
    }

    private ActorKind KindOf(Entity entity)
    {
        var mentions = _text.Text.Reading.Mentions;
        var chain = mentions.ChainAt(entity.Phrases[0].Head);
        return chain < 0 ? ActorKind.Unknown : mentions.Chains[chain].Kind;
    }

    private HashSet<string> NamesOf(Entity entity)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var document = _text.Text.Document;
        foreach (var phrase in entity.Phrases)
        {
            var initials = "";
            for (var t = phrase.Tokens.First; t < phrase.Tokens.End; t++)
            {
                if (document[t].Tag.IsProperNoun()) names.Add(document[t].Form.ToUpperInvariant());
                if (document[t].Tag.IsNoun() || document[t].Tag.IsAdjective()) initials += char.ToUpperInvariant(document[t].Form[0]);
            }

            if (initials.Length > 2) names.Add(initials);
        }

        return names;
    }
}
