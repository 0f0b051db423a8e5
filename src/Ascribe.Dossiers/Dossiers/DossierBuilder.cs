using Ascribe.Dossiers.Merging;
using Ascribe.Dossiers.Review;
using Ascribe.Dossiers.Search;
using Ascribe.Ontology;
using Ascribe.Records;

namespace Ascribe.Dossiers.Dossiers;

/// <summary>Sets the reports of one incident side by side.</summary>
/// <param name="decisions">Those that hold.</param>
internal sealed class DossierBuilder(DecisionBook decisions)
{
    private readonly EventTypes _types = EventTypes.Load();

    /// <param name="id">Of the dossier.</param>
    /// <param name="mentions">The mentions of the incident with the records of their reports, in the order of the ledger; never empty.</param>
    /// <param name="twins">Dossiers that may be of the same incident.</param>
    public Dossier Build(string id, IReadOnlyList<(IncidentSketch Sketch, Record Record)> mentions, IReadOnlyList<PossibleTwin> twins)
    {
        // A report may tell of the incident in two parts.
        (IncidentSketch Sketch, Record Record, string[] Events)[] told =
            [.. mentions.GroupBy(m => m.Sketch.Report).Select(g => (g.First().Sketch, g.First().Record, g.SelectMany(m => m.Sketch.Events).ToArray())).OrderBy(m => m.Record.Report.Published?.ToString() ?? "9", StringComparer.Ordinal)];
        var origins = CopyComparison.Origins([.. told.Select(m => m.Sketch)]);
        DossierReport[] reports = [.. told.Select((m, i) => new DossierReport(new MentionKey(m.Sketch.Report, m.Sketch.Number), m.Record, m.Events, origins[i]) { Marking = decisions.MarkingOf(m.Sketch.Report) })];
        MentionKey[] keys = [.. mentions.Select(m => new MentionKey(m.Sketch.Report, m.Sketch.Number))];
        var (about, status) = (decisions.About(keys), decisions.ReviewOf(keys));
        var review = new ValueReview(reports);
        foreach (var entry in about) review.Apply(entry);
        DossierSlot[] slots = [.. review.Standing.GroupBy(s => s.Slot).OrderBy(g => g.Key).Select(g => SlotReader.Read(g.Key, [.. g]))];
        RelatedEvent[] related = [.. reports.SelectMany(Related)];
        return new Dossier
        {
            Id = id,
            Title = IncidentFacts.TitleOf(told[0].Record),
            Reports = reports,
            Slots = slots,
            OpenQuestions = [.. OpenQuestions.Of(slots)],
            Related = related,
            Timeline = TimelineReader.Read(reports, slots, related),
            Tallies = [.. reports.SelectMany(r => r.Record.Tallies.Select(t => (r.Record.Report.Id, t)))],
            Differences = [.. Differences(reports)],
            PossiblySame = twins,
            SetAside = [.. review.SetAside.OrderBy(s => s.Slot)],
            State = status.State,
            AssignedTo = status.AssignedTo,
            Decisions = [.. about.Select(a => new DossierDecision(a, review.IsTold(a.Decision)))],
            Reasons = [.. told.Skip(1).Select((m, i) => Reason(m.Sketch, told[..(i + 1)].Select(t => t.Sketch)))],
        };
    }

    /// <summary>The report that a report is nearest to of those before it, and why.</summary>
    private static MergeStep Reason(IncidentSketch sketch, IEnumerable<IncidentSketch> before)
    {
        var nearest = before.MaxBy(b => b.Lead.Cosine(sketch.Lead))!;
        return new MergeStep(sketch.Report, nearest.Report, MergeReasons.Of(nearest, sketch));
    }

    /// <summary>What concerns or answers the incident without being it.</summary>
    private IEnumerable<RelatedEvent> Related(DossierReport report)
    {
        foreach (var e in report.Record.Events)
        {
            if (report.Events.Contains(e.Id) || !_types.Contains(e.Type)) continue;
            if (e.About is { } about && report.Events.Contains(about.Split('/')[0]) || e.Answers is { } answers && report.Events.Contains(answers))
                yield return new RelatedEvent(e.Type, report.Record.Report.Id, e.Triggers[0], e.Time.Interval);
        }
    }

    /// <summary>Each copy beside the first text of its origin.</summary>
    private static IEnumerable<CopyDifference> Differences(DossierReport[] reports)
    {
        foreach (var copies in reports.GroupBy(r => r.Origin))
        {
            var original = copies.First().Record.Report;
            foreach (var copy in copies.Skip(1).Select(c => c.Record.Report))
            {
                foreach (var difference in CopyComparison.Differences(copy.Id, copy.Text, original.Id, original.Text)) yield return difference;
            }
        }
    }
}
