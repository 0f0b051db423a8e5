using Ascribe.Language;

namespace Ascribe.Places;

/// <summary>Regions that two place names tell together, or one with a road: "between Abuja and Kaduna", "the Mosul-Erbil highway", "on the Gusau road".</summary>
internal static class PlaceLinks
{
    /// <summary>How far from a town something may lie that happens on the road to it.</summary>
    public const double RoadKm = 25;

    private const double LeastKm = 5;

    /// <summary>What lies farther apart spans no region: "flights between London and New York".</summary>
    private const double MostKm = 300;

    /// <param name="found">In text order; those that belong together become one region, with both names.</param>
    public static void Join(Document document, PlaceContextReader context, List<PlaceMention> found)
    {
        for (var i = 0; i < found.Count; i++)
        {
            if (i + 1 < found.Count && RelationBetween(document, context, found[i], found[i + 1]) is { } relation)
            {
                Bridge(found, i, relation);
                i++;
            }
            else if (found[i] is { Role: PlaceRole.Demonym, Cue: <= PlaceCue.OnRoad, Place.Precision: PlacePrecision.Town } place && context.IsBeforeRoad(place.Tokens))
            {
                found[i] = place with { Relation = PlaceRelation.OnRoad, RadiusKm = RoadKm, Role = PlaceRole.Location };
            }
        }
    }

    private static PlaceRelation? RelationBetween(Document document, PlaceContextReader context, PlaceMention left, PlaceMention right)
    {
        if (document.SentenceOf(left.Tokens.First) != document.SentenceOf(right.Tokens.First)) return null;
        var (from, to) = (left.Tokens.End, right.Tokens.First);
        if (left.Relation == PlaceRelation.Between) return AreJoined(document, from, to) ? PlaceRelation.Between : null;
        if (to - from != 1 || left.Place.Precision > PlacePrecision.Town || right.Place.Precision > PlacePrecision.Town) return null;
        if (document[from].Form == "to") return left.Relation == PlaceRelation.OnRoad || left.Cue is null && context.IsBeforeRoad(right.Tokens) ? PlaceRelation.OnRoad : null;
        return document[from].Form is "-" or "–" or "—" && context.IsBeforeRoad(right.Tokens) ? PlaceRelation.OnRoad : null;
    }

    private static bool AreJoined(Document document, int from, int to)
    {
        var hasAnd = false;
        for (var t = from; t < to; t++)
        {
            if (document[t].Form is "and") hasAnd = true;
            else if (document[t].Tag.IsVerb() || document[t].Form is ",") return false;
        }

        return hasAnd && to - from <= 4;
    }

    /// <summary>Both names lead to the middle between the two places, with half their distance as radius.</summary>
    private static void Bridge(List<PlaceMention> found, int left, PlaceRelation relation)
    {
        var (a, b) = (found[left].Place, found[left + 1].Place);
        Coordinates? middle = null;
        double? radius = null;
        if (a.Coordinates is { } from && b.Coordinates is { } to && from.DistanceTo(to) is <= MostKm and var distance)
        {
            middle = Middle(from, to);
            radius = Math.Max(LeastKm, Math.Round(distance / 2));
        }

        for (var i = left; i <= left + 1; i++)
        {
            var place = found[i].Place;
            var role = found[i].Role == PlaceRole.Demonym && relation == PlaceRelation.OnRoad ? PlaceRole.Location : found[i].Role;
            found[i] = found[i] with { Place = middle is null ? place : place with { Coordinates = middle }, Relation = relation, RadiusKm = radius, Role = role };
        }
    }

    /// <summary>Half way on the plate of degrees, good enough over <see cref="MostKm"/>; over the date line, too.</summary>
    private static Coordinates Middle(Coordinates a, Coordinates b)
    {
        var eastward = Math.IEEERemainder(b.Longitude - a.Longitude, 360);
        return new Coordinates(Math.Round((a.Latitude + b.Latitude) / 2, 4), Math.Round(Math.IEEERemainder(a.Longitude + eastward / 2, 360), 4));
    }
}
