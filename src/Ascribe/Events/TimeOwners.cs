using Ascribe.Claims;
using Ascribe.Language;
using Ascribe.Lexicons;
using Ascribe.Records;
using Ascribe.Times;

namespace Ascribe.Events;

/// <summary>What a time of a sentence hangs on: an event, a statement ("police said on Wednesday that …"), or another thing.</summary>
internal sealed class TimeOwners
{
    private readonly PhraseMatcher<bool> _saying = new();

    private TimeOwners()
    {
    }

    public static TimeOwners Load(string language)
    {
        var owners = new TimeOwners();
        foreach (var row in LexiconTable.Load($"{language}/reporting-cues.tsv").Rows)
        {
            var stance = row.Value("stance", Stance.Asserts);
            if (row["frame"] == "clause" && stance == Stance.Asserts || stance is Stance.Denies or Stance.Condemns or Stance.Accuses or Stance.Withholds) owners._saying.Add(row["phrase"], true);
        }

        return owners;
    }

    /// <summary>The token of a time that governs its others.</summary>
    public static int HeadOf(Document document, TokenRange tokens)
    {
        for (var t = tokens.First; t < tokens.End; t++)
        {
            if (document[t].Head < 0 || !tokens.Contains(document[t].Head)) return t;
        }

        return tokens.First;
    }

    public static TimeOwner Owner(Document document, ReadOnlySpan<EventMention> events, EventMention mention, TimeMention time)
    {
        if (OwnerOf(document, events, time.Tokens.First) is not { } owner) return TimeOwner.None;
        return owner == mention ? TimeOwner.Same : AreApart(owner, mention) ? TimeOwner.Apart : TimeOwner.Other;
    }

    /// <summary>No event that happened began after its report.</summary>
    public static bool IsToCome(ReportMentions mentions, TimeMention time) =>
        mentions.Report.PublishedOn is { } published && time.Interval?.Earliest is { } earliest && earliest > published;

    /// <summary>Two words that each tell a kind of their own: "kidnapped last month have been released".</summary>
    private static bool AreApart(EventMention a, EventMention b) =>
        a.Trigger.Strength == TriggerStrength.Kind && b.Trigger.Strength == TriggerStrength.Kind && a.Type != b.Type;

    /// <summary>The event word that the time hangs on in the parse, or whose verb it hangs on ("the attack occurred on Thursday"); null where there is none.</summary>
    private static EventMention? OwnerOf(Document document, ReadOnlySpan<EventMention> events, int token)
    {
        for (int t = token, steps = 0; t >= 0 && steps < 50; t = document[t].Head, steps++)
        {
            foreach (var mention in events)
            {
                if (mention.Tokens.Contains(t)) return mention;
            }

            if (!document[t].Tag.IsVerb() || document.Child(t, Dependency.Nsubj) is not (>= 0 and var subject)) continue;
            foreach (var mention in events)
            {
                if (mention.Head == subject) return mention;
            }
        }

        return null;
    }

    /// <summary>"The army, which seized power in May 2022, did not comment on the attack": when something else happened, as a relative clause tells that neither holds nor describes the event.</summary>
    public static bool IsOfRelativeClause(Document document, ReadOnlySpan<EventMention> events, EventMention mention, int time)
    {
        var verb = time;
        while (verb >= 0 && document[verb].Relation != Dependency.AclRelcl) verb = document[verb].Head;
        if (verb < 0 || document[verb].Head < 0) return false;
        for (var t = mention.Head; t >= 0; t = document[t].Head)
        {
            if (t == verb) return false;
        }

        // "killed in a clash that broke out on Monday": the clause tells of an event of this sentence.
        foreach (var other in events)
        {
            if (other.Tokens.Contains(document[verb].Head) || other.Head == verb && other.Type == mention.Type) return false;
        }

        return true;
    }

    /// <summary>"October's local elections", "last week's talks": the time of a thing that is none of the events.</summary>
    public static bool DatesThing(Document document, ReadOnlySpan<EventMention> events, TimeMention time)
    {
        for (var t = time.Tokens.First; t < time.Tokens.End; t++)
        {
            var head = document[t].Head;
            if (head < time.Tokens.End || document[t].Relation != Dependency.NmodPoss) continue;
            foreach (var mention in events)
            {
                if (mention.Tokens.Contains(head)) return false;
            }

            return true;
        }

        return false;
    }

    /// <summary>Right behind a word of saying: "said late on Tuesday", whatever the parse says.</summary>
    public bool FollowsSaying(Document document, TimeMention time)
    {
        var before = time.Tokens.First - 1;
        while (before >= 0 && document[before].Tag is PartOfSpeech.IN or PartOfSpeech.DT or PartOfSpeech.RB or PartOfSpeech.JJ) before--;
        return before >= 0 && document.SentenceOf(before) == document.SentenceOf(time.Tokens.First)
            && _saying.Longest(document, before) is { } cue && cue.Tokens.End == before + 1;
    }

    /// <summary>"On Wednesday the president had strong words following an attack": the time before a noun and its preposition, or the participle that stands for one, that hangs on no event is as likely when the rest of the sentence happened.</summary>
    public static bool IsLoose(Document document, ReadOnlySpan<EventMention> events, EventMention mention, TimeMention time) =>
        document[mention.Head].Tag.IsNoun() && (document.Child(mention.Head, Dependency.Case) >= 0 || document[mention.Head] is { Relation: Dependency.Obj, Head: >= 0 and var governor } && document[governor].Tag == PartOfSpeech.VBG) && time.Tokens.First < mention.Tokens.First && Owner(document, events, mention, time) == TimeOwner.None;

    /// <summary>"condemned the attack on Thursday", "claimed the killings on Wednesday": behind an act that was told before, a day is when the answer to it came.</summary>
    public bool IsOfResponse(Document document, EventMention mention, TimeMention time)
    {
        if (!mention.RefersBack || time.Tokens.First < mention.Tokens.End) return false;
        var verb = mention.Head;
        while (verb >= 0 && !document[verb].Tag.IsVerb()) verb = document[verb].Head;
        if (verb < 0 || verb > mention.Head || document.SentenceOf(verb) != mention.Sentence || _saying.Longest(document, verb) is null) return false;
        var owner = document[HeadOf(document, time.Tokens)].Head;
        while (owner >= 0 && owner != verb && !document[owner].Tag.IsVerb()) owner = document[owner].Head;
        return owner == verb;
    }

    /// <summary>"damaged a theatre, which was opened in 2004": a time of long ago in a clause that only describes what an act is done to.</summary>
    public static bool IsOfDescribed(ReportMentions mentions, ReadOnlySpan<EventMention> events, EventMention mention, TimeMention time)
    {
        const int longAgo = 366;
        var document = mentions.Document;
        if (mentions.Report.PublishedOn is not { } published || time.Interval?.Latest is not { } latest || latest.PlusDays(longAgo) > published) return false;
        var clause = HeadOf(document, time.Tokens);
        while (clause >= 0 && document[clause].Relation is not (Dependency.Acl or Dependency.AclRelcl)) clause = document[clause].Head;
        if (clause < 0 || document[clause].Head < mention.Head || document[document[clause].Head].Relation is Dependency.Nsubj or Dependency.NsubjPass) return false;
        var described = document.Subtree(clause);
        if (described.Contains(mention.Head) || document[clause].Head == mention.Head) return false;
        foreach (var other in events)
        {
            if (described.Contains(other.Head) || document[clause].Head == other.Head) return false;
        }

        return true;
    }

    /// <summary>"the toll from the attack rose to 34 on Thursday": the day of the count, not of what is counted.</summary>
    public static bool IsOfCount(Document document, ReadOnlySpan<EventMention> events, EventMention mention, TimeMention time)
    {
        var verb = document[HeadOf(document, time.Tokens)].Head;
        while (verb >= 0 && !document[verb].Tag.IsVerb()) verb = document[verb].Head;
        if (verb < 0 || verb > time.Tokens.First || document.Child(verb, Dependency.Nsubj) is not (>= 0 and var toll) || document[toll].Tag != PartOfSpeech.NN || !document.Subtree(toll).Contains(mention.Head)) return false;
        foreach (var other in events)
        {
            if (other.Head == toll) return other.Trigger.Frame == TriggerFrame.Toll;
        }

        return false;
    }

    /// <summary>The nearest verb above it is one of saying, and no event word stands between.</summary>
    public bool HangsOnSaying(Document document, ReadOnlySpan<EventMention> events, TimeMention time)
    {
        for (int t = time.Tokens.First, steps = 0; t >= 0 && steps < 50; t = document[t].Head, steps++)
        {
            foreach (var mention in events)
            {
                if (mention.Tokens.Contains(t)) return false;
            }

            if (document[t].Tag.IsVerb() && !time.Tokens.Contains(t)) return _saying.Longest(document, t) is not null;
        }

        return false;
    }
}
