using Ascribe.Actors;
using Ascribe.Claims;
using Ascribe.Events;
using Ascribe.Language;
using Ascribe.Ontology;
using Ascribe.Places;
using Ascribe.Quantities;
using Ascribe.Reports;
using Ascribe.Times;

namespace Ascribe.Records;

/// <summary>
/// Writes a <see cref="Reading"/> into a <see cref="Record"/>: gives ids, turns tokens into quotes, and ties every value to the claims
/// that state it.
/// </summary>
internal sealed class RecordAssembler
{
    private readonly Reading _reading;
    private readonly ReportMentions _mentions;
    private readonly Document _document;
    private readonly EventTypes _types;
    /// <summary>For so many sentences a speaker may go on in the same statement or interview.</summary>
    private const int LongestAddress = 4;

    private readonly ActorIds _actors;
    private readonly ClaimSources _sources;
    private readonly ResponsibilityWords _responsibility;

    private RecordAssembler(Reading reading, EventTypes types, ResponsibilityWords responsibility)
    {
        _reading = reading;
        _responsibility = responsibility;
        _mentions = reading.Mentions;
        _document = _mentions.Document;
        _types = types;
        _actors = new ActorIds(_mentions);
        _sources = new ClaimSources(reading);
    }

    public static Record Assemble(Reading reading, EventTypes types, ResponsibilityWords responsibility, ReaderVersion version) =>
        new RecordAssembler(reading, types, responsibility).Assemble(version);

    private Record Assemble(ReaderVersion version)
    {
        var events = new List<Event>();
        var accused = new ResponsibilityReader(_reading, _types, _responsibility).Read();
        for (var i = 0; i < _reading.Incidents.Count; i++) events.Add(EventOf(i, accused));
        var relations = Relations();
        var tallies = Tallies();
        var claims = Claims(events, relations, tallies, accused);
        return new Record
        {
            Report = _mentions.Report.Report,
            Events = events,
            Claims = claims,
            Actors = _actors.Used(_mentions),
            Relations = relations,
            Tallies = tallies,
            Reader = version,
        };
    }

    private Event EventOf(int index, IReadOnlyList<ResponsibilityLink> links)
    {
        var incident = _reading.Incidents[index];
        var triggers = new SortedSet<Quote>();
        var victims = new List<Victims>();
        foreach (var mention in incident.Mentions)
        {
            triggers.Add(_mentions.Report.Quote(mention.Tokens));
            foreach (var victim in mention.Victims) AddVictims(victims, victim);
        }

        return new Event
        {
            Id = EventId(index),
            Type = incident.Type,
            Status = incident.Status,
            Main = incident.IsMain,
            Triggers = [.. triggers],
            Time = TimeOf(incident),
            Places = [.. incident.Places.Select(PlaceOf)],
            Weapons = [.. incident.Weapons.Select(WeaponOf)],
            Targets = [.. incident.Targets.Select(TargetOf)],
            Perpetrators = PerpetratorsOf(index, links),
            Victims = victims,
            Responsibility = ResponsibilityOf(index, links),
            About = incident.About >= 0 ? EventId(incident.About) : null,
            Answers = incident.Answers >= 0 ? EventId(incident.Answers) : null,
        };
    }

    private EventTime TimeOf(Incident incident) => incident.Time is { Interval: { } interval } time
        ? new EventTime(interval, [_mentions.Report.Quote(time.Tokens)])
        : new EventTime(TimeInterval.ByReport(_mentions.Report.PublishedOn), []);

    private EventPlace PlaceOf(PlaceMention place) => new(place.Place, place.Relation, place.RadiusKm, [_mentions.Report.Quote(place.Tokens)]);

    private Weapon WeaponOf(IReadOnlyList<WeaponMention> weapon) =>
        new(weapon[0].Kind, weapon.Select(w => w.Number).FirstOrDefault(n => n is not null), [.. weapon.Select(w => _mentions.Report.Quote(w.Tokens))]);

    private Target TargetOf(IReadOnlyList<TargetMention> target) => new(
        target[0].Kind, NameOf(target[0].Tokens), _actors.IdAt(_mentions.ChainIn(target[0].Tokens)),
        target.Select(t => t.Effect).FirstOrDefault(e => e != TargetEffect.Unknown), [.. target.Select(t => _mentions.Report.Quote(t.Tokens))]);

    private void AddVictims(List<Victims> victims, VictimMention victim)
    {
        if (_sources.AttributionOf(victim.Tokens) is >= 0 and var source && _reading.Attributions[source].Stance == Stance.Withholds) return;
        var claims = _sources.Of(victim.Tokens);

        // One number, told twice: the value has all that state it.
        for (var i = 0; i < victims.Count; i++)
        {
            var known = victims[i];
            if (known.Effect != victim.Effect || known.Count != victim.Count || known.PartOf is not null != victim.IsPart) continue;
            if (!known.Claims.SequenceEqual(claims)) victims[i] = known with { Claims = [.. known.Claims.Union(claims)], Spans = [.. known.Spans, _mentions.Report.Quote(victim.Tokens)] };
            return;
        }

        // A phrase without number adds nothing beside a number for the same effect.
        if (victim.Count is { Min: null, Max: null } && victims.Exists(v => v.Effect == victim.Effect)) return;
        var who = victim.Head < 0 || _mentions.Counts.Any(c => c.Tokens.Contains(victim.Head)) ? "" : NameOf(victim.Tokens);
        victims.Add(new Victims(
            victim.Effect, victim.Count, who, victim.Head >= 0 ? _actors.IdAt(_mentions.ChainAt(victim.Head)) : null, claims,
            [_mentions.Report.Quote(victim.Tokens)],
            victim.IsPart && WholeOf(victims, victim) is >= 0 and var whole ? whole : null));
    }

    /// <summary>The number told last of which these can be a part, or -1.</summary>
    private static int WholeOf(List<Victims> victims, VictimMention part) =>
        victims.FindLastIndex(v => v.PartOf is null && v.Effect == part.Effect && v.Count.Min is { } told && (part.Count.Min ?? 0) <= (v.Count.Max ?? long.MaxValue) && told > 1);

    /// <summary>A phrase without its determiner and number: "the US embassy" → "US embassy".</summary>
    private string NameOf(TokenRange tokens)
    {
        var first = tokens.First;
        foreach (var count in _mentions.Counts)
        {
            if (count.Tokens.First <= first && count.Tokens.End > first && count.Tokens.End < tokens.End) first = count.Tokens.End;
        }

        while (first < tokens.End - 1 && _document[first].Tag is PartOfSpeech.DT or PartOfSpeech.PRPS or PartOfSpeech.CD or PartOfSpeech.PDT) first++;
        // "16-year-old boy" is no number of boys.
        if (_document[first].Tag == PartOfSpeech.HYPH) first = tokens.First;
        return _document.TextOf(new TokenRange(first, tokens.End));
    }

    private List<Perpetrator> PerpetratorsOf(int index, IReadOnlyList<ResponsibilityLink> links)
    {
        var found = new List<Perpetrator>();
        foreach (var link in links)
        {
            if (link.Incident != index || link.Basis is not { } basis || link.Chain < 0) continue;
            var actor = _actors.IdOf(link.Chain);
            var claims = link.Attribution >= 0 ? [ClaimId(link.Attribution)] : _sources.Of(link.Tokens);
            var name = NameOf(link.Tokens);
            var existing = found.FindIndex(p => p.Basis == basis && (p.Actor == actor || string.Equals(p.Text, name, StringComparison.OrdinalIgnoreCase)));
            if (existing >= 0)
            {
                found[existing] = found[existing] with { Claims = [.. found[existing].Claims.Union(claims)] };
                continue;
            }

            found.Add(new Perpetrator(actor, name, basis, link.ByAuthority, claims, [_mentions.Report.Quote(link.Tokens)]));
        }

        return found;
    }

    private Responsibility ResponsibilityOf(int index, IReadOnlyList<ResponsibilityLink> links)
    {
        var statements = new List<ResponsibilityStatement>();
        foreach (var link in links)
        {
            if (link.Incident != index || link.Status == ResponsibilityStatus.NotStated) continue;
            IReadOnlyList<string> by = link.Status == ResponsibilityStatus.Unclaimed || link.Chain < 0 ? [] : [_actors.IdOf(link.Chain)];
            if (statements.Exists(s => s.Status == link.Status && s.By.SequenceEqual(by))) continue;
            statements.Add(new ResponsibilityStatement(
                link.Status, by, link.Attribution >= 0 ? [ClaimId(link.Attribution)] : [], [_mentions.Report.Quote(link.Cue)]));
        }

        return statements.Count == 0 ? Responsibility.NotStated : new Responsibility(statements);
    }

    private List<Relation> Relations()
    {
        var found = new List<Relation>();
        foreach (var relation in _reading.Relations)
        {
            if (relation.Subject == relation.Object) continue;
            var subject = _actors.IdOf(relation.Subject);
            var target = _actors.IdOf(relation.Object);
            if (found.Exists(r => r.Subject == subject && r.Object == target && r.Kind == relation.Kind)) continue;
            found.Add(new Relation
            {
                Id = $"r{found.Count + 1}",
                Subject = subject,
                Kind = relation.Kind,
                Object = target,
                AsOf = _mentions.Report.PublishedOn,
                Claims = _sources.Of(relation.Tokens),
                Spans = [_mentions.Report.Quote(relation.Tokens)],
            });
        }

        return found;
    }

    private List<Tally> Tallies()
    {
        var found = new List<Tally>();
        foreach (var tally in _reading.Tallies)
        {
            found.Add(new Tally
            {
                Id = $"t{found.Count + 1}",
                Kind = tally.Kind,
                What = NameOf(tally.What),
                EventType = tally.EventType,
                Effect = tally.Effect,
                Count = tally.Count.Count,
                Since = tally.Period?.Interval?.Earliest,
                AsOf = _mentions.Report.PublishedOn,
                Places = [.. CountriesIn(tally.Clause)],
                Claims = _sources.Of(tally.What),
                Spans = [_mentions.Report.Quote(tally.What)],
            });
        }

        return found;
    }

    private IEnumerable<string> CountriesIn(TokenRange tokens) => _mentions.Places
        .Where(p => tokens.Contains(p.Tokens) && p.Role == PlaceRole.Location && p.Place.Country is not null)
        .Select(p => p.Place.Country!)
        .Distinct();

    private List<Claim> Claims(List<Event> events, List<Relation> relations, List<Tally> tallies, IReadOnlyList<ResponsibilityLink> links)
    {
        var claims = new List<Claim>();
        for (var a = 0; a < _reading.Attributions.Count; a++)
        {
            var attribution = _reading.Attributions[a];
            var id = ClaimId(a);
            var about = new List<string>();
            for (var e = 0; e < events.Count; e++)
            {
                if (_reading.Incidents[e].Mentions.Exists(m => Holds(attribution, m.Tokens)) || links.Any(l => l.Attribution == a && l.Incident == e)) about.Add(events[e].Id);
                for (var p = 0; p < events[e].Perpetrators.Count; p++)
                {
                    if (events[e].Perpetrators[p].Claims.Contains(id)) about.Add($"{events[e].Id}/perpetrators/{p}");
                }

                for (var v = 0; v < events[e].Victims.Count; v++)
                {
                    if (events[e].Victims[v].Claims.Contains(id)) about.Add($"{events[e].Id}/victims/{v}");
                }
            }

            about.AddRange(relations.Where(r => r.Claims.Contains(id)).Select(r => r.Id));
            about.AddRange(tallies.Where(t => t.Claims.Contains(id)).Select(t => t.Id));
            if (about.Count == 0 && IncidentSpokenOf(attribution) is >= 0 and var spoken) about.Add(events[spoken].Id);
            claims.Add(new Claim
            {
                Id = id,
                Speaker = SpeakerOf(attribution.Source, attribution.SourceHead, attribution.Voice),
                Via = ViaOf(a),
                Cue = attribution.Cue.IsEmpty ? null : _mentions.Report.Quote(attribution.Cue),
                Content = [.. attribution.Content.Select(_mentions.Report.Quote)],
                Form = attribution.Form,
                Stance = attribution.Stance == Stance.Asserts && links.Any(l => l.Attribution == a && l.Basis == PerpetratorBasis.Claimed) ? Stance.ClaimsOwn : attribution.Stance,
                Certainty = attribution.Certainty,
                Polarity = attribution.Polarity,
                Made = attribution.Made?.Interval is { Precision: TimePrecision.Day, Earliest: { } day } ? day : null,
                About = about,
            });
        }

        return claims;
    }

    /// <summary>
    /// What a claim that names no event speaks of, where its stance ties it to one ("declined to comment", "condemned it"): the event told
    /// last in the sentence or the one before; -1: nothing.
    /// </summary>
    private int IncidentSpokenOf(Attribution attribution)
    {
        var sentence = _document.SentenceOf(attribution.Cue.First);
        int found = -1, last = -1;
        for (var i = 0; i < _reading.Incidents.Count; i++)
        {
            foreach (var mention in _reading.Incidents[i].Mentions)
            {
                if (mention.Tokens.First >= attribution.Cue.First || sentence - mention.Sentence > 1 || mention.Tokens.First <= last) continue;
                found = i;
                last = mention.Tokens.First;
            }
        }

        return found;
    }

    /// <summary>The phrases that passed it on, then the speakers of the attributions that hold this one, from the inside out.</summary>
    private List<Speaker> ViaOf(int index)
    {
        var attribution = _reading.Attributions[index];
        var via = MediumOf(index).Select(v => SpeakerOf(v, -1, Voice.Document)).ToList();
        var outer = attribution.Outer;
        for (var depth = 0; outer >= 0 && depth < 8; depth++)
        {
            var holder = _reading.Attributions[outer];
            if (!holder.Source.IsEmpty && !IsSame(holder, attribution)) via.Insert(0, SpeakerOf(holder.Source, holder.SourceHead, holder.Voice));
            outer = holder.Outer;
        }

        return via;
    }

    /// <summary>By what it was said: "told the station", "in a statement". A speaker who goes on is still saying it there, until another speaks.</summary>
    private IReadOnlyList<TokenRange> MediumOf(int index)
    {
        var attribution = _reading.Attributions[index];
        for (var i = index; i >= 0; i--)
        {
            var earlier = _reading.Attributions[i];
            if (earlier.Via.Count > 0) return earlier.Via;
            if (i > 0 && (_reading.Attributions[i - 1] is var before && !IsSame(before, attribution) || _document.SentenceOf(attribution.Cue.First) - _document.SentenceOf(before.Cue.First) > LongestAddress)) break;
        }

        return [];
    }

    /// <summary>"The mission said it could not confirm": one speaker is no chain.</summary>
    private bool IsSame(Attribution a, Attribution b) =>
        _mentions.SpeakerAt(a.Source, a.SourceHead) is >= 0 and var chain && chain == _mentions.SpeakerAt(b.Source, b.SourceHead);

    private Speaker SpeakerOf(TokenRange source, int head, Voice voice)
    {
        if (source.IsEmpty) return new Speaker { Voice = voice };

        // "the group, which said …": the words that name the speaker are those before the pronoun.
        if (head >= 0 && !source.Contains(head) && _document[source.First].Tag is PartOfSpeech.WP or PartOfSpeech.WDT) source = _document.NounPhrase(head);
        var chain = _mentions.SpeakerAt(source, head);
        var quote = _mentions.Report.Quote(source);
        if (chain < 0) return new Speaker { Name = NameOf(source), Voice = voice, Spans = [quote] };
        var actor = _mentions.Chains[chain];
        return new Speaker
        {
            Actor = _actors.IdOf(chain),
            Name = actor.Name,
            Role = actor.Role,
            Organization = actor.Organization,
            Voice = voice == Voice.Unnamed && actor is { IsNamed: true, IsPlural: false } and not { Kind: ActorKind.Person } ? Voice.Named : voice,
            Spans = [quote],
        };
    }

    private static bool Holds(Attribution attribution, TokenRange tokens)
    {
        foreach (var content in attribution.Content)
        {
            if (content.Contains(tokens)) return true;
        }

        return false;
    }

    private static string EventId(int index) => $"e{index + 1}";

    internal static string ClaimId(int attribution) => $"c{attribution + 1}";
}
