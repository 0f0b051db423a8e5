using Ascribe.Actors;
using Ascribe.Claims;
using Ascribe.Events;
using Ascribe.Language;

namespace Ascribe.Lab.Muc4;

/// <summary>What is looked at, as numbers, to tell how surely an organisation is named as the doer: who says it of it in our own reading, how near it stands to the incident, what else might have done it.</summary>
internal sealed class SuretyNumbers
{
    /// <summary>Where there is nothing to be near to.</summary>
    private const int Far = 99;

    /// <summary>So many tokens in front of a name are looked at for words of doubt.</summary>
    private const int Before = 6;

    private static readonly Lazy<CueLexicon> s_cues = new(() => CueLexicon.Load("en"));

    private static readonly ActorKind[] s_kinds = [ActorKind.ArmedGroup, ActorKind.GovernmentBody, ActorKind.State];

    private static readonly Stance[] s_stances = [Stance.ClaimsOwn, Stance.Accuses, Stance.Denies, Stance.Absent];

    private readonly IncidentText _text;
    private readonly Document _document;
    private readonly Entity _entity;
    private readonly IReadOnlyList<(Entity Entity, IncidentRole Role)> _members;
    private readonly List<float> _numbers = [];

    /// <summary>The phrases of the incident's other members but for places and organisations.</summary>
    private readonly List<Phrase> _others;

    /// <summary>The phrase of the organisation that stands nearest to them, and all that stand as near or in the next sentence.</summary>
    private readonly Phrase _nearest;
    private readonly List<Phrase> _near;

    private SuretyNumbers(IncidentText text, Entity entity, IReadOnlyList<(Entity Entity, IncidentRole Role)> members)
    {
        (_text, _document, _entity, _members) = (text, text.Document, entity, members);
        _others = [.. members.Where(m => m.Role is not (IncidentRole.Place or IncidentRole.PerpetratorOrganization)).SelectMany(m => m.Entity.Phrases)];
        _nearest = entity.Phrases.MinBy(Distance)!;
        _near = [.. entity.Phrases.Where(p => Distance(p) is var d && (d <= 1 || d == Distance(_nearest)))];
    }

    /// <param name="members">The entities of the incident with their roles.</param>
    public static List<float> Of(IncidentText text, Entity entity, IReadOnlyList<(Entity Entity, IncidentRole Role)> members)
    {
        var numbers = new SuretyNumbers(text, entity, members);
        numbers.AddNearness();
        numbers.AddLinks();
        numbers.AddSayings();
        numbers.AddDoubts();
        numbers.AddIncident();
        numbers.AddKind();
        return numbers._numbers;
    }

    /// <summary>In sentences, to the nearest other member.</summary>
    private int Distance(Phrase phrase) => _others.Count == 0 ? Far : _others.Min(o => Math.Abs(o.Sentence - phrase.Sentence));

    private void AddNearness()
    {
        var first = _others.Count == 0 ? 0 : _others.Min(o => o.Sentence);
        var last = _others.Count == 0 ? 0 : _others.Max(o => o.Sentence);
        var opens = _entity.Phrases[0].Sentence;
        _numbers.AddRange([Distance(_nearest), opens - last, opens - first, _nearest.Sentence - first, _entity.Phrases.Count, _document.SentenceCount, first]);
        _numbers.AddRange([_members.Count(m => m.Role == IncidentRole.PerpetratorOrganization), _members.Count(m => m.Role == IncidentRole.PerpetratorIndividual), _members.Count]);

        // "FMLN guerrillas".
        var individuals = _members.Where(m => m.Role == IncidentRole.PerpetratorIndividual).SelectMany(m => m.Entity.Phrases).ToList();
        _numbers.Add(_entity.Phrases.Count(p => individuals.Exists(i => i.Head == _document[p.Head].Head || _document[i.Head].Head == p.Head)));
        _numbers.Add(_entity.Phrases.Count(p => p.IsModifier));
    }

    /// <summary>What our own reading says of who did it.</summary>
    private void AddLinks()
    {
        var links = _text.LinksOf(_entity).ToList();
        foreach (var basis in Enum.GetValues<PerpetratorBasis>()) _numbers.Add(links.Count(l => l.Basis == basis));
        _numbers.AddRange([
            links.Count(l => l.ByAuthority && l.Basis is PerpetratorBasis.Accused or PerpetratorBasis.Suspected),
            _text.Links.Count(l => l.Status == ResponsibilityStatus.Unclaimed),
            _text.Links.Count(l => l.Status == ResponsibilityStatus.Claimed),
            _text.Links.Where(l => l.Chain >= 0 && l.Basis is not null).Select(l => l.Chain).Distinct().Count(),
            _text.Links.Any(l => l.Basis is PerpetratorBasis.Accused or PerpetratorBasis.Suspected) ? 1 : 0,
        ]);
    }

    /// <summary>Who says the words that name it near the incident, and what it says itself.</summary>
    private void AddSayings()
    {
        var (own, official, named, nobody, hedged, asserts, accuses, claims, denies, speaks) = (0f, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        foreach (var phrase in _near)
        {
            var said = false;
            foreach (var attribution in _text.Reading.Attributions)
            {
                if (attribution.SourceHead == phrase.Head || attribution.Source.Contains(phrase.Head))
                {
                    speaks++;
                    if (attribution.Stance == Stance.ClaimsOwn) claims++;
                    if (attribution.Stance == Stance.Denies) denies++;
                }

                if (!attribution.Content.Any(c => c.Contains(phrase.Head))) continue;
                said = true;
                if (Speaker(attribution) is not { } speaker) nobody++;
                else if (speaker.IsAuthority || speaker.Kind is ActorKind.GovernmentBody or ActorKind.State) official++;
                else named++;
                if (attribution.Certainty == Certainty.Hedged) hedged++;
                if (attribution.Stance == Stance.Asserts) asserts++;
                if (attribution.Stance == Stance.Accuses) accuses++;
            }

            if (!said) own++;
        }

        _numbers.AddRange([own / _near.Count, official, named, nobody, hedged, asserts, accuses, claims, denies, speaks]);
    }

    private ActorChain? Speaker(Attribution attribution) =>
        _text.Reading.Mentions.SpeakerAt(attribution.Source, attribution.SourceHead) is >= 0 and var chain ? _text.Reading.Mentions.Chains[chain] : null;

    /// <summary>Words of doubt beside it, and how far claims, accusations and denials stand from it.</summary>
    private void AddDoubts()
    {
        _numbers.Add(_near.Exists(p => IsHedged(_document.SentenceTokens(p.Sentence))) ? 1 : 0);
        _numbers.Add(_near.Exists(p => IsHedged(new TokenRange(Math.Max(0, p.Tokens.First - Before), p.Tokens.End))) ? 1 : 0);
        foreach (var stance in s_stances)
        {
            var said = _text.Reading.Attributions.Where(a => a.Stance == stance).ToList();
            _numbers.Add(said.Count);
            _numbers.Add(said.Select(a => Math.Abs(_document.SentenceOf(a.Cue.First) - _nearest.Sentence)).DefaultIfEmpty(Far).Min());
        }
    }

    private bool IsHedged(TokenRange tokens) => s_cues.Value.CertaintyIn(_document, tokens) == Certainty.Hedged;

    /// <summary>Who does what the incident's sentences tell, and who says it.</summary>
    private void AddIncident()
    {
        var sentences = _others.Select(o => o.Sentence).ToHashSet();
        var events = _text.Reading.EventMentions.Where(m => sentences.Contains(m.Sentence)).ToList();
        var told = _text.Reading.Attributions.Where(a => a.Content.Any(c => _others.Exists(o => c.Contains(o.Head)))).ToList();
        _numbers.AddRange([
            events.Count(m => m.Agents.Exists(a => _entity.Phrases.Any(p => p.Head == a))),
            events.Count(m => m.Agents.Count == 0),
            told.Count,
            told.Count(a => Speaker(a) is { IsAuthority: true }),
        ]);
    }

    private void AddKind()
    {
        var chain = _text.Reading.Mentions.ChainAt(_entity.Phrases[0].Head);
        var actor = chain < 0 ? null : _text.Reading.Mentions.Chains[chain];
        foreach (var kind in s_kinds) _numbers.Add(actor?.Kind == kind ? 1 : 0);
        _numbers.Add(actor is { IsNamed: true } ? 1 : 0);
    }
}
