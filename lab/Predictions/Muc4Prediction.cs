using Ascribe.Events;
using Ascribe.Records;

namespace Ascribe.Lab.Predictions;

/// <summary>Records as MUC-4 templates: one template a violent incident.</summary>
internal static class Muc4Prediction
{
    public static void Run(PredictionRun run)
    {
        var reader = RecordReader.Load(run.Models);
        CorpusFiles.WriteLines(run.Output, CorpusFiles.Objects(run.Inputs[0]).Select(row =>
        {
            var record = reader.Read(ReportObjects.Read(row) with { Title = null });
            return (object)new { id = record.Report.Id, templates = record.Events.Where(e => e.Main && TypeOf(e.Type) is not null).Select(e => Template(record, e)) };
        }));
    }

    /// <summary>The MUC-4 incident type of ours (design crosswalk), or null: not part of the task.</summary>
    private static string? TypeOf(string type) => type switch
    {
        "bombing" or "suicide_attack" => "BOMBING",
        "hostage_taking" => "KIDNAPPING",
        "sabotage_arson" => "ARSON",
        "looting_robbery" => "ROBBERY",
        "armed_assault" or "rocket_shelling" or "air_drone_strike" or "assassination" or "attack_unspecified" or "armed_clash" => "ATTACK",
        _ => null,
    };

    private static Dictionary<string, object> Template(Record record, Event incident)
    {
        var slots = new Dictionary<string, object>
        {
            ["incident_type"] = TypeOf(incident.Type)!,
            ["incident_stage"] = incident.Status switch
            {
                EventStatus.Threatened or EventStatus.Planned => "THREATENED",
                EventStatus.Attempted or EventStatus.Foiled => "ATTEMPTED",
                _ => "ACCOMPLISHED",
            },
            ["instrument_id"] = incident.Weapons.Select(w => w.Spans[0].Text).ToArray(),
            ["phys_id"] = incident.Targets.Where(t => t.Kind is not ("armed_group" or "security_forces" or "people")).Select(t => t.Name).ToArray(),
            ["hum_description"] = incident.Victims.Where(v => v.Who.Length > 0).Select(v => v.Who).ToArray(),
            ["perp_individual"] = Perpetrators(record, incident, group: false),
            ["perp_organization"] = Perpetrators(record, incident, group: true),
        };
        if ((incident.Time.Interval.Latest ?? record.Report.Published?.Day) is { } day)
            slots["incident_date"] = $"{day:uuuu-MM-dd}";
        return slots;
    }

    private static string[] Perpetrators(Record record, Event incident, bool group) =>
    [
        .. incident.Perpetrators
            .Where(p => p.Basis != PerpetratorBasis.Denied)
            .Where(p => record.Actors.Single(a => a.Id == p.Actor) is { } actor
                && group == actor.Kind is Actors.ActorKind.ArmedGroup or Actors.ActorKind.State or Actors.ActorKind.GovernmentBody)
            .Select(p => p.Text),
    ];
}
