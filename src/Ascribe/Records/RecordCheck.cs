using Ascribe.Claims;
using Ascribe.Reports;

namespace Ascribe.Records;

/// <summary>Proves that a record may be written: every span matches its text, every pointer leads to one thing.</summary>
public static class RecordCheck
{
    /// <exception cref="InvalidDataException">It may not; the message says what is wrong.</exception>
    public static void Verify(Record record)
    {
        var report = record.Report;
        var actors = Ids(report, record.Actors.Select(a => a.Id));
        var claims = Ids(report, record.Claims.Select(c => c.Id));
        var targets = Ids(report, record.Events.Select(e => e.Id));
        foreach (var e in record.Events)
        {
            for (var i = 0; i < e.Perpetrators.Count; i++) targets.Add($"{e.Id}/perpetrators/{i}");
            for (var i = 0; i < e.Victims.Count; i++) targets.Add($"{e.Id}/victims/{i}");
        }

        foreach (var e in record.Events)
        {
            Spans(report, e.Id, e.Triggers, e.Time.Spans);
            foreach (var place in e.Places) Spans(report, e.Id, place.Spans);
            foreach (var weapon in e.Weapons) Spans(report, e.Id, weapon.Spans);
            foreach (var target in e.Targets)
            {
                Spans(report, e.Id, target.Spans);
                if (target.Actor is { } owner) Known(actors, e.Id, owner);
            }

            foreach (var perpetrator in e.Perpetrators)
            {
                Spans(report, e.Id, perpetrator.Spans);
                Known(actors, e.Id, perpetrator.Actor);
                foreach (var claim in perpetrator.Claims) Known(claims, e.Id, claim);
            }

            foreach (var victims in e.Victims)
            {
                Spans(report, e.Id, victims.Spans);
                if (victims.PartOf is { } whole && (whole < 0 || whole >= e.Victims.Count || e.Victims[whole].PartOf is not null))
                    throw new InvalidDataException($"Record of report '{report.Id}', {e.Id}: victims are a part of number {whole}, which is no whole.");
                if (victims.Actor is { } actor) Known(actors, e.Id, actor);
                foreach (var claim in victims.Claims) Known(claims, e.Id, claim);
            }

            foreach (var statement in e.Responsibility.Statements)
            {
                Spans(report, e.Id, statement.Spans);
                foreach (var by in statement.By) Known(actors, e.Id, by);
                foreach (var claim in statement.Claims) Known(claims, e.Id, claim);
            }

            if (e.About is { } about) Known(targets, e.Id, about);
            if (e.Answers is { } answers) Known(targets, e.Id, answers);
        }

        foreach (var relation in record.Relations)
        {
            targets.Add(relation.Id);
            Spans(report, relation.Id, relation.Spans);
            Known(actors, relation.Id, relation.Subject);
            Known(actors, relation.Id, relation.Object);
            foreach (var claim in relation.Claims) Known(claims, relation.Id, claim);
        }

        foreach (var tally in record.Tallies)
        {
            targets.Add(tally.Id);
            Spans(report, tally.Id, tally.Spans);
            foreach (var claim in tally.Claims) Known(claims, tally.Id, claim);
        }

        foreach (var claim in record.Claims)
        {
            Spans(report, claim.Id, claim.Content, claim.Speaker.Spans);
            if (claim.Cue is { } cue) Spans(report, claim.Id, [cue]);
            foreach (Speaker speaker in (IEnumerable<Speaker>)[claim.Speaker, .. claim.Via])
            {
                Spans(report, claim.Id, speaker.Spans);
                if (speaker.Actor is { } actor) Known(actors, claim.Id, actor);
            }

            foreach (var about in claim.About) Known(targets, claim.Id, about);
        }

        foreach (var actor in record.Actors) Spans(report, actor.Id, actor.Mentions);
    }

    private static void Spans(Report report, string where, params IReadOnlyList<Quote>[] lists)
    {
        foreach (var list in lists)
        {
            foreach (var quote in list)
            {
                var text = quote.InTitle ? report.Title ?? "" : report.Text;
                if (quote.Span.IsEmpty || quote.Span.End > text.Length || !quote.Span.In(text).SequenceEqual(quote.Text))
                    throw new InvalidDataException($"Record of report '{report.Id}', {where}: the span {quote.Span} does not hold \"{quote.Text}\".");
                // JSON cannot hold half a character: the slice that a reader takes would differ.
                if (Splits(text, quote.Span.Start) || Splits(text, quote.Span.End))
                    throw new InvalidDataException($"Record of report '{report.Id}', {where}: the span {quote.Span} cuts a character in two.");
            }
        }
    }

    private static bool Splits(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]);

    private static HashSet<string> Ids(Report report, IEnumerable<string> ids)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in ids)
        {
            if (!known.Add(id)) throw new InvalidDataException($"Record of report '{report.Id}': there are two of '{id}'.");
        }

        return known;
    }

    private static void Known(HashSet<string> known, string where, string id)
    {
        if (!known.Contains(id)) throw new InvalidDataException($"{where} points at '{id}', which the record does not have.");
    }
}
