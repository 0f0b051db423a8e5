namespace Ascribe.Places;

/// <summary>How precisely a place is told, in the codes of three datasets of political violence; for exports, never in claims.</summary>
/// <param name="Acled">
/// ACLED's geo_precision: 1 the town, 2 near a town or in a small part of a region, 3 a larger region. Null where ACLED codes no event: only the country
/// is known. (ACLED codebook, https://acleddata.com/knowledge-base/codebook.)
/// </param>
/// <param name="Ucdp">
/// UCDP GED's where_prec: 1 the exact place, 2 a limited area around a place, 3 second-level division, 4 first-level division, 5 part of a country, a line
/// between places, 6 the country, 7 international waters. (UCDP GED codebook, https://ucdp.uu.se/downloads/ged; that 2 reaches about 25 km is how users of the data describe it.)
/// </param>
/// <param name="Gtd">
/// GTD's specificity: 1 the town with its coordinates, 2 a town without, 3 no town but its second-level division, 4 only the first-level division, 5 not even that.
/// (GTD codebook, https://www.start.umd.edu/gtd.)
/// </param>
/// <param name="IsVicinity">GTD's vicinity: in the surroundings of the town rather than in it.</param>
public sealed record PrecisionCodes(int? Acled, int Ucdp, int Gtd, bool IsVicinity)
{
    /// <summary>UCDP's "limited area around a place".</summary>
    private const double LimitedKm = 25;

    /// <param name="radiusKm">How far around the place's point it may have been, or null.</param>
    /// <param name="isAtSea">True for waters that belong to no country.</param>
    public static PrecisionCodes Of(Place place, PlaceRelation relation, double? radiusKm, bool isAtSea = false)
    {
        if (isAtSea) return new PrecisionCodes(3, 7, 5, false);
        var isIn = relation == PlaceRelation.In;
        return place.Precision switch
        {
            PlacePrecision.Country when isIn => new PrecisionCodes(null, 6, 5, false),
            PlacePrecision.Country or PlacePrecision.Region => new PrecisionCodes(3, 5, place.Admin1 is null ? 5 : 4, false),
            PlacePrecision.Province => new PrecisionCodes(3, isIn ? 4 : 5, 4, false),
            PlacePrecision.District => new PrecisionCodes(3, isIn ? 3 : 4, 3, false),
            _ when place.Coordinates is null => OfUnknownPoint(place),
            _ when isIn => new PrecisionCodes(1, 1, 1, false),
            _ when relation != PlaceRelation.Between && !(radiusKm > LimitedKm) => new PrecisionCodes(2, 2, 1, true),
            _ => new PrecisionCodes(3, 5, place.Admin1 is null ? 5 : 4, false),
        };
    }

    /// <summary>A town that no gazetteer has: no better than what it is known to lie in.</summary>
    private static PrecisionCodes OfUnknownPoint(Place place) => place.Admin1 is null ? new PrecisionCodes(null, 6, 5, false) : new PrecisionCodes(3, 4, 2, false);
}
