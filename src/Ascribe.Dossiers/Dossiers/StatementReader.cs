using System.Globalization;
using Ascribe.Actors;
using Ascribe.Claims;
using Ascribe.Events;
using Ascribe.Places;
using Ascribe.Quantities;
using Ascribe.Records;
using Ascribe.Reports;
using Ascribe.Times;

namespace Ascribe.Dossiers.Dossiers;

/// <summary>Reads out of a report's record who says what of one incident.</summary>
internal static class StatementReader
{
    private static readonly Dictionary<VictimEffect, Slot> s_counted = new()
    {
        [VictimEffect.Killed] = Slot.Killed,
        [VictimEffect.Wounded] = Slot.Wounded,
        [VictimEffect.Kidnapped] = Slot.Kidnapped,
        [VictimEffect.Missing] = Slot.Missing,
    };

    /// <summary>The slots that count people.</summary>
    public static bool IsCount(Slot slot) => s_counted.ContainsValue(slot);

    public static IReadOnlyList<Statement> Read(DossierReport report)
    {
        var statements = new List<Statement>();
        var actors = report.Record.Actors.ToDictionary(a => a.Id, StringComparer.Ordinal);
        var claims = report.Record.Claims.ToDictionary(c => c.Id, StringComparer.Ordinal);
        foreach (var e in report.Record.Events.Where(e => report.Events.Contains(e.Id)))
        {
            Add(Slot.Type, e.Type, null, [], e.Triggers);
            if (e.Time.Interval is { Earliest: { } day, Precision: TimePrecision.Hour or TimePrecision.Day } interval && interval.Latest == day)
                Add(Slot.Day, day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture), null, [], e.Time.Spans);
            if (e.Places.Count > 0) Add(Slot.Place, NameOf(e.Places[0].Place), null, [], e.Places[0].Spans);
            foreach (var victims in e.Victims)
            {
                if (victims.PartOf is null && s_counted.TryGetValue(victims.Effect, out var slot) && (victims.Count.Min ?? victims.Count.Max) is not null && !IsOneOfThem(victims, e.Victims))
                    Add(slot, StatedNumber.Of(victims.Count), victims.Count, victims.Claims, victims.Spans);
            }

            foreach (var weapon in e.Weapons) Add(Slot.Weapon, weapon.Kind, null, [], weapon.Spans);
            foreach (var target in e.Targets) Add(Slot.Target, target.Kind, null, [], target.Spans);
            foreach (var perpetrator in e.Perpetrators)
                Add(Slot.AttributedTo, $"{ActorOf(perpetrator.Actor)} ({RecordJson.NameOf(perpetrator.Basis)})", null, perpetrator.Claims, perpetrator.Spans);
            foreach (var said in e.Responsibility.Statements)
                Add(Slot.Responsibility, RecordJson.NameOf(said.Status) + (said.By.Count > 0 ? " by " + string.Join(", ", said.By.Select(ActorOf)) : ""), null, said.Claims, said.Spans);
        }

        return [.. statements.Where(s => !IsCount(s.Slot)), .. Largest(statements.Where(s => IsCount(s.Slot)))];

        string ActorOf(string id) => actors.TryGetValue(id, out var actor) ? actor.Name : id;

        void Add(Slot slot, string value, CountRange? count, IReadOnlyList<string> by, IReadOnlyList<Quote> spans)
        {
            foreach (var claim in by.Count == 0 ? [null] : by.Select(claims.GetValueOrDefault))
            {
                var speaker = claim?.Speaker;
                var told = new Statement
                {
                    Slot = slot,
                    Value = value,
                    Count = count,
                    Report = report.Record.Report.Id,
                    Origin = report.Origin,
                    Published = report.Record.Report.Published?.Day,
                    Speaker = speaker is null ? null : speaker.Name ?? (speaker.Spans.Count > 0 ? speaker.Spans[0].Text : RecordJson.NameOf(speaker.Voice)),
                    Voice = speaker?.Voice ?? Voice.Reporter,
                    Stance = claim?.Stance,
                    Certainty = claim?.Certainty,
                    Authority = AuthorityOf(speaker, actors),
                    Quote = spans.Count > 0 ? spans[0] : null,
                };
                if (!statements.Exists(s => s.Slot == slot && s.Value == value && s.Speaker == told.Speaker)) statements.Add(told);
            }
        }
    }

    /// <summary>A place as a value: "Tikrit (IQ)".</summary>
    public static string NameOf(Place place) => place.Country is { } country ? $"{place.Name} ({country})" : place.Name;

    /// <summary>"the trader X, who died": somebody with a name is one of those whom another number counts.</summary>
    private static bool IsOneOfThem(Victims victims, IReadOnlyList<Victims> all) =>
        victims is { Actor: not null, Count: { Min: 1, Max: 1 } } && all.Any(v => v.Effect == victims.Effect && (v.Count.Min ?? v.Count.Max) > 1);

    /// <summary>A state body, an international organisation, or somebody with a name who speaks for an organisation weighs most; a side of the conflict least of those who are told.</summary>
    private static Authority AuthorityOf(Speaker? speaker, Dictionary<string, Actor> actors)
    {
        if (speaker is null || speaker.Voice == Voice.Reporter) return Authority.Report;
        var kind = speaker.Actor is { } id && actors.TryGetValue(id, out var actor) ? actor.Kind : ActorKind.Unknown;
        return speaker.Voice switch
        {
            Voice.Passive => Authority.Nobody,
            Voice.Collective => Authority.Involved,
            _ when kind is ActorKind.ArmedGroup or ActorKind.Political => Authority.Involved,
            Voice.Named when kind is ActorKind.State or ActorKind.GovernmentBody or ActorKind.International || speaker.Organization is not null => Authority.Official,
            _ => Authority.Source,
        };
    }

    /// <summary>
    /// A report that tells several numbers in one voice tells parts of the largest; and what it tells in its own voice is a part, too, of what somebody in it tells
    /// to be more. Whoever speaks of one beside them speaks of somebody that he knew.
    /// </summary>
    private static IEnumerable<Statement> Largest(IEnumerable<Statement> counts)
    {
        foreach (var slot in counts.GroupBy(s => s.Slot))
        {
            Statement[] largest = [.. slot.GroupBy(s => s.Speaker).Select(g => g.MaxBy(Size)!)];
            foreach (var statement in largest)
            {
                if (Size(statement) == largest.Max(Size) || statement.Authority != Authority.Report && Size(statement) > 1) yield return statement;
            }
        }
    }

    private static long Size(Statement statement) => statement.Count!.Value.Min ?? statement.Count.Value.Max ?? 0;
}
