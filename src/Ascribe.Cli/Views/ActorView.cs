using Ascribe.Cli.Commands;
using Ascribe.Dossiers.Actors;
using Ascribe.Records;

namespace Ascribe.Cli.Views;

/// <summary>An actor across reports, for people.</summary>
internal static class ActorView
{
    public static void Write(TextWriter writer, ActorProfile actor)
    {
        writer.Write(ActorsCommand.Text(actor.Summary));
        if (actor.Summary.TableId is { } table) writer.WriteLine($"{table} in the actor table");
        if (actor.Reports.Count < actor.Summary.Reports) writer.WriteLine($"The last {actor.Reports.Count} reports were looked at.");
        Section(writer, "Names", Counted(actor.Names));
        Section(writer, "Roles", Counted(actor.Roles));
        Section(writer, "Countries", Counted(actor.Countries));
        Section(writer, "Part in incidents", actor.Parts.GroupBy(p => (p.Dossier, p.Kind, p.By)).Select(g => $"{g.Key.Dossier}  {NameOf(g.Key.Kind)}{(g.Key.By is { } by ? " — " + by : "")}, {string.Join(" ", g.Select(p => p.Report).Distinct())}{Quoted(g.First().Quote)}"));
        Section(writer, "Says", actor.Says.Select(c => $"{c.Published?.ToString("uuuu-MM-dd", null) ?? "undated"}  {NameOf(c.Claim.Stance)}, {c.Report}{Quoted(c.Claim.Content.Count > 0 ? c.Claim.Content[0] : null)}"));
        Section(writer, "Said about it", actor.SaidAbout.Select(c => $"{c.Published?.ToString("uuuu-MM-dd", null) ?? "undated"}  {c.Claim.Speaker.Name ?? "somebody"}, {NameOf(c.Claim.Stance)}, {c.Report}{Quoted(c.Claim.Content.Count > 0 ? c.Claim.Content[0] : null)}"));
        Section(writer, "Relations", actor.Relations.Select(r =>
            $"{(r.IsSubject ? $"{NameOf(r.Relation.Kind)} {r.Other}" : $"{r.Other} {NameOf(r.Relation.Kind)} it")}{(r.OtherId is { } id ? $" ({id})" : "")} — {(r.Speakers.Count > 0 ? string.Join(", ", r.Speakers) : "the report")}, {r.Report}{Quoted(r.Relation.Spans.Count > 0 ? r.Relation.Spans[0] : null)}"));
        Section(writer, "Reports", actor.Reports.Select(r => $"{r.Published ?? "undated"}  {r.Outlet ?? "-"}  {r.Id}  {r.Title}"));
        Section(writer, "Decisions", actor.Decisions.Select(d => $"{d.Sequence}  {DecisionText.Of(d.Decision)}{DecisionText.Signed(d.Decision)}"));
        Section(writer, "Possibly the same", actor.PossiblySame.Select(t => $"{t.Id}  {t.Name}: {string.Join("; ", t.Reasons)}{(t.Unsure ? " (unsure)" : "")}"));
    }

    private static IEnumerable<string> Counted(IReadOnlyList<Told> told) => told.Select(t => $"{t.Reports,5}  {t.Text}");

    private static string NameOf<T>(T value)
        where T : struct, Enum => RecordJson.NameOf(value).Replace('_', ' ');

    private static string Quoted(Reports.Quote? quote) => quote is { } q ? $" “{q.Text}”" : "";

    private static void Section(TextWriter writer, string title, IEnumerable<string> lines)
    {
        var first = true;
        foreach (var line in lines)
        {
            if (first) writer.WriteLine("\n" + title);
            first = false;
            writer.WriteLine("  " + OneLine.Of(line));
        }
    }
}
