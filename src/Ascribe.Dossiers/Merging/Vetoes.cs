using NodaTime;

namespace Ascribe.Dossiers.Merging;

/// <summary>Finds what speaks against a merge, however alike the words are. Whatever names the same victim, house or text outweighs it: days and places are misread more easily than those.</summary>
internal static class Vetoes
{
    /// <summary>What a veto takes from the log odds. The nearest figures that cost the reports of gvc, gva and newsclusters nothing: see docs/benchmarks.md.</summary>
    private const float DayWeight = 3, CountryWeight = 1, PlaceWeight = 1;

    /// <summary>The log odds that two incidents that one report tells apart are one.</summary>
    public const float OneReport = -3;

    /// <summary>Days that the reader may be wrong by: a night has two dates.</summary>
    private const int DaysApart = 2;

    /// <summary>A day is believed when it lies so many days before publication at most.</summary>
    private const int Recent = 15;

    /// <summary>Towns farther apart, in kilometres, are not one place.</summary>
    private const double FarApart = 150;

    /// <summary>Shared runs of three words from which on texts are of one origin.</summary>
    private const float OneOrigin = 0.25f;

    public static Veto Of(IncidentSketch a, IncidentSketch b)
    {
        if (a.VictimNames.Overlaps(b.VictimNames) || a.Addresses.Overlaps(b.Addresses) || NearDuplicates.Containment(a.Shingles, b.Shingles) >= OneOrigin) return Veto.None;
        if (DayOf(a) is { } x && DayOf(b) is { } y && Math.Abs(Period.DaysBetween(x, y)) >= DaysApart) return Veto.OtherDay;
        if (AreInOtherCountries(a, b)) return Veto.OtherCountry;
        if (AreFarApart(a, b)) return Veto.OtherPlace;
        return Veto.None;
    }

    public static float WeightOf(Veto veto) => veto switch
    {
        Veto.OtherDay => DayWeight,
        Veto.OtherCountry => CountryWeight,
        Veto.OtherPlace => PlaceWeight,
        _ => 0,
    };

    /// <summary>The one day that is told, where it is near the publication.</summary>
    private static LocalDate? DayOf(IncidentSketch sketch) =>
        sketch is { Days: { } days, Published: { } published } && days.First == days.Last && Period.DaysBetween(days.Last, published) is >= 0 and <= Recent ? days.First : null;

    private static bool AreInOtherCountries(IncidentSketch a, IncidentSketch b) =>
        a.Places.Any(p => p.Country is not null) && b.Places.Any(p => p.Country is not null)
        && !a.Places.Any(p => p.Country is null || b.Places.Any(q => q.Country is null || p.Country == q.Country));

    private static bool AreFarApart(IncidentSketch a, IncidentSketch b)
    {
        var compared = false;
        foreach (var p in a.Places)
        {
            foreach (var q in b.Places)
            {
                if (!p.IsLocal || !q.IsLocal || p.Coordinates is not { } here || q.Coordinates is not { } there) continue;
                if (here.DistanceTo(there) <= FarApart) return false;
                compared = true;
            }
        }

        return compared;
    }
}
