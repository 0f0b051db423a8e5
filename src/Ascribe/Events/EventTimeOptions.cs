using Ascribe.Language;
using Ascribe.Records;
using Ascribe.Times;

namespace Ascribe.Events;

/// <summary>The times of an event's sentence, one of which may be when it happened; the last option is that none is. Each with its <see cref="EventTimeFeature"/>s.</summary>
internal sealed class EventTimeOptions(TimeOwners owners)
{
    /// <summary>Paths that an <see cref="EventPath"/> knows.</summary>
    private const int Paths = 8;

    private readonly List<TimeMention> _times = [];

    public ChoiceOptions<EventTimeFeature> Features { get; } = new();

    /// <summary>The option that no time of the sentence is the event's.</summary>
    public int None => _times.Count;

    /// <summary>The time of an option, or null.</summary>
    public TimeMention? this[int option] => option < _times.Count ? _times[option] : null;

    /// <param name="events">The events of the sentence.</param>
    /// <param name="times">The times of the sentence.</param>
    public void Read(ReportMentions mentions, ReadOnlySpan<EventMention> events, EventMention mention, ReadOnlySpan<TimeMention> times)
    {
        Features.Clear();
        _times.Clear();
        var document = mentions.Document;
        var look = Look(document, mention);
        var nearest = int.MaxValue;
        foreach (var time in times) nearest = Math.Min(nearest, Distance(mention, time));
        foreach (var time in times)
        {
            if (time.Interval is null or { Earliest: null, Latest: null }) continue;
            var isToday = mentions.Report.PublishedOn is { } day && time.Interval.Earliest <= day && day <= time.Interval.Latest;
            var owner = TimeOwners.Owner(document, events, mention, time);
            if (TimeOwners.IsOfDescribed(mentions, events, mention, time)) continue;
            if (isToday && owners.FollowsSaying(document, time) || owner == TimeOwner.Apart || owners.IsOfResponse(document, mention, time) || TimeOwners.IsOfCount(document, events, mention, time)) continue;
            var head = TimeOwners.HeadOf(document, time.Tokens);
            var path = (int)EventPaths.Of(document, mention.Head, head);

            // "In early June, an overnight siege killed 15": the hour of a day that is told beside it.
            if (isToday && times.Length > 1 && document[head].Relation == Dependency.Amod) continue;

            // "the group, at war since April, said 43 had been killed": a stretch that began then is another clause's.
            if (time.IsStart && path is not ((int)EventPath.Child or (int)EventPath.Below or (int)EventPath.Clause)) continue;
            if (TimeOwners.IsOfRelativeClause(document, events, mention, head)) continue;
            _times.Add(time);
            var after = time.Tokens.First > mention.Head ? 1 : 0;
            var distance = Distance(mention, time);
            var near = distance <= 2 ? 0 : distance <= 5 ? 1 : distance <= 10 ? 2 : distance <= 20 ? 3 : 4;
            var precision = (int)time.Interval.Precision;
            var statement = owners.FollowsSaying(document, time) ? 2 : owners.HangsOnSaying(document, events, time) ? 1 : 0;
            Features.Add(EventTimeFeature.Time);
            Features.Add(EventTimeFeature.Path, path);
            Features.Add(EventTimeFeature.PathSide, 16 * after + 2 * path + (document[mention.Head].Tag.IsVerb() ? 1 : 0));
            Features.Add(EventTimeFeature.Distance, 5 * after + near);
            Features.Add(EventTimeFeature.Verbs, 4 * after + Verbs(document, mention, time));
            Features.Add(EventTimeFeature.Owner, (int)owner);
            Features.Add(EventTimeFeature.OwnerPath, Paths * (int)owner + path);
            Features.Add(EventTimeFeature.Statement, statement);
            Features.Add(EventTimeFeature.StatementDay, 2 * statement + (isToday ? 1 : 0));
            Features.Add(EventTimeFeature.Thing, TimeOwners.DatesThing(document, events, time));
            Features.Add(EventTimeFeature.ToCome, (TimeOwners.IsToCome(mentions, time) ? 8 : 0) + (int)mention.Status);
            Features.Add(EventTimeFeature.Back, Paths * (mention.RefersBack ? 1 : 0) + path);
            Features.Add(EventTimeFeature.Strength, Paths * (int)mention.Trigger.Strength + path);
            Features.Add(EventTimeFeature.Precision, precision);
            Features.Add(EventTimeFeature.PrecisionPath, Paths * precision + path);
            Features.Add(EventTimeFeature.Start, time.IsStart);
            Features.Add(EventTimeFeature.Relation, (int)document[head].Relation);
            Features.Add(EventTimeFeature.RelationSide, 2 * Case(document, head) + after);
            Features.Add(EventTimeFeature.Comma, 2 * after + (HasComma(document, mention, time) ? 1 : 0));
            Features.Add(EventTimeFeature.Nearest, 2 * Math.Min(times.Length, 3) + (distance == nearest ? 1 : 0));
            Features.Add(EventTimeFeature.Between, Between(events, mention, time));
            Features.Add(EventTimeFeature.Look, look);
            Features.Add(EventTimeFeature.LookPath, 6 * path + Math.Min(look, 5));
            Features.Close();
        }

        Features.Add(EventTimeFeature.None);
        Features.Add(EventTimeFeature.NoneStrength, 5 * (int)mention.Trigger.Strength + (int)mention.Trigger.Frame);
        Features.Add(EventTimeFeature.NoneLook, look);
        Features.Add(EventTimeFeature.NoneTimes, _times.Count);
        Features.Add(EventTimeFeature.NonePassage, mentions.Report.IsTitle(mention.Sentence) ? 1 : 0);
        Features.Add(EventTimeFeature.NoneStatus, (int)mention.Status);
        Features.Close();
    }

    /// <summary>How the event word stands: verb, noun that refers back, with another determiner, possessed, or bare.</summary>
    private static int Look(Document document, EventMention mention)
    {
        if (document[mention.Head].Tag.IsVerb()) return document[mention.Head].Tag == PartOfSpeech.VBN ? 1 : 0;
        if (mention.RefersBack) return 2;
        if (document.Child(mention.Head, Dependency.Det) >= 0) return 3;
        return document.Child(mention.Head, Dependency.NmodPoss) >= 0 ? 4 : 5;
    }

    private static int Distance(EventMention mention, TimeMention time) =>
        time.Tokens.First > mention.Head ? time.Tokens.First - mention.Head : mention.Head - time.Tokens.End + 1;

    private static int Verbs(Document document, EventMention mention, TimeMention time)
    {
        var (first, end) = time.Tokens.First > mention.Head ? (mention.Head + 1, time.Tokens.First) : (time.Tokens.End, mention.Head);
        var verbs = 0;
        for (var t = first; t < end && verbs < 3; t++)
        {
            if (document[t].Tag.IsVerb()) verbs++;
        }

        return verbs;
    }

    /// <summary>Whether a preposition stands before it, and whether the time is an adverb.</summary>
    private static int Case(Document document, int head) => document.Child(head, Dependency.Case) >= 0 ? 1 : document[head].Tag == PartOfSpeech.RB ? 2 : 0;

    private static bool HasComma(Document document, EventMention mention, TimeMention time)
    {
        var (first, end) = time.Tokens.First > mention.Head ? (mention.Head, time.Tokens.First) : (time.Tokens.End, mention.Head);
        for (var t = first; t < end; t++)
        {
            if (document[t].Tag == PartOfSpeech.Comma) return true;
        }

        return false;
    }

    private static int Between(ReadOnlySpan<EventMention> events, EventMention mention, TimeMention time)
    {
        var between = 0;
        foreach (var other in events)
        {
            if (other != mention && (other.Head > mention.Head && other.Head < time.Tokens.First || other.Head < mention.Head && other.Head >= time.Tokens.End)) between++;
        }

        return Math.Min(between, 3);
    }
}
