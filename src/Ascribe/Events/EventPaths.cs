using Ascribe.Language;

namespace Ascribe.Events;

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

    /// <summary>How far one stands under the other in the parse, with no content clause between, at most three: "killed when gunmen ambushed a convoy"; null where neither does.</summary>
    public static int? Steps(Document document, int a, int b) => StepsUp(document, a, b) ?? StepsUp(document, b, a);

    /// <summary>How far the first stands under the second, at most three; null where it does not.</summary>
    public static int? StepsUp(Document document, int from, int to)
    {
        for (var steps = 1; steps <= 3 && from >= 0; steps++)
        {
            if (document[from].Relation is Dependency.Ccomp or Dependency.Parataxis) return null;
            from = document[from].Head;
            if (from == to) return steps;
        }

        return null;
    }
}
