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
    /// <summary>A claim without words for the act is about one that was told so many sentences before, at most.</summary>
    private const int Near = 2;

    /// <summary>So many tokens behind a word of belonging the group is named.</summary>
    private const int ToGroup = 6;

    private readonly Reading _reading;
    private readonly ReportMentions _mentions;
    private readonly EventTypes _types;
    private readonly ClaimSources _sources;
    private readonly ResponsibilityWords _words;
    private readonly Suspicion _suspicion;
    private readonly ClaimedAct _acts;
    private readonly Authorship _authors;
    private readonly List<ResponsibilityLink> _links = [];

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
    }

    public IReadOnlyList<ResponsibilityLink> Read()
    {
        for (var a = 0; a < _reading.Attributions.Count; a++) FromClaim(a);
        for (var i = 0; i < _reading.Incidents.Count; i++)
        {
            if (!_types.HasPerpetrators(_reading.Incidents[i].Type)) continue;
            foreach (var mention in _reading.Incidents[i].Mentions)
            {
                foreach (var agent in mention.Agents)
                {
                    if (StrikesDoers(_reading.Incidents[i], mention)) continue;
                    if (SpeechOf(agent, mention) is >= 0 and var speech) FromSpeaker(i, agent, speech);
                    else if (!Befell(_reading.Incidents[i], agent)) FromAgent(i, agent, mention.Status, _suspicion.IsOn(agent, mention), ChargeOf(mention));
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
            if (IncidentBefore(word) is not (>= 0 and var told)) continue;
            foreach (var author in authors) FromAgent(told, author, EventStatus.Occurred, isSuspected: true);
        }

        for (var i = 0; i < _links.Count; i++) _links[i] = AgainstOthers(BesideAccusation(_links[i]));
        return [.. _links.Where(l => !IsSaidBetter(l))];
    }

    /// <summary>"They", and bystanders whom a parse takes for doers, beside the side that did it; whoever is only accused leaves the men who were seen in their place.</summary>
    private bool IsSaidBetter(ResponsibilityLink link)
    {
        if (link.Basis != PerpetratorBasis.Reported) return false;
        var isPronoun = IsPronoun(link);
        var isBystander = _mentions.Chains[link.Chain].Kind is ActorKind.Civilian or ActorKind.Unknown or ActorKind.Media or ActorKind.International;
        foreach (var other in _links)
        {
            if (other.Incident != link.Incident || other.Basis is null || other.Chain < 0 || other == link) continue;
            var isTold = other.Basis is PerpetratorBasis.Reported or PerpetratorBasis.Claimed or PerpetratorBasis.Acknowledged || other is { Basis: PerpetratorBasis.Suspected, Attribution: < 0 };
            if (isPronoun && !IsPronoun(other) || isBystander && isTold && _mentions.Chains[other.Chain].Kind is ActorKind.State or ActorKind.GovernmentBody or ActorKind.ArmedGroup) return true;
        }

        return false;
    }

    private bool IsPronoun(ResponsibilityLink link) => link.Tokens.Count == 1 && _mentions.Document[link.Tokens.First].Tag == PartOfSpeech.PRP;

    /// <summary>The denial of a state's army stands beside the accusation of the state: one perpetrator, not two.</summary>
    private ResponsibilityLink BesideAccusation(ResponsibilityLink denial)
    {
        if (denial is not { Basis: PerpetratorBasis.Denied, Status: ResponsibilityStatus.Denied }) return denial;
        foreach (var link in _links)
        {
            if (link.Incident == denial.Incident && link.Chain != denial.Chain && link.Basis is PerpetratorBasis.Accused or PerpetratorBasis.Suspected && SameSide(link.Chain, denial.Chain))
                return denial with { Chain = link.Chain, Tokens = link.Tokens };
        }

        return denial;
    }

    /// <summary>"Commandos shot the gunmen, police said": forces that answer what others did have not done it.</summary>
    private ResponsibilityLink AgainstOthers(ResponsibilityLink link)
    {
        if (link.Basis != PerpetratorBasis.Acknowledged || !AreForces(link.Chain)) return link;
        foreach (var other in _links)
        {
            if (other.Incident == link.Incident && other.Chain >= 0 && other.Basis is not (null or PerpetratorBasis.Denied) && _mentions.Chains[other.Chain].Kind is not (ActorKind.State or ActorKind.GovernmentBody))
                return link with { Basis = PerpetratorBasis.Reported, Status = ResponsibilityStatus.NotStated };
        }

        return link;
    }

    /// <summary>"The attackers were killed by troops", "the army shot down 50 of the drones": what befalls those who did it, or their weapons, is not what they did. In a clash both sides strike.</summary>
    private bool StrikesDoers(Incident incident, EventMention mention)
    {
        if (_types.IsMutual(incident.Type)) return false;
        var byForces = IsByForces(mention);
        foreach (var patient in mention.Patients)
        {
            if (incident.Weapons.Any(w => w.Any(m => m.Tokens.Contains(patient) || _mentions.Document[m.Tokens.End - 1].Head == patient && _mentions.Document[patient].Tag == PartOfSpeech.CD))) return true;
            if (_mentions.ChainAt(patient) is not (>= 0 and var struck)) continue;
            // "All four attackers" are the "gunmen" told before when it is troops who kill them.
            var isNameless = byForces && _mentions.Chains[struck] is { IsNamed: false, Kind: ActorKind.ArmedGroup };
            if (incident.Mentions.Exists(m => m != mention && m.Agents.Exists(a => _mentions.ChainAt(a) is >= 0 and var doer && (doer == struck || isNameless && _mentions.Chains[doer].Kind == ActorKind.ArmedGroup)))) return true;
        }

        return false;
    }

    private bool IsByForces(EventMention mention) => mention.Agents.TrueForAll(a => _mentions.ChainAt(a) is >= 0 and var chain && AreForces(chain));

    /// <summary>"with many people killed", where the parse takes them for the doers: bystanders whom it befell have not done it. A man who is shot for what he did is none.</summary>
    private bool Befell(Incident incident, int agent)
    {
        if (_mentions.ChainAt(agent) is not (>= 0 and var chain) || _mentions.Chains[chain].Kind != ActorKind.Civilian) return false;
        foreach (var mention in incident.Mentions)
        {
            if (mention.Agents.Count > 0 && IsByForces(mention) && StrikesDoers(incident, mention)) continue;
            foreach (var victims in mention.Victims)
            {
                if (victims.Head >= 0 && _mentions.ChainAt(victims.Head) == chain) return true;
            }
        }

        return false;
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
        var isOfGroup = IsOfGroup(_mentions.Chains[chain]);
        Add(new ResponsibilityLink(
            incident, chain, isOfGroup ? PerpetratorBasis.Claimed : PerpetratorBasis.Acknowledged, isOfGroup ? ResponsibilityStatus.Claimed : ResponsibilityStatus.Acknowledged,
            index, IsAuthority(SpeakerChain(claim)), MentionAt(chain, agent), claim.Cue));
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
        if (chain < 0 && attribution >= 0 && _words.Speakers.Longest(_mentions.Document, agent) is not null) chain = SpeakerChain(_reading.Attributions[attribution]);
        if (chain < 0 || IsAddressee(agent)) return;
        var tokens = _mentions.ChainAt(agent) < 0 ? NamedIn(_reading.Attributions[attribution], chain) : _suspicion.Without(MentionAt(chain, agent));
        if (attribution < 0)
        {
            if (isDenied) return;
            Add(new ResponsibilityLink(incident, chain, isSuspected ? PerpetratorBasis.Suspected : PerpetratorBasis.Reported, ResponsibilityStatus.NotStated, -1, false, tokens, tokens));
            return;
        }

        var claim = _reading.Attributions[attribution];
        foreach (var content in claim.Content)
        {
            // Whoever is named wholly before the content, as its speaker, keeps that name.
            if (content.Contains(agent) && tokens.First < content.First && tokens.End > content.First) tokens = new TokenRange(content.First, tokens.End);
        }

        var speaker = SpeakerChain(claim);
        var side = speaker >= 0 ? SideOf(speaker) : -1;
        if (side >= 0 && AreOf(agent, chain, side)) chain = side;
        var own = speaker >= 0 && (speaker == chain || side == chain || SameSide(speaker, chain) || SpeaksFor(speaker, chain) || AreForces(chain) && IsAuthority(speaker));

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
            _ when own => IsOfGroup(_mentions.Chains[speaker]) || IsOfGroup(_mentions.Chains[chain]) ? PerpetratorBasis.Claimed : PerpetratorBasis.Acknowledged,
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
        Add(new ResponsibilityLink(incident, chain, basis, status, attribution, IsAuthority(speaker), tokens, claim.Cue.IsEmpty ? tokens : claim.Cue));
    }

    /// <summary>Whoever says that another side did it accuses it, whatever the verb; gunmen whom nobody knows are told of.</summary>
    private static bool IsSide(ActorChain chain) => chain is { IsNamed: true, Kind: ActorKind.State or ActorKind.GovernmentBody or ActorKind.ArmedGroup or ActorKind.Political };

    /// <summary>"security forces", "police", with no country beside them: those of the authorities that speak.</summary>
    private bool AreForces(int chain) => _mentions.Chains[chain] is { Kind: ActorKind.GovernmentBody, IsNamed: false, Country: null };

    private bool SpeaksFor(int speaker, int chain) => _reading.Relations.Any(r => r.Subject == speaker && r.Object == chain && r.Kind == RelationKind.SpokesmanOf);

    /// <summary>The group that a leader or spokesman of one speaks of as his own, else the speaker: "our fighters", "his men".</summary>
    private int SideOf(int speaker)
    {
        foreach (var relation in _reading.Relations)
        {
            if (relation.Subject == speaker && relation.Kind is RelationKind.SpokesmanOf or RelationKind.HeadOf or RelationKind.CommanderOf or RelationKind.MemberOf
                && _mentions.Chains[relation.Object].Kind is ActorKind.ArmedGroup or ActorKind.Unknown or ActorKind.Political) return relation.Object;
        }

        return speaker;
    }

    /// <summary>The group or body whose man an unnamed speaker is ("its spokesman", "a commander of the Front"), else the speaker.</summary>
    private int BodyOf(int index, Attribution claim, int speaker)
    {
        if (_mentions.Chains[speaker] is { IsNamed: true } or { Role: null } || claim.SourceHead < 0) return speaker;
        foreach (var child in _mentions.Document.Children(claim.SourceHead))
        {
            var isOwner = _mentions.Document[child].Relation == Dependency.NmodPoss || _mentions.Document[child].Relation == Dependency.Nmod && Clause.Preposition(_mentions.Document, child) is "for" or "of";
            if (isOwner && (_mentions.Document[child].Tag == PartOfSpeech.PRPS ? AccusedBefore(index) : _mentions.ChainAt(child)) is >= 0 and var body && _mentions.Chains[body].Kind is ActorKind.ArmedGroup or ActorKind.GovernmentBody or ActorKind.State or ActorKind.Political) return body;
        }

        return speaker;
    }

    /// <summary>"The Front was accused of the raid, but its spokesman denied it": whom the claim right before accuses; -1: nobody.</summary>
    private int AccusedBefore(int index)
    {
        if (index == 0 || _reading.Attributions[index - 1] is not { Stance: Stance.Accuses } charge) return -1;
        foreach (var (chain, _) in ActorsFirstIn(charge, SpeakerChain(charge))) return chain;
        return -1;
    }

    /// <summary>Groups claim what they did; a state, its bodies and its allies own to it, unless they are told to claim responsibility.</summary>
    private PerpetratorBasis OwnBasis(Attribution claim, int speaker)
    {
        if (speaker < 0 || _mentions.Chains[speaker] is not { Kind: ActorKind.State or ActorKind.GovernmentBody or ActorKind.International } chain || IsOfGroup(chain)) return PerpetratorBasis.Claimed;
        return claim.Content.Prepend(claim.Cue).Any(c => _words.Claimings.All(_mentions.Document, c).Any(w => _mentions.Document[w.Tokens.First].Tag.IsNoun())) ? PerpetratorBasis.Claimed : PerpetratorBasis.Acknowledged;
    }

    /// <summary>An armed group, a name of which nobody knows what it is, or somebody who speaks for a group.</summary>
    private bool IsOfGroup(ActorChain speaker) =>
        speaker.Kind == ActorKind.ArmedGroup || speaker is { Kind: ActorKind.Unknown, IsNamed: true, IsAuthority: false } || speaker.Organization is { } group && _mentions.Chains.Any(c => c.Kind == ActorKind.ArmedGroup && c.Name == group);

    /// <summary>"The Front said that its fighters had done it": people of the speaker's own are the speaker.</summary>
    private bool AreOf(int agent, int chain, int owner)
    {
        var owned = _mentions.Chains[chain];
        static bool IsState(ActorKind kind) => kind is ActorKind.State or ActorKind.GovernmentBody;
        var kind = _mentions.Chains[owner].Kind;
        if (_mentions.Chains[owner].IsAuthority) kind = ActorKind.GovernmentBody;
        if (owned.IsNamed || !owned.IsPlural && !IsState(owned.Kind)) return false;
        if (_mentions.Document.Child(agent, Dependency.NmodPoss) is not (>= 0 and var whose) || _mentions.Document[whose].Tag != PartOfSpeech.PRPS) return false;
        return owned.Kind == kind || (IsState(owned.Kind) || owned.IsAuthority) && IsState(kind)
            || kind is ActorKind.ArmedGroup or ActorKind.Unknown && (owned.IsForce || _words.Belonging.Longest(_mentions.Document, agent) is not null);
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
                if (Incident(claim) is var silent and >= 0)
                    Add(new ResponsibilityLink(silent, -1, null, ResponsibilityStatus.Unclaimed, index, false, claim.Cue, claim.Cue));
                break;
            case Stance.Denies when speaker >= 0 && _acts.IsOfADeed(claim) && OtherIn(claim, speaker) is >= 0 and var other:
                var cleared = _mentions.ChainAt(other);
                Tie(index, claim, cleared, MentionAt(cleared, other), PerpetratorBasis.Denied, ResponsibilityStatus.NotStated);
                break;
            case Stance.Denies when speaker >= 0 && _acts.IsAboutTheAct(claim) && !_acts.IsOfAnActor(claim) && !NamesOtherAgent(claim, speaker) && !_acts.DeniesThatItWas(claim):
                // "The group was accused of it, but its spokesman denied it": he denies that the group did it.
                var body = BodyOf(index, claim, speaker);
                Tie(index, claim, body, body == speaker ? NamedIn(claim, speaker) : _mentions.Chains[body].Mentions[0].Tokens, PerpetratorBasis.Denied, ResponsibilityStatus.Denied);
                break;
            case Stance.Accuses when _acts.IsOfTheAct(claim):
                foreach (var (chain, tokens) in ActorsFirstIn(claim, speaker))
                    Tie(index, claim, chain, tokens, claim.Certainty == Certainty.Hedged ? PerpetratorBasis.Suspected : PerpetratorBasis.Accused, ResponsibilityStatus.NotStated);
                break;
        }
    }

    private void Tie(int index, Attribution claim, int chain, TokenRange tokens, PerpetratorBasis basis, ResponsibilityStatus status)
    {
        if (tokens.IsEmpty || Incident(claim) is not (var incident and >= 0)) return;
        Add(new ResponsibilityLink(incident, chain, basis, status, index, IsAuthority(SpeakerChain(claim)), tokens, claim.Cue.IsEmpty ? tokens : claim.Cue));
    }

    /// <summary>The accused: the first actors of the content, up to its first event word: "accused X and Y of firing rockets".</summary>
    private IEnumerable<(int Chain, TokenRange Tokens)> ActorsFirstIn(Attribution claim, int speaker)
    {
        if (claim.Accused >= 0)
        {
            // Whoever is accused and is no actor that is known leaves nobody else accused; "blamed the rebels on Tuesday" accuses the rebels.
            if (_mentions.ChainAt(claim.Accused) is >= 0 and var named) yield return (named, MentionAt(named, claim.Accused));
            if (!_mentions.Times.Any(t => t.Tokens.Contains(claim.Accused))) yield break;
        }

        var content = claim.Content[0];
        var head = -1;
        for (var t = content.First; t < content.End && t < content.First + 12; t++)
        {
            // "accused Kyiv of shelling the hospital": whoever stands behind the deed is not accused of it.
            if (head < 0 && claim.Cue.Contains(_mentions.Document[t].Head) && _acts.IsGerundOfDeed(t)) yield break;
            var chain = _mentions.ChainAt(t);
            if (chain < 0 || chain == speaker || _mentions.Chains[chain].Kind == ActorKind.Media || DescribesActor(t)) continue;

            // "Iran-backed militias" accuses the militias; "al-Qaida" has a hyphen of its own.
            if (MentionAt(chain, t).End is var behind && behind < content.End && _mentions.Document[behind] is { Form: "-", SpaceBefore: false }) continue;

            // People are accused where they are the object of the accusation ("accused the Americans of staging it"), and spoken of elsewhere.
            if (_mentions.Chains[chain].Kind == ActorKind.Civilian && !(_mentions.Document[t].Relation is Dependency.Obj or Dependency.NsubjPass && claim.Cue.Contains(_mentions.Document[t].Head))) continue;
            if (head >= 0 && !(_mentions.Document[t].Relation == Dependency.Conj && _mentions.Document[t].Head == head)) continue;
            if (head < 0) head = t;
            var mention = MentionAt(chain, t);
            yield return (chain, content.Contains(mention) ? mention : new TokenRange(Math.Max(content.First, mention.First), Math.Min(content.End, mention.End)));
        }
    }

    /// <summary>"pointed the finger at President Omar Nadim's government": the government, whose president and whose names stand before it.</summary>
    private bool DescribesActor(int token)
    {
        var document = _mentions.Document;
        while (document[token] is { Relation: Dependency.NmodPoss or Dependency.NmodDesc, Head: var described } && described > token)
        {
            token = described;
            if (document.Child(token, Dependency.Case) is > 0 and var mark && document[mark].Tag == PartOfSpeech.POS && mark > token) continue;
            return _mentions.ChainAt(token) >= 0;
        }

        return false;
    }

    /// <summary>
    /// The incident that a claim is about: the one told in its content, else the one told last before it within a few sentences, else the
    /// main one.
    /// </summary>
    private int Incident(Attribution claim)
    {
        var before = -1;
        var nearest = -1;
        var main = -1;
        var position = claim.Cue.IsEmpty ? claim.Content[0].First : claim.Cue.First;
        var sentence = _mentions.Document.SentenceOf(position);
        for (var i = 0; i < _reading.Incidents.Count; i++)
        {
            var incident = _reading.Incidents[i];
            if (!_types.IsViolence(incident.Type)) continue;
            foreach (var mention in incident.Mentions)
            {
                foreach (var content in claim.Content)
                {
                    if (content.Contains(mention.Tokens)) return i;
                }

                if (mention.Tokens.First < position && mention.Tokens.First > nearest && sentence - mention.Sentence <= Near)
                {
                    before = i;
                    nearest = mention.Tokens.First;
                }
            }

            if (incident.IsMain && main < 0) main = i;
        }

        // "two bombings last year blamed on the Front": of those counted beside the story.
        if (_reading.Tallies.Any(t => t.Clause.Contains(position))) return -1;

        // "claimed similar attacks": not those told of.
        if (claim.Content.Any(c => _words.Others.All(_mentions.Document, c).Any())) return -1;
        return AttackOnNamed(claim) is >= 0 and var named ? named : before >= 0 ? before : main;
    }

    /// <summary>"blamed Iran for the embassy breach": of the acts told before, the one whose target the content names in one of its own words; -1: none, or several.</summary>
    private int AttackOnNamed(Attribution claim)
    {
        var document = _mentions.Document;
        var found = -1;
        for (var i = 0; i < _reading.Incidents.Count; i++)
        {
            if (!_types.IsViolence(_reading.Incidents[i].Type)) continue;
            var targets = _reading.Incidents[i].Mentions.SelectMany(m => m.Targets).Where(t => t.Head >= 0 && t.Head < claim.Content[0].First && document[t.Head].Tag.IsNoun() && !document[t.Head].Tag.IsProperNoun());
            if (!targets.Any(t => claim.Content.Any(c => Names(c, document[t.Head].Form)))) continue;
            if (found >= 0) return -1;
            found = i;
        }

        return found;

        bool Names(TokenRange content, string form)
        {
            for (var t = content.First; t < content.End; t++)
            {
                if (document[t].Form == form) return true;
            }

            return false;
        }
    }

    /// <summary>"denied that herders had a hand in it", "said that they dispute the charge", "rejected the charge that the raiders were his": the subject of what is said, where it is another than the speaker's side; -1: none.</summary>
    private int OtherIn(Attribution claim, int speaker)
    {
        var document = _mentions.Document;
        var content = claim.Content[0];
        var charge = -1;
        for (var t = content.First; t < content.End && document[t].Tag != PartOfSpeech.Comma; t++)
        {
            if (document[t].Relation is Dependency.Nsubj or Dependency.NsubjPass && document[t].Tag is not (PartOfSpeech.WP or PartOfSpeech.WDT))
            {
                var chain = document[t].Form == "it" ? -1 : _mentions.ChainAt(t);
                return chain >= 0 && chain != speaker && chain != SideOf(speaker) && !SameSide(chain, speaker) && !SpeaksFor(speaker, chain) && !AreOf(t, chain, speaker) ? t : -1;
            }

            if (document[t].Form == "that" && charge >= 0 && !_acts.IsCharge(charge)) return -1;
            if (document[t].Tag.IsNoun() && document[t].Relation != Dependency.Compound) charge = t;
        }

        return -1;
    }

    /// <summary>The act told last before the word within a few sentences, or -1.</summary>
    private int IncidentBefore(int word)
    {
        var sentence = _mentions.Document.SentenceOf(word);
        var (told, nearest) = (-1, -1);
        for (var i = 0; i < _reading.Incidents.Count; i++)
        {
            if (!_types.IsViolence(_reading.Incidents[i].Type)) continue;
            foreach (var mention in _reading.Incidents[i].Mentions)
            {
                if (mention.Tokens.First < word && mention.Tokens.First > nearest && sentence - mention.Sentence <= Near) (told, nearest) = (i, mention.Tokens.First);
            }
        }

        return told;
    }

    /// <summary>"denied that X had shelled": the denial is about another.</summary>
    private bool NamesOtherAgent(Attribution claim, int speaker)
    {
        foreach (var incident in _reading.Incidents)
        {
            foreach (var mention in incident.Mentions)
            {
                if (!claim.Content.Any(c => c.Contains(mention.Tokens))) continue;
                foreach (var agent in mention.Agents)
                {
                    var chain = _mentions.ChainAt(agent);
                    if (chain >= 0 && chain != speaker && !SameSide(chain, speaker) && !AreOf(agent, chain, speaker)) return true;
                }
            }
        }

        return false;
    }

    /// <summary>A spokesman's own side: the state or body that he speaks for.</summary>
    private bool SameSide(int a, int b)
    {
        var one = _mentions.Chains[a];
        var other = _mentions.Chains[b];
        bool State(ActorChain c) => c.Kind is ActorKind.State or ActorKind.GovernmentBody || c.Organization is not null || c.IsAuthority;
        return one.Organization is not null && one.Organization == other.Name || other.Organization is not null && other.Organization == one.Name
            || one.Country is not null && one.Country == other.Country && State(one) && State(other);
    }

    private bool IsAuthority(int chain) => chain >= 0 && _mentions.Chains[chain].IsAuthority;

    private int SpeakerChain(Attribution claim)
    {
        return _mentions.SpeakerAt(claim.Source, claim.SourceHead);
    }

    /// <summary>The speaker's mention in the source's words, or the antecedent of its pronoun; the words themselves where it has none.</summary>
    private TokenRange NamedIn(Attribution claim, int speaker)
    {
        foreach (var mention in _mentions.Chains[speaker].Mentions)
        {
            if (claim.Source.Contains(mention.Tokens) || mention.Head == claim.SourceHead) return mention.Tokens;
        }

        return claim.Source;
    }

    private TokenRange MentionAt(int chain, int head)
    {
        foreach (var mention in _mentions.Chains[chain].Mentions)
        {
            if (mention.Head == head) return mention.Tokens;
        }

        return TokenRange.Of(head);
    }

    /// <summary>"members of the Levant Front", "gunmen believed to belong to the group": people of an armed group did it for the group; they may only be suspected to be its people.</summary>
    private ResponsibilityLink ForTheirGroup(ResponsibilityLink link)
    {
        if (link.Chain < 0 || _mentions.Chains[link.Chain] is not { IsNamed: false, IsPlural: true }) return link;
        foreach (var mention in _mentions.Chains[link.Chain].Mentions)
        {
            if (!link.Tokens.Contains(mention.Head)) continue;
            foreach (var child in _mentions.Document.Children(mention.Head))
            {
                if (child < mention.Head) continue;
                if (_mentions.Document[child].Relation == Dependency.Nmod && GroupAt(child, link.Chain) is >= 0 and var theirs) return link with { Chain = _mentions.ChainAt(theirs) };
                if (_mentions.Document[child].Relation is not (Dependency.Acl or Dependency.AclRelcl)) continue;
                var clause = _mentions.Document.Subtree(child);
                if (BelongsTo(clause, link.Chain) is >= 0 and var group)
                {
                    var isDoubted = _words.Doubts.All(_mentions.Document, clause).Any() || _words.Suspicions.All(_mentions.Document, clause).Any();
                    return link with { Chain = _mentions.ChainAt(group), Basis = isDoubted && link.Basis == PerpetratorBasis.Reported ? PerpetratorBasis.Suspected : link.Basis };
                }
            }
        }

        return link;
    }

    /// <summary>The token that names the group whose people the clause makes of those whom it describes, or -1.</summary>
    private int BelongsTo(TokenRange clause, int people)
    {
        foreach (var word in _words.Belonging.All(_mentions.Document, clause))
        {
            for (var t = word.Tokens.End; t < clause.End && t < word.Tokens.End + ToGroup; t++)
            {
                if (IsGroup(t, people)) return t;
            }
        }

        return -1;
    }

    /// <summary>"the Levant Front", "the Los Lobos gang": the token that names the group whose people those before it are, or -1.</summary>
    private int GroupAt(int noun, int people)
    {
        if (IsGroup(noun, people)) return noun;
        foreach (var child in _mentions.Document.Children(noun))
        {
            if (child < noun && _mentions.Document[child].Relation == Dependency.Compound && IsGroup(child, people)) return child;
        }

        return -1;
    }

    /// <summary>An armed group, or of fighters a name of which nobody knows what it is.</summary>
    private bool IsGroup(int token, int people) => _mentions.ChainAt(token) is >= 0 and var chain && _mentions.Chains[chain] is { IsNamed: true } group
        && (group.Kind == ActorKind.ArmedGroup || group.Kind is ActorKind.Unknown or ActorKind.Political && _mentions.Chains[people].Kind == ActorKind.ArmedGroup);

    private void Add(ResponsibilityLink link)
    {
        link = ForTheirGroup(link);
        foreach (var known in _links)
        {
            if (known.Incident == link.Incident && known.Chain == link.Chain && known.Basis == link.Basis && known.Attribution == link.Attribution) return;
        }

        // What somebody claims, accuses or denies says more than the bare mention of an agent.
        if (link.Basis == PerpetratorBasis.Reported && _links.Exists(l => l.Incident == link.Incident && l.Chain == link.Chain)) return;
        _links.Add(link);
    }
}
