namespace Ascribe.Places;

/// <summary>What the feature classes and codes of GeoNames are to us (https://www.geonames.org/export/codes.html).</summary>
internal static class FeatureClasses
{
    /// <summary>All letters that a feature class may be.</summary>
    public const string Letters = "AHLPRSTUV";

    /// <summary>Null for what is not kept: states, which have a table of their own, and what is there no longer.</summary>
    public static GazetteerClass? Of(ReadOnlySpan<char> featureClass, ReadOnlySpan<char> code) => featureClass switch
    {
        "A" => code switch
        {
            "ADM1" => GazetteerClass.Province,
            "ADM2" or "ADM3" or "ADM4" or "ADM5" or "ADMD" => GazetteerClass.District,
            _ => null,
        },
        "P" => code switch
        {
            "PPLC" or "PPLG" => GazetteerClass.Capital,
            "PPLA" => GazetteerClass.ProvinceSeat,
            "PPLA2" => GazetteerClass.DistrictSeat,
            "PPLX" => GazetteerClass.Quarter,
            "PPLH" or "PPLQ" or "PPLW" or "PPLCH" => null,
            _ => GazetteerClass.Town,
        },
        "S" or "R" => GazetteerClass.Site,
        "H" or "L" or "T" or "U" or "V" => GazetteerClass.Area,
        _ => null,
    };
}
