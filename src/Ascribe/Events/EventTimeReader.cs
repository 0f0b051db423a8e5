using Ascribe.Claims;
using Ascribe.Language;
using Ascribe.Lexicons;
using Ascribe.Records;
using Ascribe.Times;

namespace Ascribe.Events;

/// <summary>
/// Gives each event mention the time of its own clause. A time that hangs on a word of saying dates the statement ("police said on
/// Wednesday that …") and no event, and an event noun that refers back ("the attack") has its time where it was first told.
/// </summary>
internal sealed class EventTimeReader
{
    /// <summary>Added where the time hangs on another event word of the sentence.</summary>
    private const int OtherOwner = 20;

    /// <summary>A time farther off than this, in words, is another clause's.</summary>
    private const int Farthest = 60;

    private readonly PhraseMatcher<bool> _saying = new();

    private EventTimeReader()
    {
    }

    public static EventTimeReader Load(string language)
    {
        var reader = new EventTimeReader();
        foreach (var row in LexiconTable.Load($"{language}/reporting-cues.tsv").Rows)
        {
            if (row.Value("stance", Stance.Asserts) == Stance.Asserts && row["frame"] == "clause") reader._saying.Add(row["phrase"], true);
        }

        return reader;
    }

    public void Assign(ReportMentions mentions, IReadOnlyList<EventMention> events)
    {
        var document = mentions.Document;
        var next = 0;
        foreach (var time in mentions.Times)
        {
            if (time.Interval is null or { Earliest: null, Latest: null } || time.IsStart) continue;
            var sentence = document.SentenceOf(time.Tokens.First);
            while (next < events.Count && events[next].Sentence < sentence) next++;
            if (next == events.Count) return;
            if (events[next].Sentence != sentence || DatesStatement(document, events, next, time) || DatesThing(document, events, next, time)) continue;
            var owner = OwnerOf(document, events, next, time.Tokens.First);
            for (var e = next; e < events.Count && events[e].Sentence == sentence; e++)
            {
                if (owner != events[e] && (events[e].RefersBack || owner is not null && AreApart(owner, events[e]))) continue;
                if (IsToCome(mentions, time) && events[e].Status is EventStatus.Occurred or EventStatus.Ongoing) continue;
                var cost = Cost(document, events[e], time, owner);
                if (cost <= Farthest && (events[e].Time is not { } known || cost < Cost(document, events[e], known, OwnerOf(document, events, next, known.Tokens.First))))
                    events[e].Time = time;
            }
        }
    }

    /// <summary>No event that happened began after its report.</summary>
    private static bool IsToCome(ReportMentions mentions, TimeMention time) =>
        mentions.Report.PublishedOn is { } published && time.Interval?.Earliest is { } earliest && earliest > published;

    /// <summary>Two words that each tell a kind of their own: "kidnapped last month have been released".</summary>
    private static bool AreApart(EventMention a, EventMention b) =>
        a.Trigger.Strength == TriggerStrength.Kind && b.Trigger.Strength == TriggerStrength.Kind && a.Type != b.Type;

    private static int Cost(Document document, EventMention mention, TimeMention time, EventMention? owner) =>
        EventMentionReader.Distance(document, mention, time.Tokens.First) + (owner is null || owner == mention ? 0 : OtherOwner);

    /// <summary>The event word that the time hangs on in the parse, or null.</summary>
    private static EventMention? OwnerOf(Document document, IReadOnlyList<EventMention> events, int first, int token)
    {
        for (int t = token, steps = 0; t >= 0 && steps < 50; t = document[t].Head, steps++)
        {
            for (var e = first; e < events.Count && events[e].Sentence == events[first].Sentence; e++)
            {
                if (events[e].Tokens.Contains(t)) return events[e];
            }
        }

        return null;
    }

    /// <summary>"October's local elections", "last week's talks": the time of a thing that is none of the events.</summary>
    private static bool DatesThing(Document document, IReadOnlyList<EventMention> events, int first, TimeMention time)
    {
        for (var t = time.Tokens.First; t < time.Tokens.End; t++)
        {
            var head = document[t].Head;
            if (head < time.Tokens.End || document[t].Relation != Dependency.NmodPoss) continue;
            for (var e = first; e < events.Count && events[e].Sentence == events[first].Sentence; e++)
            {
                if (events[e].Tokens.Contains(head)) return false;
            }

            return true;
        }

        return false;
    }

    private bool DatesStatement(Document document, IReadOnlyList<EventMention> events, int first, TimeMention time)
    {
        // Right behind the word: "said late on Tuesday", whatever the parse says.
        var before = time.Tokens.First - 1;
        while (before >= 0 && document[before].Tag is PartOfSpeech.IN or PartOfSpeech.DT or PartOfSpeech.RB or PartOfSpeech.JJ) before--;
        if (before >= 0 && document.SentenceOf(before) == events[first].Sentence && _saying.Longest(document, before) is { } cue && cue.Tokens.End == before + 1) return true;
        for (int t = time.Tokens.First, steps = 0; t >= 0 && steps < 50; t = document[t].Head, steps++)
        {
            for (var e = first; e < events.Count && events[e].Sentence == events[first].Sentence; e++)
            {
                if (events[e].Tokens.Contains(t)) return false;
            }

            if (document[t].Tag.IsVerb() && !time.Tokens.Contains(t)) return _saying.Longest(document, t) is not null;
        }

        return false;
    }
}
