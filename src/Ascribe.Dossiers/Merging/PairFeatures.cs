namespace Ascribe.Dossiers.Merging;

/// <summary>The numbers that tell whether two sketches are of one incident. Each is the same whichever of the two comes first.</summary>
internal static class PairFeatures
{
    /// <summary>So many numbers.</summary>
    public const int Count = 40;

    /// <summary>What is not told: below all that can be.</summary>
    private const float Unknown = -1;

    /// <summary>Names rarer than this (natural logarithm) are told apart from the names of the day.</summary>
    private const float RareName = 7;

    public static void Tell(IncidentSketch a, IncidentSketch b, Span<float> to)
    {
        var f = 0;
        to[f++] = a.Whole.Cosine(b.Whole);
        to[f++] = a.Lead.Cosine(b.Lead);
        to[f++] = a.Title.Cosine(b.Title);
        var (ab, ba) = (a.Lead.Cosine(b.Whole), b.Lead.Cosine(a.Whole));
        to[f++] = Math.Max(ab, ba);
        to[f++] = Math.Min(ab, ba);
        var names = SharedNames(a, b);
        to[f++] = names.Sum;
        to[f++] = names.Most;
        to[f++] = names.Rare;
        to[f++] = names.Rare / MathF.Max(1, MathF.Sqrt(Math.Min(a.Names.Length, b.Names.Length)));
        to[f++] = Math.Min(3, Overlap(a.Persons, b.Persons));
        to[f++] = Agreement(a.Persons, b.Persons);
        to[f++] = Agreement(a.VictimNames, b.VictimNames);
        to[f++] = Surnames(a, b);
        to[f++] = Overlap(a.Ages, b.Ages);
        to[f++] = Agreement(a.Ages, b.Ages);
        Places(a, b, to.Slice(f, 5));
        f += 5;
        to[f++] = DayGap(a, b);
        to[f++] = Math.Min(DayToPublished(a, b), DayToPublished(b, a));
        to[f++] = Math.Max(DayToPublished(a, b), DayToPublished(b, a));
        to[f++] = PublishedGap(a, b);
        to[f++] = Agreement(a.Types, b.Types);
        to[f++] = Difference(a.Killed, b.Killed);
        to[f++] = Difference(a.Wounded, b.Wounded);
        to[f++] = Math.Max(a.Killed ?? 0, b.Killed ?? 0);
        to[f++] = Agreement(a.Targets, b.Targets);
        to[f++] = Agreement(a.Weapons, b.Weapons);
        to[f++] = Math.Min(3, Overlap(a.Addresses, b.Addresses));
        to[f++] = Agreement(a.Addresses, b.Addresses);
        to[f++] = Overlap(a.Clocks, b.Clocks);
        to[f++] = Agreement(a.Clocks, b.Clocks);
        to[f++] = NearDuplicates.Containment(a.Shingles, b.Shingles);
        to[f++] = a.Outlet is null || b.Outlet is null ? Unknown : string.Equals(a.Outlet, b.Outlet, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        to[f++] = MathF.Log(1 + Math.Min(a.Length, b.Length));
        to[f++] = MathF.Log(1 + Math.Max(a.Length, b.Length));
        to[f++] = Math.Max(a.Siblings, b.Siblings);
        to[f] = Math.Min(20, Math.Max(a.Persons.Count, b.Persons.Count));
    }

    private static (float Sum, float Most, float Rare) SharedNames(IncidentSketch a, IncidentSketch b)
    {
        float sum = 0, most = 0, rare = 0;
        for (int i = 0, j = 0; i < a.Names.Length && j < b.Names.Length;)
        {
            if (a.Names[i].Hash == b.Names[j].Hash)
            {
                var rarity = a.Names[i].Rarity;
                sum += rarity;
                most = Math.Max(most, rarity);
                if (rarity > RareName) rare++;
                i++;
                j++;
            }
            else if (a.Names[i].Hash < b.Names[j].Hash) i++;
            else j++;
        }

        return (sum, most, rare);
    }

    private static int Overlap<T>(IReadOnlySet<T> a, IReadOnlySet<T> b)
    {
        var shared = 0;
        foreach (var value in a)
        {
            if (b.Contains(value)) shared++;
        }

        return shared;
    }

    /// <summary>-1 where either tells nothing, else the share of the smaller set that the other has.</summary>
    private static float Agreement<T>(IReadOnlySet<T> a, IReadOnlySet<T> b) => a.Count == 0 || b.Count == 0 ? Unknown : (float)Overlap(a, b) / Math.Min(a.Count, b.Count);

    /// <summary>How many last names of persons both have.</summary>
    private static float Surnames(IncidentSketch a, IncidentSketch b)
    {
        if (a.Persons.Count == 0 || b.Persons.Count == 0) return Unknown;
        var last = a.Persons.Select(p => p[(p.LastIndexOf(' ') + 1)..]).ToHashSet(StringComparer.Ordinal);
        return Math.Min(4, b.Persons.Select(p => p[(p.LastIndexOf(' ') + 1)..]).Distinct(StringComparer.Ordinal).Count(last.Contains));
    }

    /// <summary>Town, part of the country and country in common (-1 where not told), nearest distance of local places and of any, in logarithms of kilometres.</summary>
    private static void Places(IncidentSketch a, IncidentSketch b, Span<float> to)
    {
        to[0] = to[1] = to[2] = to[3] = to[4] = Unknown;
        foreach (var p in a.Places)
        {
            foreach (var q in b.Places)
            {
                if (p.IsLocal && q.IsLocal) to[0] = Math.Max(to[0], p.Name == q.Name && p.Admin1 == q.Admin1 ? 1 : 0);
                if (p.Admin1 is { } division && q.Admin1 is { } other) to[1] = Math.Max(to[1], division == other && p.Country == q.Country ? 1 : 0);
                if (p.Country is { } country && q.Country is { } second) to[2] = Math.Max(to[2], country == second ? 1 : 0);
                if (p.Coordinates is not { } here || q.Coordinates is not { } there) continue;
                var distance = MathF.Log(1 + (float)here.DistanceTo(there));
                if (p.IsLocal && q.IsLocal && (to[3] < 0 || distance < to[3])) to[3] = distance;
                if (to[4] < 0 || distance < to[4]) to[4] = distance;
            }
        }
    }

    /// <summary>Days between the days of the events, 0 where they may be the same; at most 400.</summary>
    private static float DayGap(IncidentSketch a, IncidentSketch b)
    {
        if (a.Days is not { } x || b.Days is not { } y) return Unknown;
        if (x.First > y.Last) return Math.Min(400, NodaTime.Period.DaysBetween(y.Last, x.First));
        return y.First > x.Last ? Math.Min(400, NodaTime.Period.DaysBetween(x.Last, y.First)) : 0;
    }

    /// <summary>Days from the event that one tells to the publication of the other; -100 to 400, -101 where not told.</summary>
    private static float DayToPublished(IncidentSketch told, IncidentSketch published) =>
        told.Days is { } days && published.Published is { } day ? Math.Clamp(NodaTime.Period.DaysBetween(days.Last, day), -100, 400) : -101;

    /// <summary>Days between the publications, at most 2,000.</summary>
    private static float PublishedGap(IncidentSketch a, IncidentSketch b) =>
        a.Published is { } x && b.Published is { } y ? Math.Min(2000, Math.Abs(NodaTime.Period.DaysBetween(x, y))) : Unknown;

    /// <summary>Difference of two counts by the logarithm of their ratio.</summary>
    private static float Difference(long? a, long? b) => a is { } x && b is { } y ? MathF.Abs(MathF.Log((1 + x) / (1f + y))) : Unknown;
}
