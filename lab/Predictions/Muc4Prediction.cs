using Ascribe.Actors;
using Ascribe.Events;
using Ascribe.Lexicons;
using Ascribe.Places;
using Ascribe.Quantities;
using Ascribe.Records;

namespace Ascribe.Lab.Predictions;

/// <summary>Records as MUC-4 templates: one template a violent incident, every slot that the record knows.</summary>
internal static class Muc4Prediction
{
    public static void Run(PredictionRun run)
    {
        var reader = RecordReader.Load(run.Models);
        var countries = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in LexiconTable.Load("en/countries.tsv").Rows) countries.TryAdd(row["code"], row["name"].ToUpperInvariant());
        CorpusFiles.WriteLines(run.Output, CorpusFiles.Objects(run.Inputs[0]).Select(row =>
        {
            var record = reader.Read(ReportObjects.Read(row) with { Title = null });
            return (object)new { id = record.Report.Id, templates = record.Events.Where(IsAnswer).Select(e => Template(record, e, countries)) };
        }));
    }

    private static bool IsAnswer(Event incident) => Muc4Types.Incident(incident.Type) is not null && incident.Status != EventStatus.Denied
        && (incident.Main || incident.Victims.Count + incident.Targets.Count > 0);

    private static Dictionary<string, object> Template(Record record, Event incident, Dictionary<string, string> countries)
    {
        var slots = new Dictionary<string, object>
        {
            ["incident_type"] = Muc4Types.Incident(incident.Type)!,
            ["incident_stage"] = Muc4Types.Stage(incident.Status),
        };
        AddTimeAndPlace(slots, record, incident, countries);
        AddInstruments(slots, incident);
        AddPerpetrators(slots, record, incident);
        AddTargets(slots, incident);
        AddVictims(slots, record, incident);
        return slots;
    }

    private static void AddTimeAndPlace(Dictionary<string, object> slots, Record record, Event incident, Dictionary<string, string> countries)
    {
        var interval = incident.Time.Interval;
        if (interval is { Earliest: { } from, Latest: { } to }) slots["incident_date"] = from == to ? $"{to:uuuu-MM-dd}" : new { from = $"{from:uuuu-MM-dd}", to = $"{to:uuuu-MM-dd}" };
        else if ((interval.Latest ?? record.Report.Published?.Day) is { } day) slots["incident_date"] = new { from = (string?)null, to = $"{day:uuuu-MM-dd}" };
        if (incident.Places.FirstOrDefault(p => p.Place.Country is not null)?.Place.Country is not { } code || !countries.TryGetValue(code, out var country)) return;
        var inside = incident.Places.Where(p => p.Place.Country == code && p.Place.Precision != PlacePrecision.Country).Take(2).Reverse();
        slots["incident_location"] = new { country, places = inside.Select(p => new { name = p.Place.Name.ToUpperInvariant(), type = Muc4Types.Place(p.Place.Precision) }) };
    }

    private static void AddInstruments(Dictionary<string, object> slots, Event incident)
    {
        var named = incident.Weapons.Where(w => !incident.Triggers.Contains(w.Spans[0])).ToList();
        slots["instrument_id"] = named.Select(w => w.Spans[0].Text).ToArray();
        slots["instrument_type"] = incident.Weapons
            .Select(w => (Type: Muc4Types.Instrument(w.Kind), Weapon: w))
            .Where(w => w.Type is not null)
            .Select(w => Filler(w.Type!, named.Contains(w.Weapon) ? w.Weapon.Spans[0].Text : null))
            .ToArray();
    }

    private static void AddPerpetrators(Dictionary<string, object> slots, Record record, Event incident)
    {
        var told = incident.Perpetrators
            .Where(p => p.Basis != PerpetratorBasis.Denied)
            .Select(p => (Perpetrator: p, Actor: record.Actors.Single(a => a.Id == p.Actor)))
            .ToList();
        var groups = told.Where(p => IsOrganization(p.Actor)).ToList();
        slots["perp_category"] = Muc4Types.Category(told.Select(p => p.Actor.Kind));
        slots["perp_individual"] = told.Where(p => !IsOrganization(p.Actor)).Select(p => p.Perpetrator.Text).ToArray();
        slots["perp_organization"] = groups.Select(p => p.Perpetrator.Text).ToArray();
        slots["perp_org_confidence"] = groups.Select(p => Filler(Muc4Types.Confidence(p.Perpetrator)!, p.Perpetrator.Text)).ToArray();
    }

    /// <summary>A named group or a body; "guerrillas" are individuals.</summary>
    private static bool IsOrganization(Actor actor) => actor.ActorId is not null && actor.Kind != ActorKind.Person
        || actor.Kind is ActorKind.State or ActorKind.GovernmentBody or ActorKind.Political;

    private static void AddTargets(Dictionary<string, object> slots, Event incident)
    {
        var things = incident.Targets.Where(t => Muc4Types.Physical(t.Kind) is not null).ToList();
        slots["phys_id"] = things.Select(t => t.Name).ToArray();
        slots["phys_type"] = things.Select(t => Filler(Muc4Types.Physical(t.Kind)!, t.Name)).ToArray();
        slots["phys_number"] = things.Select(t => Filler(t.Name.EndsWith("s", StringComparison.OrdinalIgnoreCase) ? "PLURAL" : "1", t.Name)).ToArray();
        slots["phys_effect"] = things.Where(t => Muc4Types.Physical(t.Effect) is not null).Select(t => Filler(Muc4Types.Physical(t.Effect)!, t.Name)).ToArray();
    }

    private static void AddVictims(Dictionary<string, object> slots, Record record, Event incident)
    {
        var names = new List<string>();
        var descriptions = new List<string>();
        List<object> types = [], numbers = [], effects = [];
        foreach (var victims in incident.Victims)
        {
            var effect = Muc4Types.Human(victims.Effect);
            if (victims.Who.Length == 0)
            {
                if (effect is not null && victims.Count.IsZero) effects.Add(Filler("NO INJURY OR DEATH", null));
                continue;
            }

            var actor = record.Actors.FirstOrDefault(a => a.Id == victims.Actor);
            var known = names.Contains(victims.Who) || descriptions.Contains(victims.Who);
            if (!known)
            {
                (actor is { Kind: ActorKind.Person, Name: var name } && !IsCommon(victims.Who) && name.Length > 0 ? names : descriptions).Add(victims.Who);
                types.Add(Filler(actor is { Kind: ActorKind.GovernmentBody } ? "LAW ENFORCEMENT" : "CIVILIAN", victims.Who));
                numbers.Add(Filler(Number(victims.Count), victims.Who));
            }

            if (effect is not null) effects.Add(Filler(effect, victims.Who));
        }

        slots["hum_name"] = names.ToArray();
        slots["hum_description"] = descriptions.ToArray();
        slots["hum_type"] = types.ToArray();
        slots["hum_number"] = numbers.ToArray();
        slots["hum_effect"] = effects.ToArray();
    }

    /// <summary>A description and no name: the record has no fuller name for the actor than these words.</summary>
    private static bool IsCommon(string who) => s_agents.Value.Contains(who.Split(' ', '\n')[^1].ToLowerInvariant());

    private static readonly Lazy<HashSet<string>> s_agents = new(() =>
        [.. LexiconTable.Load("en/agents.tsv").Rows.SelectMany(r => new[] { r["noun"], r["plural"] }).Where(n => n.Length > 0)]);

    private static string Number(CountRange count) => count switch
    {
        { Min: { } low, Max: { } high } when low == high => count.Approximate ? $"~{low}" : $"{low}",
        { Min: { } low, Max: { } high } => $"{low}-{high}",
        { Min: { } low } => $"{low}-",
        { Max: { } high } => $"-{high}",
        _ => "PLURAL",
    };

    private static object Filler(string value, string? reference) => reference is null ? new { value } : new { value, @ref = reference };
}
