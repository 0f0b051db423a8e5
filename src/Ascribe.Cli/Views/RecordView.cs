using System.Globalization;
using Ascribe.Claims;
using Ascribe.Events;
using Ascribe.Quantities;
using Ascribe.Records;
using Spectre.Console;

namespace Ascribe.Cli.Views;

/// <summary>A record for people: what happened, who says so, in which words.</summary>
internal sealed class RecordView
{
    private const int WidthWithoutTerminal = 120;

    private readonly IAnsiConsole _console;

    public RecordView(TextWriter writer, bool isTerminal)
    {
        var colours = isTerminal && Environment.GetEnvironmentVariable("NO_COLOR") is null or "";
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = colours ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = colours ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        if (!isTerminal) _console.Profile.Width = WidthWithoutTerminal;
    }

    public void Write(Record record)
    {
        var report = record.Report;
        Line($"[bold]{Escape(report.Title ?? report.Id)}[/]");
        Line("[grey]" + Escape(string.Join(" · ", ((string?[])[report.Outlet, report.Published?.ToString(), report.Credits.Count > 0 ? "credits: " + string.Join(", ", report.Credits) : null, report.Id]).Where(p => p is { Length: > 0 }))) + "[/]");
        foreach (var e in record.Events.OrderByDescending(e => e.Main)) Write(record, e);
        if (record.Claims.Count > 0) WriteClaims(record);
        if (record.Relations.Count > 0) WriteRelations(record);
        if (record.Tallies.Count > 0) WriteTallies(record);
        Line("");
    }

    private void Write(Record record, Event e)
    {
        Line("");
        Line($"[bold]{e.Id}[/] [yellow]{Words(e.Type)}[/] · {Name(e.Status)} · {(e.Main ? "main" : "background")}  {Quoted(e.Triggers[0].Text)}");
        Detail("when", $"{When(e.Time)}{(e.Time.Spans.Count > 0 ? "  " + Quoted(e.Time.Spans[0].Text) : "")}");
        foreach (var place in e.Places)
            Detail("where", $"{Escape(place.Place.Name)}{(place.Place.Country is { } c && place.Place.Name != c ? $" ({c})" : "")}, {Name(place.Place.Precision)}{(place.Relation == Places.PlaceRelation.In ? "" : ", " + Name(place.Relation))}{(place.RadiusKm is { } km ? string.Create(CultureInfo.InvariantCulture, $", ±{km:0.#} km") : "")}");
        foreach (var weapon in e.Weapons) Detail("weapon", $"{Words(weapon.Kind)}{(weapon.Number is { } n ? $" ×{Count(n)}" : "")}  {Quoted(weapon.Spans[0].Text)}");
        foreach (var target in e.Targets) Detail("target", $"{Escape(target.Name)} ({Words(target.Kind)}), {Name(target.Effect)}");
        foreach (var victims in e.Victims) Detail(victims.PartOf is null ? Name(victims.Effect) : "  of them", $"{Count(victims.Count)} {Escape(victims.Who)}  {Quoted(victims.Spans[0].Text)}{Sources(record, victims.Claims)}");
        foreach (var perpetrator in e.Perpetrators)
            Detail("by", $"{Escape(perpetrator.Actor is { } actor ? Actor(record, actor) : perpetrator.Text)}: [underline]{Name(perpetrator.Basis)}[/]{Sources(record, perpetrator.Claims)}");
        foreach (var statement in e.Responsibility.Statements)
            Detail("responsibility", $"{Name(statement.Status)}{(statement.By.Count > 0 ? " by " + Escape(string.Join(", ", statement.By.Select(id => Actor(record, id)))) : "")}{Sources(record, statement.Claims)}");
        if (e.About is { } about) Detail("about", about);
        if (e.Answers is { } answers) Detail("answers", answers);
    }

    private void WriteClaims(Record record)
    {
        Line("");
        Line("[bold]Claims[/]");
        foreach (var claim in record.Claims)
        {
            var via = claim.Via.Count > 0 ? " via " + string.Join(", ", claim.Via.Select(SpeakerOf)) : "";
            var certainty = claim.Certainty == Certainty.Certain ? "" : $", {Name(claim.Certainty)}";
            Line($"  [bold]{claim.Id}[/] {Escape(SpeakerOf(claim.Speaker))}{Escape(via)} — [cyan]{Name(claim.Stance)}[/]{certainty}{(claim.About.Count > 0 ? $" [grey]({Escape(string.Join(", ", claim.About))})[/]" : "")}");
            Line($"     {Quoted(string.Join(" … ", claim.Content.Select(c => c.Text)))}");
        }
    }

    private void WriteRelations(Record record)
    {
        Line("");
        Line("[bold]Relations[/]");
        foreach (var relation in record.Relations)
            Line($"  [bold]{relation.Id}[/] {Escape(Actor(record, relation.Subject))} — {Name(relation.Kind)} — {Escape(Actor(record, relation.Object))}{Sources(record, relation.Claims)}");
    }

    private void WriteTallies(Record record)
    {
        Line("");
        Line("[bold]Tallies[/]");
        foreach (var tally in record.Tallies)
            Line($"  [bold]{tally.Id}[/] {Name(tally.Kind)}: {Count(tally.Count)} {Escape(tally.What)}{(tally.Since is { } since ? $" since {since:uuuu-MM-dd}" : "")}  {Quoted(tally.Spans[0].Text)}{Sources(record, tally.Claims)}");
    }

    private static string Actor(Record record, string id) => record.Actors.FirstOrDefault(a => a.Id == id)?.Name ?? id;

    private static string Sources(Record record, IReadOnlyList<string> claims) => claims.Count == 0
        ? ""
        : $" [grey]— {Escape(string.Join("; ", claims.Select(id => record.Claims.First(c => c.Id == id)).Select(c => $"{SpeakerOf(c.Speaker)} ({c.Id})")))}[/]";

    private static string SpeakerOf(Speaker speaker) => speaker.Spans.Count > 0 && speaker.Name is null ? speaker.Spans[0].Text
        : speaker.Name is { } name ? speaker.Role is { } role && !name.Contains(role, StringComparison.OrdinalIgnoreCase) ? $"{name}, {role}" : name
        : speaker.Voice == Voice.Passive ? "(nobody named)" : "(the report)";

    private static string When(EventTime time)
    {
        var interval = time.Interval;
        var days = interval.Earliest == interval.Latest ? $"{interval.Latest:uuuu-MM-dd}" : $"{interval.Earliest:uuuu-MM-dd} … {interval.Latest:uuuu-MM-dd}";
        if (interval.Precision == Times.TimePrecision.ByReport) days = $"not told, by {(interval.Latest is { } l ? $"{l:uuuu-MM-dd}" : "the report")}";
        return interval.PartOfDay is { } part ? $"{days}, {Name(part)}" : days;
    }

    private static string Count(CountRange count) => (count.Approximate ? "about " : "") + (count switch
    {
        { Min: { } min, Max: { } max } when min == max => $"{min}",
        { Min: { } min, Max: { } max } => $"{min}–{max}",
        { Min: { } min } => $"{min} or more",
        { Max: { } max } => $"up to {max}",
        _ => "some",
    });

    private static string Name<T>(T value)
        where T : struct, Enum => Words(RecordJson.NameOf(value));

    private static string Words(string name) => name.Replace('_', ' ');

    private static string Quoted(string text) => $"[grey]“{Escape(text)}”[/]";

    private void Detail(string label, string markup) => Line($"   {label,-15}{markup}");

    private static string Escape(string text) => Markup.Escape(OneLine.Of(text));

    private void Line(string markup) => _console.MarkupLine(markup);
}
