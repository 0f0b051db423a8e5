using Ascribe.Language;
using Ascribe.Places;

namespace Ascribe.Events;

/// <summary>What is looked at to tell whether a place named in a sentence is where an event of that sentence happened.</summary>
internal static class EventPlaceFeatures
{
    /// <summary>A place farther from the event word than this is told by its direction alone.</summary>
    private const int FarTokens = 20;

    /// <param name="head">The token of the event word that governs it.</param>
    /// <param name="places">The places of the event's sentence in text order.</param>
    /// <param name="index">Which of them.</param>
    /// <param name="features">Is emptied and filled.</param>
    public static void Write(Document document, int head, IReadOnlyList<PlaceMention> places, int index, List<string> features)
    {
        features.Clear();
        var mention = places[index];
        var place = PlaceRoles.HeadOf(document, mention.Tokens);
        var cue = mention.Cue?.ToString() ?? "none";
        var role = mention.Role.ToString();
        var relation = document[place].Relation.ToString();
        var path = Name(EventPaths.Of(document, head, place));
        var isAfter = mention.Tokens.First > head;
        var distance = isAfter ? mention.Tokens.First - head : head - mention.Tokens.End + 1;
        var near = distance <= 2 ? "2" : distance <= 5 ? "5" : distance <= 10 ? "10" : distance <= FarTokens ? "20" : "far";
        var side = isAfter ? "after" : "before";
        var kind = document[head].Tag.IsVerb() ? "verb" : "noun";
        features.Add("bias");
        features.Add($"role={role}");
        features.Add($"cue={cue}");
        features.Add($"relation={relation}");
        features.Add($"path={path}");
        features.Add($"distance={side}-{near}");
        features.Add($"verbs={Verbs(document, head, mention.Tokens)}");
        features.Add($"precision={mention.Place.Precision}");
        features.Add($"path-cue={path}-{cue}");
        features.Add($"path-role={path}-{role}");
        features.Add($"side-cue={side}-{cue}-{kind}");
        features.Add($"path-side={path}-{side}-{kind}");
        features.Add($"relation-cue={relation}-{cue}");
        features.Add($"precision-role={mention.Place.Precision}-{role}");
        features.Add($"rank={side}-{Rank(places, index, isAfter, head)}");
        if (mention.Place.GazetteerId is null) features.Add("unknown");
        if (index > 0 && IsContainer(document, places[index - 1], mention)) features.Add("container");
        if (index + 1 < places.Count && IsContainer(document, mention, places[index + 1])) features.Add("contained");
        if (places.Count == 1) features.Add("only");
        if (IsSaid(document, head, place)) features.Add("saying");
        if (isAfter && HasComma(document, head, mention.Tokens.First)) features.Add("comma-after");
    }

    /// <summary>True for "Hit, Anbar" and "Hit in Anbar": the second holds the first.</summary>
    public static bool IsContainer(Document document, PlaceMention inner, PlaceMention outer)
    {
        var gap = outer.Tokens.First - inner.Tokens.End;
        if (gap is < 1 or > 5 || outer.Place.Precision <= inner.Place.Precision) return false;
        for (var t = inner.Tokens.End; t < outer.Tokens.First; t++)
        {
            if (document[t].Tag.IsVerb()) return false;
        }

        return outer.Place.Country is null || inner.Place.Country is null || outer.Place.Country == inner.Place.Country;
    }

    private static string Name(EventPath path) => path switch
    {
        EventPath.Child => "child",
        EventPath.Below => "below",
        EventPath.BelowVerb => "below-verb",
        EventPath.Clause => "clause",
        EventPath.RootAbove => "root-above",
        EventPath.Above => "above",
        EventPath.Subclause => "subclause",
        _ => "other",
    };

    /// <summary>The event is told in a clause that depends on the place's verb as its object: the place belongs to the saying.</summary>
    private static bool IsSaid(Document document, int head, int place)
    {
        var verb = EventPaths.VerbOver(document, document[place].Head);
        for (var t = head; t >= 0 && t != verb; t = document[t].Head)
        {
            if (document[t].Relation == Dependency.Ccomp && document[t].Head == verb) return true;
        }

        return false;
    }

    private static string Verbs(Document document, int head, TokenRange place)
    {
        var (first, end) = place.First > head ? (head + 1, place.First) : (place.End, head);
        var verbs = 0;
        for (var t = first; t < end; t++)
        {
            if (document[t].Tag.IsVerb()) verbs++;
        }

        return verbs switch { 0 => "0", 1 => "1", 2 => "2", _ => "many" };
    }

    /// <summary>The how manieth place it is on its side of the event, counted from the event, demonyms left out.</summary>
    private static string Rank(IReadOnlyList<PlaceMention> places, int index, bool isAfter, int head)
    {
        var rank = 0;
        for (var i = isAfter ? index - 1 : index + 1; i >= 0 && i < places.Count && places[i].Tokens.First > head == isAfter; i += isAfter ? -1 : 1)
        {
            if (places[i].Role != PlaceRole.Demonym) rank++;
        }

        return rank switch { 0 => "0", 1 => "1", _ => "2" };
    }

    private static bool HasComma(Document document, int from, int to)
    {
        for (var t = from; t < to; t++)
        {
            if (document[t].Form is "," or ";") return true;
        }

        return false;
    }
}
