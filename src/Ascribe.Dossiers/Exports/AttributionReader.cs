using Ascribe.Actors;
using Ascribe.Dossiers.Dossiers;
using Ascribe.Events;
using Ascribe.Records;
using Ascribe.Reports;

namespace Ascribe.Dossiers.Exports;

/// <summary>Reads who is tied to an incident, on which ground and by whom, over all its reports.</summary>
internal static class AttributionReader
{
    private static readonly Dictionary<ResponsibilityStatus, PerpetratorBasis> s_own = new()
    {
        [ResponsibilityStatus.Claimed] = PerpetratorBasis.Claimed,
        [ResponsibilityStatus.Acknowledged] = PerpetratorBasis.Acknowledged,
        [ResponsibilityStatus.Denied] = PerpetratorBasis.Denied,
    };

    /// <summary>The actor whom most texts tie to it first; those only said not to have done it last.</summary>
    public static IReadOnlyList<Attribution> Read(Dossier dossier)
    {
        var actors = new List<(string Key, Actor Actor, List<AttributionWord> Words)>();
        foreach (var report in dossier.Reports)
        {
            foreach (var e in report.Record.Events.Where(e => report.Events.Contains(e.Id)))
            {
                foreach (var p in e.Perpetrators) Add(report, p.Actor, p.Basis, p.Claims, p.Spans);
                foreach (var s in e.Responsibility.Statements)
                {
                    if (!s_own.TryGetValue(s.Status, out var basis)) continue;
                    foreach (var by in s.By) Add(report, by, basis, s.Claims, s.Spans);
                }
            }
        }

        return [.. actors.Select(a => new Attribution(a.Actor, a.Words)).OrderBy(a => a.Ground is null).ThenByDescending(a => a.Origins).ThenBy(a => a.Ground)];

        void Add(DossierReport report, string id, PerpetratorBasis basis, IReadOnlyList<string> claims, IReadOnlyList<Quote> spans)
        {
            if (report.Record.Actors.FirstOrDefault(a => a.Id == id) is not { } actor) return;
            var key = KeyOf(actor);
            var index = actors.FindIndex(a => a.Key == key);
            if (index < 0)
            {
                index = actors.Count;
                actors.Add((key, actor, []));
            }

            foreach (var claim in claims.Count == 0 ? [null] : claims.Cast<string?>())
            {
                var speaker = claim is null ? null : SpeakerOf(report.Record, claim);
                var word = new AttributionWord(basis, speaker, report.Record.Report.Id, claim, report.Origin, spans.Count > 0 ? spans[0] : null);
                if (!actors[index].Words.Exists(w => w.Basis == basis && w.Report == word.Report && (w.Claim == claim || w.Speaker == speaker))) actors[index].Words.Add(word);
            }
        }
    }

    /// <summary>One key for one actor over the reports of an incident: its id in the actor table, a state's country, else its name in any case.</summary>
    public static string KeyOf(Actor actor) => actor.ActorId ?? (actor is { Kind: ActorKind.State, Country: { } country } ? country : actor.Name.ToUpperInvariant());

    private static string? SpeakerOf(Record record, string claim) =>
        record.Claims.FirstOrDefault(c => c.Id == claim) is { } made ? SpeakerName.Of(made.Speaker) : null;
}
