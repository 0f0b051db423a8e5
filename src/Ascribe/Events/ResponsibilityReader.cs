using Ascribe.Actors;
using Ascribe.Claims;
using Ascribe.Language;
using Ascribe.Ontology;
using Ascribe.Records;

namespace Ascribe.Events;

/// <summary>
/// Who is said to have done what, by whom: from the subjects of event words, and from claims that accuse, claim, acknowledge or deny.
/// A denial is kept as a denial and is never an attribution.
/// </summary>
internal sealed class ResponsibilityReader
{
    private readonly Reading _reading;
    private readonly ReportMentions _mentions;
    private readonly EventTypes _types;
    private readonly ClaimSources _sources;
    private readonly ResponsibilityWords _words;
    private readonly Suspicion _suspicion;
    private readonly ClaimedAct _acts;
    private readonly Authorship _authors;
    private readonly Allegiance _sides;
    private readonly ClaimIncidents _incidents;
    private readonly AccusedActors _accused;
    private readonly StruckActors _struck;
    private readonly ResponsibilityLinks _links;

    public ResponsibilityReader(Reading reading, EventTypes types, ResponsibilityWords words)
    {
        _words = words;
        _reading = reading;
        _mentions = reading.Mentions;
        _types = types;
        _sources = new ClaimSources(reading);
        _acts = new ClaimedAct(reading, types, words);
        _suspicion = new Suspicion(_mentions.Document, words);
        _authors = new Authorship(_mentions, words, _suspicion);
        _sides = new Allegiance(reading, words);
        _incidents = new ClaimIncidents(reading, types, words);
        _accused = new AccusedActors(reading, _sides, _acts);
        _struck = new StruckActors(_mentions, types, _sides);
        _links = new ResponsibilityLinks(_mentions, _sides, new GroupMembers(_mentions, words));
    }

    public IReadOnlyList<ResponsibilityLink> Read()
    {
        for (var a = 0; a < _reading.Attributions.Count; a++) FromClaim(a);
        for (var i = 0; i < _reading.Incidents.Count; i++)
        {
            if (!_types.HasPerpetrators(_reading.Incidents[i].Type)) continue;
            foreach (var mention in _reading.Incidents[i].Mentions)
            {
                var strikesDoers = mention.Agents.Count > 0 && _struck.StrikesDoers(_reading.Incidents[i], mention);
                foreach (var agent in mention.Agents)
                {
                    if (strikesDoers) break;
                    if (SpeechOf(agent, mention) is >= 0 and var speech) FromSpeaker(i, agent, speech);
                    else if (!_struck.Befell(_reading.Incidents[i], agent)) FromAgent(i, agent, mention.Status, _suspicion.IsOn(agent, mention), ChargeOf(mention));
                }

                foreach (var cleared in mention.Cleared) FromAgent(i, cleared, EventStatus.Denied, isSuspected: false);
                if (mention.Agents.Count == 0 && _suspicion.SuspectBefore(mention) is >= 0 and var suspect) FromAgent(i, suspect, EventStatus.Occurred, isSuspected: true);
                var (authors, areSuspected) = _authors.Of(mention);
                foreach (var author in authors) FromAgent(i, author, mention.Status, areSuspected);
                (authors, areSuspected) = _authors.Tied(mention);
                foreach (var author in authors) FromAgent(i, author, mention.Status, areSuspected);
            }
        }

        foreach (var (word, authors) in _authors.OfPronouns())
        {
            if (_incidents.Before(word) is not (>= 0 and var told)) continue;
            foreach (var author in authors) FromAgent(told, author, EventStatus.Occurred, isSuspected: true);
        }

        return _links.Settled();
    }

    /// <summary>The claim by which whoever is taken for the agent speaks of the act, or -1.</summary>
    private int SpeechOf(int agent, EventMention mention)
    {
        for (var a = 0; a < _reading.Attributions.Count; a++)
        {
            if (!_reading.Attributions[a].Source.Contains(agent)) continue;
            foreach (var content in _reading.Attributions[a].Content)
            {
                if (content.Contains(mention.Tokens)) return a;
            }
        }

        return -1;
    }

    /// <summary>"The warlord, who is accused of killing the priest, fled": the claim whose verb the deed hangs on, or -1.</summary>
    private int ChargeOf(EventMention mention)
    {
        for (var a = 0; a < _reading.Attributions.Count; a++)
        {
            var claim = _reading.Attributions[a];
            if (claim.Stance == Stance.Accuses && claim.Cue.Contains(_mentions.Document[mention.Head].Head) && claim.Content.Any(c => c.Contains(mention.Tokens))) return a;
        }

        return -1;
    }

    /// <summary>"Syria accused Israel of bombing": who speaks of the act is not its agent. "The rebels claimed to have shelled the base", "the army admitted bombing it": of what one has done oneself.</summary>
    private void FromSpeaker(int incident, int agent, int index)
    {
        var claim = _reading.Attributions[index];
        var chain = _mentions.ChainAt(agent);
        if (chain < 0 || claim.Stance is not (Stance.Asserts or Stance.Confirms) || !_acts.IsOwnDeed(claim)) return;
        var isOfGroup = _sides.IsOfGroup(_mentions.Chains[chain]);
        _links.Add(new ResponsibilityLink(
            incident, chain, isOfGroup ? PerpetratorBasis.Claimed : PerpetratorBasis.Acknowledged, isOfGroup ? ResponsibilityStatus.Claimed : ResponsibilityStatus.Acknowledged,
            index, _sides.IsAuthority(SpeakerChain(claim)), _mentions.MentionAt(chain, agent), claim.Cue));
    }

    /// <summary>The subject of an event word: told by the report, or by whoever says the sentence.</summary>
    /// <param name="told">Whether the words are that it did it, did not do it, or will.</param>
    /// <param name="isSuspected">Whether the words beside it doubt that it was this one.</param>
    /// <param name="charge">The accusation that names the deed, where the one who is accused stands outside its words; -1: none.</param>
    private void FromAgent(int incident, int agent, EventStatus told, bool isSuspected, int charge = -1)
    {
        var isDenied = told == EventStatus.Denied;
        var chain = _mentions.ChainAt(agent);
        var attribution = _sources.AttributionOf(TokenRange.Of(agent));
        if (attribution < 0) attribution = charge;
        if (chain < 0 && attribution >= 0 && SpeaksOfItself(agent, _reading.Attributions[attribution])) chain = SpeakerChain(_reading.Attributions[attribution]);
        if (chain < 0 || IsAddressee(agent)) return;
        var tokens = _mentions.ChainAt(agent) < 0 ? NamedIn(_reading.Attributions[attribution], chain) : _suspicion.Without(_mentions.MentionAt(chain, agent));
        if (attribution < 0)
        {
            if (isDenied) return;
            _links.Add(new ResponsibilityLink(incident, chain, isSuspected ? PerpetratorBasis.Suspected : PerpetratorBasis.Reported, ResponsibilityStatus.NotStated, -1, false, tokens, tokens));
            return;
        }

        var claim = _reading.Attributions[attribution];
        foreach (var content in claim.Content)
        {
            // Whoever is named wholly before the content, as its speaker, keeps that name.
            if (content.Contains(agent) && tokens.First < content.First && tokens.End > content.First) tokens = new TokenRange(content.First, tokens.End);
        }

        var speaker = SpeakerChain(claim);
        var side = speaker >= 0 ? _sides.SideOf(speaker) : -1;
        if (side >= 0 && _sides.AreOf(agent, chain, side)) chain = side;
        var own = speaker >= 0 && (speaker == chain || side == chain || _sides.SameSide(speaker, chain) || _sides.SpeaksFor(speaker, chain) || _sides.AreForces(chain) && _sides.IsAuthority(speaker));

        // "A spokesman for the Houthis said they had fired": the name says more than the pronoun.
        if (own && _mentions.Document[agent].Tag == PartOfSpeech.PRP && _mentions.Chains[chain] is { IsNamed: true } named) tokens = named.Mentions[0].Tokens;
        var basis = claim.Stance switch
        {
            Stance.Denies => PerpetratorBasis.Denied,
            _ when isDenied => PerpetratorBasis.Denied,
            Stance.ClaimsOwn => OwnBasis(claim, speaker),
            Stance.Withholds when !own => PerpetratorBasis.Suspected,
            Stance.Accuses => claim.Certainty == Certainty.Hedged ? PerpetratorBasis.Suspected : PerpetratorBasis.Accused,
            _ when own && _types.IsOfLaw(_reading.Incidents[incident].Type) => PerpetratorBasis.Reported,
            _ when own => _sides.IsOfGroup(_mentions.Chains[speaker]) || _sides.IsOfGroup(_mentions.Chains[chain]) ? PerpetratorBasis.Claimed : PerpetratorBasis.Acknowledged,
            _ when claim.Certainty == Certainty.Hedged || isSuspected => PerpetratorBasis.Suspected,
            _ => speaker >= 0 && (told is EventStatus.Occurred or EventStatus.Ongoing) && IsSide(_mentions.Chains[chain]) ? PerpetratorBasis.Accused : PerpetratorBasis.Reported,
        };
        var status = basis switch
        {
            PerpetratorBasis.Claimed => ResponsibilityStatus.Claimed,
            PerpetratorBasis.Acknowledged => ResponsibilityStatus.Acknowledged,
            PerpetratorBasis.Denied when own => ResponsibilityStatus.Denied,
            _ => ResponsibilityStatus.NotStated,
        };
        _links.Add(new ResponsibilityLink(incident, chain, basis, status, attribution, _sides.IsAuthority(speaker), tokens, claim.Cue.IsEmpty ? tokens : claim.Cue));
    }

    /// <summary>"We bombed the camp", and of a side that can: "the army said its jets had bombed a camp".</summary>
    private bool SpeaksOfItself(int pronoun, Attribution claim) =>
        _words.Speakers.Longest(_mentions.Document, pronoun) is not null
            || _mentions.Document[pronoun].Tag == PartOfSpeech.PRPS && SpeakerChain(claim) is >= 0 and var speaker && (_sides.IsOfGroup(_mentions.Chains[speaker]) || _mentions.Chains[speaker].Kind is ActorKind.State or ActorKind.GovernmentBody);

    /// <summary>Whoever says that another side did it accuses it, whatever the verb; gunmen whom nobody knows are told of.</summary>
    private static bool IsSide(ActorChain chain) => chain is { IsNamed: true, Kind: ActorKind.State or ActorKind.GovernmentBody or ActorKind.ArmedGroup or ActorKind.Political };

    /// <summary>Groups claim what they did; a state, its bodies and its allies own to it, unless they are told to claim responsibility.</summary>
    private PerpetratorBasis OwnBasis(Attribution claim, int speaker)
    {
        if (speaker < 0 || _mentions.Chains[speaker] is not { Kind: ActorKind.State or ActorKind.GovernmentBody or ActorKind.International } chain || _sides.IsOfGroup(chain)) return PerpetratorBasis.Claimed;
        return claim.Content.Prepend(claim.Cue).Any(c => _words.Claimings.All(_mentions.Document, c).Any(w => _mentions.Document[w.Tokens.First].Tag.IsNoun())) ? PerpetratorBasis.Claimed : PerpetratorBasis.Acknowledged;
    }

    /// <summary>"told reporters": who is told does nothing.</summary>
    private bool IsAddressee(int agent)
    {
        var token = _mentions.Document[agent];
        return token.Relation is Dependency.Obj or Dependency.Iobj && _reading.Attributions.Any(a => a.Cue.Contains(token.Head));
    }

    private void FromClaim(int index)
    {
        var claim = _reading.Attributions[index];
        var speaker = SpeakerChain(claim);
        switch (claim.Stance)
        {
            case Stance.ClaimsOwn when speaker >= 0:
                var basis = OwnBasis(claim, speaker);
                Tie(index, claim, speaker, NamedIn(claim, speaker), basis, basis == PerpetratorBasis.Claimed ? ResponsibilityStatus.Claimed : ResponsibilityStatus.Acknowledged);
                break;
            case Stance.Absent when claim.Cue.Count > 0:
                if (_incidents.Of(claim) is var silent and >= 0)
                    _links.Add(new ResponsibilityLink(silent, -1, null, ResponsibilityStatus.Unclaimed, index, false, claim.Cue, claim.Cue));
                break;
            case Stance.Denies when speaker >= 0 && _acts.IsOfADeed(claim) && _accused.ClearedBy(claim, speaker) is >= 0 and var other:
                var cleared = _mentions.ChainAt(other);
                Tie(index, claim, cleared, _mentions.MentionAt(cleared, other), PerpetratorBasis.Denied, ResponsibilityStatus.NotStated);
                break;
            case Stance.Denies when speaker >= 0 && _acts.IsAboutTheAct(claim) && !_acts.IsOfAnActor(claim) && !_accused.NamesOtherAgent(claim, speaker) && !_acts.DeniesThatItWas(claim):
                // "The group was accused of it, but its spokesman denied it": he denies that the group did it.
                var body = _accused.BodyOf(index, claim, speaker);
                Tie(index, claim, body, body == speaker ? NamedIn(claim, speaker) : _mentions.Chains[body].Mentions[0].Tokens, PerpetratorBasis.Denied, ResponsibilityStatus.Denied);
                break;
            case Stance.Accuses when _acts.IsOfTheAct(claim):
                foreach (var (chain, tokens) in _accused.By(claim, speaker))
                    Tie(index, claim, chain, tokens, claim.Certainty == Certainty.Hedged ? PerpetratorBasis.Suspected : PerpetratorBasis.Accused, ResponsibilityStatus.NotStated);
                break;
        }
    }

    private void Tie(int index, Attribution claim, int chain, TokenRange tokens, PerpetratorBasis basis, ResponsibilityStatus status)
    {
        if (tokens.IsEmpty || _incidents.Of(claim) is not (var incident and >= 0)) return;
        foreach (var told in _incidents.Beside(claim, incident).Prepend(incident))
            _links.Add(new ResponsibilityLink(told, chain, basis, status, index, _sides.IsAuthority(SpeakerChain(claim)), tokens, claim.Cue.IsEmpty ? tokens : claim.Cue));
    }

    private int SpeakerChain(Attribution claim) => _mentions.SpeakerAt(claim.Source, claim.SourceHead);

    /// <summary>The speaker's mention in the source's words, or the antecedent of its pronoun; the words themselves where it has none.</summary>
    private TokenRange NamedIn(Attribution claim, int speaker)
    {
        foreach (var mention in _mentions.Chains[speaker].Mentions)
        {
            if (claim.Source.Contains(mention.Tokens) || mention.Head == claim.SourceHead) return mention.Tokens;
        }

        return claim.Source;
    }
}
