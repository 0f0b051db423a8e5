using Ascribe.Actors;
using Ascribe.Claims;
using Ascribe.Events;
using Ascribe.Language;
using Ascribe.Ontology;
using Ascribe.Places;
using Ascribe.Quantities;
using Ascribe.Reports;
using Ascribe.Times;
using NodaTime;

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
        var claims = new ClaimAssembler(_reading, _actors).Assemble(events, relations, tallies, accused);
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
        target[0].Kind, _mentions.NameOf(target[0].Tokens), _actors.IdAt(_mentions.ChainIn(target[0].Tokens)),
        target.Select(t => t.Effect).FirstOrDefault(e => e != TargetEffect.Unknown), [.. target.Select(t => _mentions.Report.Quote(t.Tokens))]);

    /// <summary>"did not say who had killed the nine farmers": they are dead, whoever did it; "whether anyone was killed" and "reports that six were killed" are not known.</summary>
    private bool IsKnown(VictimMention victim, Attribution withheld)
    {
        var document = _mentions.Document;
        if (victim.Head < 0 || document.Child(victim.Head, Dependency.Det) is not (>= 0 and var article) || document[article].Form != "the") return false;
        for (var t = withheld.Content[0].First; t < victim.Head; t++)
        {
            if (document[t].Tag is PartOfSpeech.WP or PartOfSpeech.WRB || document[t].Form == "whether") return true;
        }

        return false;
    }

    private void AddVictims(List<Victims> victims, VictimMention victim)
    {
        if (_sources.AttributionOf(victim.Tokens) is >= 0 and var source && _reading.Attributions[source].Stance == Stance.Withholds && !IsKnown(victim, _reading.Attributions[source])) return;
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
        if (victim is { Count: { Min: null, Max: null }, IsPart: false } && victims.Exists(v => v.Effect == victim.Effect)) return;
        var chain = victim.Head >= 0 ? _mentions.ChainAt(victim.Head) : -1;
        var who = victim.Head < 0 || _mentions.Counts.Any(c => c.Tokens.Contains(victim.Head)) ? ""
            : chain >= 0 && _mentions.Document[victim.Head].Tag == PartOfSpeech.PRP ? _mentions.Chains[chain].Name
            : _mentions.NameOf(victim.Tokens);
        victims.Add(new Victims(
            victim.Effect, victim.Count, who, _actors.IdAt(chain), claims,
            [_mentions.Report.Quote(victim.Tokens)],
            victim.IsPart && WholeOf(victims, victim) is >= 0 and var whole ? whole : null));
    }

    /// <summary>The number told last of which these can be a part, or -1.</summary>
    private static int WholeOf(List<Victims> victims, VictimMention part) =>
        victims.FindLastIndex(v => v.PartOf is null && v.Effect == part.Effect && v.Count.Min is { } told && (part.Count.Min ?? 0) <= (v.Count.Max ?? long.MaxValue) && told > 1);

    private List<Perpetrator> PerpetratorsOf(int index, IReadOnlyList<ResponsibilityLink> links)
    {
        var found = new List<Perpetrator>();
        foreach (var link in links)
        {
            if (link.Incident != index || link.Basis is not { } basis || link.Chain < 0) continue;
            var actor = _actors.IdOf(link.Chain);
            var claims = link.Attribution >= 0 ? [ClaimId(link.Attribution)] : _sources.Of(link.Tokens);
            var name = _mentions.NameOf(link.Tokens);
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
                Since = StartOf(relation.Tokens),
                AsOf = _mentions.Report.PublishedOn,
                Claims = _sources.Of(relation.Tokens),
                Spans = [_mentions.Report.Quote(relation.Tokens)],
            });
        }

        return found;
    }

    /// <summary>"led by Omar Nadim since 2014": the beginning of a period that hangs on the words; null where none is told.</summary>
    private LocalDate? StartOf(TokenRange tokens)
    {
        foreach (var time in _mentions.Times)
        {
            if (time is { IsStart: true, Interval.Earliest: { } day } && _document[PlaceRoles.HeadOf(_document, time.Tokens)].Head is >= 0 and var governor && tokens.Contains(governor)) return day;
        }

        return null;
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
                What = _mentions.NameOf(tally.What),
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

    private static string EventId(int index) => $"e{index + 1}";

    internal static string ClaimId(int attribution) => $"c{attribution + 1}";
}
