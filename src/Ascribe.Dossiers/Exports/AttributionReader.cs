using Ascribe.Actors;
using Ascribe.Dossiers.Dossiers;
using Ascribe.Events;
using Ascribe.Records;

namespace Ascribe.Dossiers.Exports;

/// <summary>Reads who is tied to an incident, on which ground and by whom, over all its reports. What a reviewer rejected takes no part.</summary>
internal static class AttributionReader
{
    /// <summary>The actor whom most texts tie to it first; those only said not to have done it last.</summary>
    public static IReadOnlyList<Attribution> Read(Dossier dossier)
    {
        var order = dossier.Reports.Select((r, i) => (r.Record.Report.Id, i)).DistinctBy(r => r.Id).ToDictionary(r => r.Id, r => r.i, StringComparer.Ordinal);
        var actors = new List<(string Key, Actor Actor, List<AttributionWord> Words)>();
        foreach (var statement in (dossier[Slot.AttributedTo]?.Values ?? []).SelectMany(v => v.Statements).OrderBy(s => order.GetValueOrDefault(s.Report, int.MaxValue)))
        {
            var (name, basis) = PartsOf(statement.Value);
            var actor = ActorOf(dossier, statement.Report, name);
            var key = KeyOf(actor);
            var index = actors.FindIndex(a => a.Key == key);
            if (index < 0)
            {
                index = actors.Count;
                actors.Add((key, actor, []));
            }

            actors[index].Words.Add(new AttributionWord(basis, statement.Speaker, statement.Report, statement.Origin, statement.Quote));
        }

        return [.. actors.Select(a => new Attribution(a.Actor, a.Words)).OrderBy(a => a.Ground is null).ThenByDescending(a => a.Origins).ThenBy(a => a.Ground)];
    }

    /// <summary>One key for one actor over the reports of an incident: its id in the actor table, a state's country, else its name in any case.</summary>
    public static string KeyOf(Actor actor) => actor.ActorId ?? (actor is { Kind: ActorKind.State, Country: { } country } ? country : actor.Name.ToUpperInvariant());

    /// <summary>The name and the ground of a value: "Israel (accused)". What an analyst wrote without a ground is the analyst's own report.</summary>
    private static (string Name, PerpetratorBasis Basis) PartsOf(string value)
    {
        foreach (var basis in Enum.GetValues<PerpetratorBasis>())
        {
            if (value.EndsWith($" ({RecordJson.NameOf(basis)})", StringComparison.Ordinal)) return (value[..value.LastIndexOf(" (", StringComparison.Ordinal)], basis);
        }

        return (value, PerpetratorBasis.Reported);
    }

    /// <summary>The actor of a name in a report, else in any report of the dossier; one that no report names is known by its name alone.</summary>
    private static Actor ActorOf(Dossier dossier, string report, string name) =>
        dossier.Reports.OrderBy(r => r.Record.Report.Id != report).SelectMany(r => r.Record.Actors).FirstOrDefault(a => a.Name == name)
            ?? new Actor { Id = "", Name = name, Kind = ActorKind.Unknown, Mentions = [] };
}
