using Ascribe.Actors;
using Ascribe.Claims;
using Ascribe.Events;
using Ascribe.Ontology;
using Ascribe.Records;

namespace Ascribe.Tests.Records;

/// <summary>Compares a record with what a <see cref="Construction"/> demands.</summary>
internal sealed class ConstructionChecker(Record record, Construction expected)
{
    private static readonly EventTypes s_types = EventTypes.Load();
    private static readonly string[] s_complete = ["violence", "forces_territory", "law_state"];

    private readonly List<string> _differences = [];

    /// <summary>What is missing, wrong or too much, a line each; empty where the record is right.</summary>
    public IReadOnlyList<string> Differences()
    {
        var left = record.Events.ToList();
        foreach (var wanted in expected.Events)
        {
            var found = left.FirstOrDefault(e => IsOneOf(wanted.Type.TrimEnd('?'), e.Type) && (wanted.Trigger is null || IsTriggeredBy(e, wanted.Trigger)));
            if (found is not null)
            {
                left.Remove(found);
                CheckEvent(wanted, found);
            }
            else if (!wanted.Type.EndsWith('?')) _differences.Add($"no event {wanted.Type} \"{wanted.Trigger}\"");
        }

        foreach (var e in left.Where(e => s_complete.Contains(s_types[e.Type].Family))) _differences.Add($"unexpected event {Describe(e)}");
        foreach (var claim in expected.Claims.Where(c => !record.Claims.Any(found => IsMetBy(c, found)))) _differences.Add($"no claim {claim.Speaker}: {claim.Stance} \"{claim.Content[0]}\" about {claim.About}");
        foreach (var relation in expected.Relations.Where(r => !record.Relations.Any(found => IsMetBy(r, found)))) _differences.Add($"no relation {relation}");
        if (_differences.Any(d => d.StartsWith("no claim", StringComparison.Ordinal))) _differences.AddRange(record.Claims.Select(c => "  claim " + Describe(c)));
        if (_differences.Any(d => d.StartsWith("no event", StringComparison.Ordinal))) _differences.AddRange(record.Events.Select(e => "  event " + Describe(e)));
        if (_differences.Any(d => d.StartsWith("no relation", StringComparison.Ordinal))) _differences.AddRange(record.Relations.Select(r => "  relation " + Describe(r)));
        return _differences;
    }

    private void CheckEvent(ExpectedEvent wanted, Event found)
    {
        void Demand(bool holds, string what)
        {
            if (!holds) _differences.Add($"{Describe(found)}: {what}");
        }

        Demand(wanted.Status is null || IsOneOf(wanted.Status, RecordJson.NameOf(found.Status)), $"status {RecordJson.NameOf(found.Status)}, not {wanted.Status}");
        Demand(wanted.Responsibility is null || IsOneOf(wanted.Responsibility, RecordJson.NameOf(found.Responsibility.Leading.Status)), $"responsibility {RecordJson.NameOf(found.Responsibility.Leading.Status)}, not {wanted.Responsibility}");
        Demand(wanted.About is null || record.Events.Any(e => e.Id == found.About && IsTriggeredBy(e, wanted.About)), $"about {found.About ?? "nothing"}, not {wanted.About}");
        Demand(wanted.Answers is null || record.Events.Any(e => e.Id == found.Answers && IsTriggeredBy(e, wanted.Answers)), $"answers {found.Answers ?? "nothing"}, not {wanted.Answers}");
        Demand(wanted.Targets is null || AreMetBy(wanted.Targets, [.. found.Targets.Select(t => t.Kind)]), $"targets [{string.Join(", ", found.Targets.Select(t => $"{t.Kind} {t.Name}"))}]");
        Demand(wanted.Weapons is null || AreMetBy(wanted.Weapons, [.. found.Weapons.Select(w => w.Kind)]), $"weapons [{string.Join(", ", found.Weapons.Select(w => w.Kind))}]");
        Demand(wanted.Places is null || (wanted.Places.Count == found.Places.Count && wanted.Places.All(w => found.Places.Any(p => p.Place.Name.Contains(w, StringComparison.Ordinal) || p.Spans.Any(s => s.Text.Contains(w, StringComparison.Ordinal))))), $"places [{string.Join(", ", found.Places.Select(p => p.Place.Name))}]");
        if (s_types[found.Type].Family is not ("violence" or "forces_territory")) return;
        var victims = found.Victims.Select(v => $"{RecordJson.NameOf(v.Effect)} {v.Count.Min}-{v.Count.Max}").ToList();
        Demand(victims.Count == wanted.Victims.Count && wanted.Victims.All(w => w.Split(' ') is [var effects, var range] && effects.Split('|').Any(e => victims.Contains($"{e} {range}"))), $"victims [{string.Join(", ", victims)}]");
        foreach (var (name, basis) in wanted.Perpetrators.Where(w => !w.Key.EndsWith('?') && !found.Perpetrators.Any(p => IsMetBy(w, p)))) Demand(false, $"perpetrator {name}: {basis} is missing");
        foreach (var p in found.Perpetrators.Where(p => !wanted.Perpetrators.Any(w => IsMetBy(w, p)))) Demand(false, $"perpetrator {p.Text}: {RecordJson.NameOf(p.Basis)}");
    }

    private static bool IsOneOf(string alternatives, string value) => alternatives.Split('|').Contains(value);

    private static bool IsTriggeredBy(Event e, string word) => e.Triggers.Any(t => t.Text.Contains(word, StringComparison.Ordinal) || word.Contains(t.Text, StringComparison.Ordinal));

    private static bool AreMetBy(List<string> wanted, List<string> found) => wanted.Count == found.Count && wanted.All(w => found.Any(f => IsOneOf(w, f)));

    private bool IsMetBy(KeyValuePair<string, string> wanted, Perpetrator found) =>
        IsOneOf(wanted.Value, RecordJson.NameOf(found.Basis)) && (found.Text.Contains(wanted.Key.TrimEnd('?'), StringComparison.Ordinal) || IsActor(found.Actor, wanted.Key.TrimEnd('?')));

    private bool IsActor(string? id, string words) =>
        record.Actors.Any(a => a.Id == id && (a.Name.Contains(words, StringComparison.OrdinalIgnoreCase) || a.Mentions.Any(m => m.Text.Contains(words, StringComparison.OrdinalIgnoreCase))));

    private bool IsMetBy(ExpectedClaim wanted, Claim found) =>
        IsSpeaker(wanted.Speaker, found.Speaker)
        && wanted.Stance.Split('|').Any(s => s.Split(' ') is var parts && parts[0] == RecordJson.NameOf(found.Stance) && (parts.Length == 1 || parts[1] == RecordJson.NameOf(found.Polarity)))
        && wanted.Content.Any(c => c == Bare(found))
        && (wanted.Via is null || wanted.Via.Count == found.Via.Count && wanted.Via.TrueForAll(v => found.Via.Any(f => IsSpeaker(v, f))))
        && (wanted.About is null || found.About.Any(a => record.Events.Any(e => e.Id == a.Split('/')[0] && IsTriggeredBy(e, wanted.About))));

    private bool IsSpeaker(string words, Speaker found) => words.Length == 0
        ? found.Actor is null
        : found.Spans.Any(s => s.Text.Contains(words, StringComparison.Ordinal)) || found.Name?.Contains(words, StringComparison.Ordinal) == true || IsActor(found.Actor, words);

    private bool IsMetBy(string relation, Relation found)
    {
        var words = relation.Split(' ');
        var at = Array.IndexOf(words, RecordJson.NameOf(found.Kind));
        return at > 0 && IsActor(found.Subject, string.Join(' ', words[..at])) && IsActor(found.Object, string.Join(' ', words[(at + 1)..]));
    }

    /// <summary>The content without the cue, the particle before it and the marks around it.</summary>
    private static string Bare(Claim claim)
    {
        var content = string.Join(" … ", claim.Content.Select(c => c.Text)).Trim(' ', '.', ',', '"');
        foreach (var particle in (string[])[claim.Cue?.Text ?? "that", "that", "of", "for"])
        {
            if (content.StartsWith(particle + " ", StringComparison.Ordinal)) content = content[(particle.Length + 1)..];
        }

        return content;
    }

    private static string Describe(Event e) => $"{e.Type} {RecordJson.NameOf(e.Status)} \"{string.Join("; ", e.Triggers.Select(t => t.Text))}\"";

    private static string Describe(Claim c) =>
        $"{string.Join("+", c.Speaker.Spans.Select(s => s.Text))}: {RecordJson.NameOf(c.Stance)} {RecordJson.NameOf(c.Polarity)} \"{string.Join(" … ", c.Content.Select(s => s.Text))}\" about {string.Join(", ", c.About)}, via {string.Join(", ", c.Via.Select(v => v.Name))}";

    private string Describe(Relation r) => $"{NameOf(r.Subject)} {RecordJson.NameOf(r.Kind)} {NameOf(r.Object)}";

    private string NameOf(string actor) => record.Actors.First(a => a.Id == actor).Name;
}
