using System.Globalization;
using NodaTime;

namespace Ascribe.Dossiers.Merging;

/// <summary>Says what speaks for and against two sketches' being of one incident: phrases, each with what it is about after a colon.</summary>
internal static class MergeReasons
{
    /// <summary>Texts whose first paragraphs are so alike tell much the same.</summary>
    private const float Alike = 0.35f;

    public static IReadOnlyList<string> Of(IncidentSketch a, IncidentSketch b)
    {
        var reasons = new List<string>();
        void Shared(string what, IEnumerable<string> values)
        {
            var shared = string.Join(", ", values.Order(StringComparer.Ordinal).Take(4));
            if (shared.Length > 0) reasons.Add($"{what}: {shared}");
        }

        Shared("same victims", a.VictimNames.Intersect(b.VictimNames));
        Shared("same persons", a.Persons.Intersect(b.Persons).Except(a.VictimNames));
        if (a.Addresses.Overlaps(b.Addresses)) reasons.Add("same house or block");
        Shared("same place", a.Places.Where(p => p.IsLocal).Select(p => p.Name).Intersect(b.Places.Where(p => p.IsLocal).Select(p => p.Name)));
        if (a.Days is { } x && b.Days is { } y)
        {
            if (x.First <= y.Last && y.First <= x.Last) reasons.Add($"same day: {Later(x.First, y.First).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)}");
            else reasons.Add($"days apart: {Math.Max(Period.DaysBetween(x.Last, y.First), Period.DaysBetween(y.Last, x.First))}");
        }

        Shared("same kind", a.Types.Intersect(b.Types));
        Shared("same age", a.Ages.Intersect(b.Ages).Select(n => n.ToString(CultureInfo.InvariantCulture)));
        Shared("same weapon", a.Weapons.Intersect(b.Weapons));
        if (a.Killed is { } killed && killed == b.Killed) reasons.Add(string.Create(CultureInfo.InvariantCulture, $"same number of dead: {killed}"));
        if (NearDuplicates.Containment(a.Shingles, b.Shingles) is >= NearDuplicates.Copy and var copied) reasons.Add(string.Create(CultureInfo.InvariantCulture, $"shorter text stands in the other: {copied * 100:F0} %"));
        else if (a.Lead.Cosine(b.Lead) is >= Alike and var cosine) reasons.Add(string.Create(CultureInfo.InvariantCulture, $"first paragraphs alike: {cosine:F2}"));
        switch (Vetoes.Of(a, b))
        {
            case Veto.OtherDay:
                reasons.Add("against, each tells another day");
                break;
            case Veto.OtherCountry:
                reasons.Add("against, each tells another country");
                break;
            case Veto.OtherPlace:
                reasons.Add("against, each tells another town, far away");
                break;
        }

        return reasons;
    }

    private static LocalDate Later(LocalDate a, LocalDate b) => a > b ? a : b;
}
