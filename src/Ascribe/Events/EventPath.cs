using Ascribe.Language;

namespace Ascribe.Events;

/// <summary>How a time or place hangs to an event word in the parse.</summary>
internal enum EventPath : byte
{
    /// <summary>In another clause that neither governs the event's nor hangs on it.</summary>
    Other,

    /// <summary>On the event word itself.</summary>
    Child,

    /// <summary>Somewhere below it, with no verb between.</summary>
    Below,

    /// <summary>Below it and below another verb.</summary>
    BelowVerb,

    /// <summary>On the verb of the event's clause.</summary>
    Clause,

    /// <summary>On the verb of the whole sentence, which governs the event's clause.</summary>
    RootAbove,

    /// <summary>On another verb that governs the event's clause.</summary>
    Above,

    /// <summary>In a clause that hangs on the event's verb.</summary>
    Subclause,
}

/// <summary>Finds an <see cref="EventPath"/>.</summary>
internal static class EventPaths
{
    /// <param name="head">The token of the event word that governs it.</param>
    /// <param name="part">The token of the time or place that governs it.</param>
    public static EventPath Of(Document document, int head, int part)
    {
        var verbs = 0;
        var steps = 0;
        for (var t = document[part].Head; t >= 0 && steps < 40; t = document[t].Head, steps++)
        {
            if (t == head) return verbs > 0 ? EventPath.BelowVerb : steps == 0 ? EventPath.Child : EventPath.Below;
            if (document[t].Tag.IsVerb()) verbs++;
        }

        var (eventVerb, partVerb) = (VerbOver(document, head), VerbOver(document, document[part].Head));
        if (eventVerb >= 0 && eventVerb == partVerb) return EventPath.Clause;
        if (partVerb >= 0 && document.Governs(partVerb, head)) return document[partVerb].Relation == Dependency.Root ? EventPath.RootAbove : EventPath.Above;
        return eventVerb >= 0 && partVerb >= 0 && document.Governs(eventVerb, partVerb) ? EventPath.Subclause : EventPath.Other;
    }

    /// <summary>The token or the nearest verb above it; -1: none.</summary>
    public static int VerbOver(Document document, int token)
    {
        for (var t = token; t >= 0; t = document[t].Head)
        {
            if (document[t].Tag.IsVerb()) return t;
        }

        return -1;
    }
}
