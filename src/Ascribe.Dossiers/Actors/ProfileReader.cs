using Ascribe.Actors;
using Ascribe.Claims;
using Ascribe.Events;
using Ascribe.Records;
using Ascribe.Reports;

namespace Ascribe.Dossiers.Actors;

/// <summary>Reads out of records what they tell of one actor.</summary>
/// <param name="dossiersOf">The dossiers that a report is in, each with the events of the report that tell of its incident.</param>
/// <param name="idOf">The id of an actor of a record by its place, or null: it has no name.</param>
internal sealed class ProfileReader(Func<string, IEnumerable<(string Dossier, IReadOnlyList<string> Events)>> dossiersOf, Func<Record, int, string?> idOf)
{
    private readonly Dictionary<string, HashSet<string>> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _roles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _countries = new(StringComparer.Ordinal);

    public List<ActorPart> Parts { get; } = [];

    public List<ActorClaim> Says { get; } = [];

    public List<ActorClaim> SaidAbout { get; } = [];

    public List<ActorRelation> Relations { get; } = [];

    public IReadOnlyList<Told> Names => Counted(_names);

    public IReadOnlyList<Told> Roles => Counted(_roles);

    public IReadOnlyList<Told> Countries => Counted(_countries);

    /// <param name="places">Of the actor among those of the record.</param>
    public void Read(Record record, IReadOnlyList<int> places)
    {
        var report = record.Report.Id;
        Actor[] actors = [.. places.Where(p => p < record.Actors.Count).Select(p => record.Actors[p])];
        var ids = actors.Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var actor in actors)
        {
            Note(_names, actor.Name, report);
            Note(_roles, actor.Role ?? actor.KnownOffice?.Role, report);
            Note(_countries, actor.Country ?? actor.KnownOffice?.Country, report);
        }

        var claims = record.Claims.ToDictionary(c => c.Id, StringComparer.Ordinal);
        foreach (var (dossier, events) in dossiersOf(report))
        {
            foreach (var e in record.Events.Where(e => events.Contains(e.Id))) Read(e, dossier, report, ids, claims);
            foreach (var claim in record.Claims.Where(c => Speaks(c, ids) && c.About.Any(a => events.Contains(a.Split('/')[0]))))
                Parts.Add(new ActorPart(dossier, PartKind.Speaker, null, report, claim.Content.Count > 0 ? claim.Content[0] : null));
        }

        var pointers = Pointers(record, ids);
        foreach (var claim in record.Claims)
        {
            if (Speaks(claim, ids)) Says.Add(new ActorClaim(report, record.Report.Published?.Day, claim));
            else if (claim.About.Any(pointers.Contains)) SaidAbout.Add(new ActorClaim(report, record.Report.Published?.Day, claim));
        }

        foreach (var relation in record.Relations)
        {
            var isSubject = ids.Contains(relation.Subject);
            if (isSubject == ids.Contains(relation.Object)) continue;
            var other = record.Actors.Select((a, place) => (Actor: a, Place: place)).First(a => a.Actor.Id == (isSubject ? relation.Object : relation.Subject));
            Relations.Add(new ActorRelation(relation, isSubject, other.Actor.Name, idOf(record, other.Place), report, [.. relation.Claims.Select(c => NameOf(claims[c].Speaker)).OfType<string>().Distinct()]));
        }
    }

    private void Read(Event e, string dossier, string report, HashSet<string> ids, Dictionary<string, Claim> claims)
    {
        void Add(PartKind kind, IReadOnlyList<string> by, IReadOnlyList<Quote> spans)
        {
            var quote = spans.Count > 0 ? spans[0] : (Quote?)null;
            foreach (var speaker in by.Count == 0 ? [null] : by.Select(c => NameOf(claims[c].Speaker)).Distinct())
            {
                var part = new ActorPart(dossier, kind, speaker, report, quote);
                if (!Parts.Contains(part)) Parts.Add(part);
            }
        }

        foreach (var doer in e.Perpetrators.Where(p => ids.Contains(p.Actor))) Add(KindOf(doer.Basis), doer.Claims, doer.Spans);
        foreach (var victims in e.Victims.Where(v => v.Actor is not null && ids.Contains(v.Actor))) Add(PartKind.Victim, victims.Claims, victims.Spans);
        foreach (var target in e.Targets.Where(t => t.Actor is not null && ids.Contains(t.Actor))) Add(PartKind.Target, [], target.Spans);
        foreach (var said in e.Responsibility.Statements.Where(s => s.By.Any(ids.Contains)))
        {
            if (KindOf(said.Status) is { } kind && !Parts.Exists(p => p.Report == report && p.Dossier == dossier && p.Kind == kind)) Add(kind, said.Claims, said.Spans);
        }
    }

    /// <summary>What of the record concerns the actors, as claims point at it.</summary>
    private static HashSet<string> Pointers(Record record, HashSet<string> ids)
    {
        var pointers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var e in record.Events)
        {
            for (var i = 0; i < e.Perpetrators.Count; i++)
            {
                if (ids.Contains(e.Perpetrators[i].Actor)) pointers.Add($"{e.Id}/perpetrators/{i}");
            }

            for (var i = 0; i < e.Victims.Count; i++)
            {
                if (e.Victims[i].Actor is { } actor && ids.Contains(actor)) pointers.Add($"{e.Id}/victims/{i}");
            }
        }

        foreach (var relation in record.Relations.Where(r => ids.Contains(r.Subject) || ids.Contains(r.Object))) pointers.Add(relation.Id);
        return pointers;
    }

    private static bool Speaks(Claim claim, HashSet<string> ids) => claim.Speaker.Actor is { } speaker && ids.Contains(speaker);

    private static string? NameOf(Speaker speaker) => speaker.Name ?? (speaker.Spans.Count > 0 ? speaker.Spans[0].Text : null);

    private static PartKind KindOf(PerpetratorBasis basis) => basis switch
    {
        PerpetratorBasis.Claimed => PartKind.Claimed,
        PerpetratorBasis.Acknowledged => PartKind.Acknowledged,
        PerpetratorBasis.Accused => PartKind.Accused,
        PerpetratorBasis.Suspected => PartKind.Suspected,
        PerpetratorBasis.Denied => PartKind.Denied,
        _ => PartKind.Reported,
    };

    private static PartKind? KindOf(ResponsibilityStatus status) => status switch
    {
        ResponsibilityStatus.Claimed => PartKind.Claimed,
        ResponsibilityStatus.Acknowledged => PartKind.Acknowledged,
        ResponsibilityStatus.Denied => PartKind.Denied,
        _ => null,
    };

    private static void Note(Dictionary<string, HashSet<string>> told, string? text, string report)
    {
        if (text is null) return;
        if (!told.TryGetValue(text, out var reports)) told[text] = reports = new HashSet<string>(StringComparer.Ordinal);
        reports.Add(report);
    }

    private static IReadOnlyList<Told> Counted(Dictionary<string, HashSet<string>> told) =>
        [.. told.Select(t => new Told(t.Key, t.Value.Count)).OrderByDescending(t => t.Reports).ThenBy(t => t.Text, StringComparer.Ordinal)];
}
