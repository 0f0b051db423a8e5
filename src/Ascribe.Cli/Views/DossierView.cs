using System.Globalization;
using Ascribe.Dossiers.Dossiers;
using Ascribe.Dossiers.Review;
using Ascribe.Records;

namespace Ascribe.Cli.Views;

/// <summary>A dossier for people: each value with those who say so.</summary>
internal static class DossierView
{
    public static void Write(TextWriter writer, Dossier dossier)
    {
        writer.WriteLine($"{dossier.Id}  {OneLine.Of(dossier.Title)}");
        writer.WriteLine(Invariant($"{Plural(dossier.Reports.Count, "report")}, {Plural(dossier.Origins, "text")} of their own{StateOf(dossier)}"));
        foreach (var slot in dossier.Slots) Write(writer, slot);
        Section(writer, "Set aside", dossier.SetAside.Select(s => $"{RecordJson.NameOf(s.Slot).Replace('_', ' ')}: {Line(s)}"));
        Section(writer, "Open questions", dossier.OpenQuestions);
        Section(writer, "Reports", dossier.Reports.Select(r => $"{r.Record.Report.Published?.ToString() ?? "undated"}  {r.Record.Report.Outlet ?? "-"}  {r.Record.Report.Id}  {r.Record.Report.Title}{CopyOf(dossier, r)}"));
        Section(writer, "Timeline", dossier.Timeline.Where(e => e.Kind != TimelineKind.Report).Select(Line));
        Section(writer, "Why together", dossier.Reasons.Select(r => r.ToString()));
        Section(writer, "Copies differ", dossier.Differences.Select(d => d switch
        {
            { Was: null } => $"{d.Copy} adds “{d.Is}”",
            { Is: null } => $"{d.Copy} leaves out “{d.Was}”",
            _ => $"{d.Copy} has “{d.Is}” for “{d.Was}”",
        }));
        Section(writer, "Decisions", dossier.Decisions.Select(d => $"{d.Entry.Sequence}  {DecisionText.Of(d.Entry.Decision)}{DecisionText.Signed(d.Entry.Decision)}{(d.Told ? "" : "  (no longer told)")}"));
        Section(writer, "Related", dossier.Related.Select(r => $"{r.Type.Replace('_', ' ')} ({r.Report}) “{r.Quote.Text}”"));
        Section(writer, "Tallies, not added in", dossier.Tallies.Select(t => $"{t.Tally.What} ({t.Report}) “{t.Tally.Spans[0].Text}”"));
        Section(writer, "Possibly the same", dossier.PossiblySame.Select(t => $"{t.Dossier}  {string.Join("; ", t.Reasons)}"));
    }

    private static void Write(TextWriter writer, DossierSlot slot)
    {
        var range = slot.Low is null ? "" : Invariant($" (low {slot.Low}, high {(slot.High is { } high ? high : "open")})");
        writer.WriteLine();
        writer.WriteLine($"{slot.Label}: {OneLine.Of(slot.Best.Value)}{range}, {RecordJson.NameOf(slot.Agreement)}");
        if (slot.History.Count > 1) writer.WriteLine($"  {string.Join(" → ", slot.History.Select(h => h.Value))}, {string.Join(", ", slot.History.Select(h => OneLine.Of(h.Speaker ?? h.Report)))}");
        foreach (var value in slot.Values)
        {
            foreach (var statement in value.Statements) writer.WriteLine(OneLine.Of("  " + Line(statement)));
        }
    }

    /// <summary>The value, who says so, and what a reviewer made of it: ✓ accepted, ✗ rejected, → replaced.</summary>
    private static string Line(Statement statement)
    {
        var mark = statement.Judgement switch
        {
            Judgement.Accepted => "✓ ",
            Judgement.Rejected => "✗ ",
            Judgement.Replaced => "→ ",
            _ => "",
        };
        return $"{mark}{statement.Value} — {statement.Speaker ?? "the report"}, {statement.Report}{(statement.Quote is { } quote ? $" “{quote.Text}”" : "")}{JudgedBy(statement)}";
    }

    private static string JudgedBy(Statement statement)
    {
        if (statement.Decision?.Decision is not { } decision) return "";
        var what = decision is EditDecision edit && statement.Judgement == Judgement.Replaced ? $"replaced by '{edit.To.Value}'" : statement.Authority == Authority.Analyst ? "edited" : RecordJson.NameOf(statement.Judgement);
        return $" ({what}{(decision.Signed.By is { } by && statement.Authority != Authority.Analyst ? " by " + by : "")}{(decision.Signed.Why is { } why ? $": {why}" : "")})";
    }

    /// <summary>How far the review is, whose it is, and how far the dossier may be passed on; nothing for one that nobody has touched.</summary>
    private static string StateOf(Dossier dossier) =>
        (dossier.State == ReviewState.New ? "" : ", " + RecordJson.NameOf(dossier.State).Replace('_', ' '))
        + (dossier.AssignedTo is { } to ? $", assigned to {OneLine.Of(to)}" : "")
        + (dossier.Marking == Tlp.Clear ? "" : ", " + TlpLabel.Of(dossier.Marking));

    private static string CopyOf(Dossier dossier, DossierReport report) =>
        dossier.Reports.First(r => r.Origin == report.Origin) is var first && first != report ? $" (copy of {first.Record.Report.Id})" : "";

    /// <summary>"2016-03-07 … 03-09  happened  car bombing (first) “Monday”".</summary>
    private static string Line(TimelineEntry entry)
    {
        var time = entry switch
        {
            { Earliest: { } day, Latest: { } last } when day == last => Day(day),
            { Earliest: null, Latest: { } last } => $"by {Day(last)}",
            { Earliest: { } first, Latest: { } last } => $"{Day(first)} to {Day(last)}",
            { Earliest: { } first } => $"since {Day(first)}",
            _ => "undated",
        };
        var who = entry.Speaker is { } speaker ? $"{speaker}, {entry.Report}" : entry.Report;
        return $"{time}  {(entry.Lane == TimelineLane.Event ? "happened" : "reported")}  {entry.Label} ({who}){(entry.Quote is { } quote ? $" “{quote.Text}”" : "")}";
    }

    private static string Day(NodaTime.LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    private static void Section(TextWriter writer, string title, IEnumerable<string> lines)
    {
        var first = true;
        foreach (var line in lines)
        {
            if (first)
            {
                writer.WriteLine();
                writer.WriteLine(title);
            }

            first = false;
            writer.WriteLine("  " + OneLine.Of(line));
        }
    }

    private static string Plural(int count, string noun) => Invariant($"{count} {noun}{(count == 1 ? "" : "s")}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
