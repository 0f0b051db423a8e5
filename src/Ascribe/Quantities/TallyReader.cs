using Ascribe.Events;
using Ascribe.Language;
using Ascribe.Lexicons;
using Ascribe.Records;
using Ascribe.Times;

namespace Ascribe.Quantities;

/// <summary>
/// Finds running totals ("attacked at least 84 times since 17 October"), totals of a period ("1,200 people were killed in 2016") and
/// strengths ("2,500 troops").
/// </summary>
internal sealed class TallyReader
{
    private readonly PhraseMatcher<string> _nouns = new();
    private readonly PhraseMatcher<bool> _periods = new();

    private readonly PhraseMatcher<bool> _starts = new();

    private TallyReader()
    {
    }

    public static TallyReader Load(string language)
    {
        var reader = new TallyReader();
        foreach (var row in LexiconTable.Load($"{language}/tally-words.tsv").Rows)
        {
            if (row["use"] == "period") reader._periods.Add(row["phrase"], true);
            else if (row["use"] == "start") reader._starts.Add(row["phrase"], true);
            else reader._nouns.Add(row["phrase"], row["use"]);
        }

        return reader;
    }

    public IReadOnlyList<TallyMention> Read(ReportMentions mentions, IReadOnlyList<EventMention> events)
    {
        var document = mentions.Document;
        var found = new List<TallyMention>();
        foreach (var count in mentions.Counts)
        {
            var sentence = document.SentenceOf(count.Tokens.First);
            if (!mentions.Report.IsStory(sentence) || count.IsPart) continue;
            var clause = ClauseOf(document, count);
            var what = count.Counted >= 0 ? document.NounPhrase(count.Counted).Union(count.Tokens) : count.Tokens;
            var period = PeriodOf(mentions, clause);
            var trigger = TriggerIn(events, clause);
            if (period is { IsStart: false } && TellsOneEvent(document, events, clause)) continue;
            if (period is null && trigger is not null && HasStart(document, clause))
                found.Add(new TallyMention(count, clause, what, TallyKind.Running, null, TypeOf(trigger), trigger.Trigger.VictimEffect));
            else if (period is null && trigger is not null && NamesPeriod(document, clause) && !TellsOneEvent(document, events, clause))
                found.Add(new TallyMention(count, clause, what, TallyKind.Period, null, TypeOf(trigger), trigger.Trigger.VictimEffect));
            else if (period is not null && (trigger is not null || Use(document, count) is not null))
                found.Add(new TallyMention(count, clause, what, period.IsStart ? TallyKind.Running : TallyKind.Period, period, TypeOf(trigger), trigger?.Trigger.VictimEffect));
            else if (count.Counted >= 0 && Use(document, count) == "stock" && count.Count.Min is null or >= 100 && trigger is null)
                found.Add(new TallyMention(count, what, what, TallyKind.Standing, null, null, null));
        }

        return found;
    }

    /// <summary>"Two years ago, a bombing killed eight": one event of that year, no total of it.</summary>
    private static bool TellsOneEvent(Document document, IReadOnlyList<EventMention> events, TokenRange clause)
    {
        foreach (var mention in events)
        {
            if (clause.Contains(mention.Tokens) && mention.Trigger.Strength is not TriggerStrength.Effect && document[mention.Head].Tag == PartOfSpeech.NN) return true;
        }

        return false;
    }

    private string? Use(Document document, CountMention count) => count.Counted < 0 ? null : _nouns.Longest(document, count.Counted)?.Value;

    /// <summary>The tokens under the verb that governs the count.</summary>
    private static TokenRange ClauseOf(Document document, CountMention count)
    {
        var token = count.Counted >= 0 ? count.Counted : count.Tokens.End - 1;
        for (var steps = 0; steps < 50 && document[token].Head >= 0; steps++)
        {
            if (document[token].Tag.IsVerb()) break;
            token = document[token].Head;
        }

        return document.Subtree(token);
    }

    /// <summary>An open start ("since …") or a year that the clause names.</summary>
    private static TimeMention? PeriodOf(ReportMentions mentions, TokenRange clause)
    {
        foreach (var time in mentions.Times)
        {
            if (!clause.Contains(time.Tokens)) continue;
            if (time.IsStart && time.Interval is not null) return time;
            if (time.Interval is { Precision: TimePrecision.Year }) return time;
        }

        return null;
    }

    /// <summary>"over the past month", "in recent years": a stretch of time that no day begins.</summary>
    private bool NamesPeriod(Document document, TokenRange clause)
    {
        for (var t = clause.First; t < clause.End; t++)
        {
            if (_periods.Longest(document, t) is not null) return true;
        }

        return false;
    }

    /// <summary>"since the truce took effect": counted from what a clause tells.</summary>
    private bool HasStart(Document document, TokenRange clause)
    {
        for (var t = clause.First; t < clause.End; t++)
        {
            if (document[t].Relation == Dependency.Mark && _starts.Longest(document, t) is not null) return true;
        }

        return false;
    }

    private static EventMention? TriggerIn(IReadOnlyList<EventMention> events, TokenRange clause)
    {
        foreach (var mention in events)
        {
            if (clause.Contains(mention.Tokens)) return mention;
        }

        return null;
    }

    private static string? TypeOf(EventMention? mention) => mention is null || mention.Trigger.VictimEffect is not null ? null : mention.Type;
}
