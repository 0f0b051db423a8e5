using Ascribe.Language;
using Ascribe.Reports;

namespace Ascribe.Places;

/// <summary>
/// Finds the places of a report and says which they are, how the thing told lies to them, and what they are named for. A name that no
/// list has stays without coordinates and country. Thread-safe.
/// </summary>
internal sealed class PlaceReader
{
    private const double NearKm = 10;
    private const double DirectionKm = PlaceLinks.RoadKm;
    private const double LargeKm = 50;

    private readonly PlaceIndex _index;
    private readonly PlaceLexicon _lexicon;
    private readonly ToponymResolver _resolver;
    private readonly PlaceRegions _regions;

    private PlaceReader(PlaceIndex index, PlaceLexicon lexicon)
    {
        _index = index;
        _lexicon = lexicon;
        _resolver = new ToponymResolver(index);
        _regions = new PlaceRegions(index);
    }

    /// <summary>See <see cref="PlaceIndex.ImportedVersion"/>.</summary>
    public string? ImportedVersion => _index.ImportedVersion;

    /// <param name="imported">The file of an imported gazetteer, or null.</param>
    /// <exception cref="InvalidDataException">A lexicon is malformed or the imported gazetteer damaged; the message names file and line.</exception>
    public static PlaceReader Load(string language, string? imported = null) => new(PlaceIndex.Load(language, imported), PlaceLexicon.Load(language));

    /// <summary>In text order, not overlapping.</summary>
    /// <exception cref="InvalidDataException">The gazetteer is missing or damaged.</exception>
    public IReadOnlyList<PlaceMention> Read(ReportDocument report)
    {
        var context = new PlaceContextReader(report.Document, _lexicon);
        var toponyms = new ToponymFinder(_index, _lexicon, report.Document, context).Find();
        return Mentions(report, context, toponyms);
    }

    /// <summary>The same for names that are given, in text order: what benchmarks of resolution need.</summary>
    public IReadOnlyList<PlaceMention> Resolve(ReportDocument report, IEnumerable<TokenRange> names)
    {
        var context = new PlaceContextReader(report.Document, _lexicon);
        var finder = new ToponymFinder(_index, _lexicon, report.Document, context);
        var toponyms = names.Select(finder.Given).ToList();
        finder.FindContainers(toponyms);
        return Mentions(report, context, toponyms);
    }

    private List<PlaceMention> Mentions(ReportDocument report, PlaceContextReader context, List<Toponym> toponyms)
    {
        var home = report.Outlet is { } outlet ? HomeOf(outlet) : null;
        _resolver.Resolve(toponyms, home);
        var found = new List<PlaceMention>(toponyms.Count);
        foreach (var toponym in toponyms) found.Add(MentionOf(report, context, toponym));
        PlaceLinks.Join(report.Document, context, found);
        return found;
    }

    private PlaceMention MentionOf(ReportDocument report, PlaceContextReader reader, Toponym toponym)
    {
        var document = report.Document;
        var context = reader.Before(toponym.Tokens.First);
        if (toponym.Chosen < 0)
        {
            var unknown = new Place { Name = document.TextOf(toponym.Tokens), Precision = toponym.Told ?? PlacePrecision.Town };
            return new PlaceMention(toponym.Tokens, unknown, RelationOf(context), null, RoleIn(report, reader, toponym, unknown.Precision, false)) { Cue = context.Cue };
        }

        var candidate = toponym.Candidates[toponym.Chosen];
        var place = _index.PlaceOf(candidate);
        var isCapital = _index.ClassOf(candidate) == GazetteerClass.Capital;
        var isOutskirts = !toponym.IsDemonym && reader.IsBeforeOutskirts(toponym.Tokens);
        var role = isOutskirts ? PlaceRole.Location : RoleIn(report, reader, toponym, place.Precision, isCapital);
        if (role != PlaceRole.Location) return new PlaceMention(toponym.Tokens, place, PlaceRelation.In, null, role) { Cue = context.Cue };
        var relation = isOutskirts ? PlaceRelation.Near : RelationOf(context);
        double? radius = candidate.Known?.RadiusKm;
        if (context.Part is { } part && relation == PlaceRelation.In)
        {
            (place, var partKm) = _regions.Part(place, part);
            radius = partKm ?? radius;
        }
        else if (relation != PlaceRelation.In)
        {
            (place, radius) = Beside(place, relation, context.DistanceKm, radius);
        }

        return new PlaceMention(toponym.Tokens, place, relation, radius, role) { Cue = context.Cue };
    }

    private PlaceRole RoleIn(ReportDocument report, PlaceContextReader reader, Toponym toponym, PlacePrecision precision, bool isCapital)
    {
        if (toponym.IsDemonym) return PlaceRole.Demonym;
        var document = report.Document;
        if (document.Dateline.Contains(toponym.Tokens)) return PlaceRole.Dateline;
        if (report.Dateline is { } dateline && dateline.Start <= document.SpanOf(toponym.Tokens).Start && document.SpanOf(toponym.Tokens).End <= dateline.End) return PlaceRole.Dateline;
        return PlaceRoles.RoleOf(document, reader.WithClass(toponym.Tokens), precision, isCapital, _lexicon.Accused);
    }

    private static PlaceRelation RelationOf(PlaceContext context) =>
        context.Cue is { } cue && cue <= PlaceCue.OnRoad ? (PlaceRelation)cue : PlaceRelation.In;

    /// <summary>
    /// A point beside a place: moved where distance and direction are told, and with a radius that says how sure it is. What lies beside a
    /// country ("near the border with Syria") has no radius: its point is far from all borders.
    /// </summary>
    private static (Place Place, double? RadiusKm) Beside(Place place, PlaceRelation relation, double? km, double? ownRadiusKm)
    {
        if (place.Precision == PlacePrecision.Country) return (place, null);
        var isLarge = place.Precision >= PlacePrecision.District;
        if (relation is < PlaceRelation.NorthOf or > PlaceRelation.NorthwestOf || place.Coordinates is not { } at)
            return (place, relation == PlaceRelation.Near && !isLarge ? km ?? NearKm : isLarge ? Math.Max(LargeKm, ownRadiusKm ?? 0) : DirectionKm);
        if (km is not { } distance) return (place, isLarge ? Math.Max(LargeKm, ownRadiusKm ?? 0) : DirectionKm);
        var direction = (relation - PlaceRelation.NorthOf) * 45.0;
        return (place with { Coordinates = PlaceRegions.Shift(at, direction, distance) }, Math.Round(Math.Max(5, distance * 0.3)));
    }

    /// <summary>The country that an outlet's name speaks of ("Kyiv Post", "Daily Nigerian"), or null.</summary>
    private string? HomeOf(string outlet)
    {
        foreach (var word in outlet.Split([' ', '.', '-', '/'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.Length < 4) continue;
            foreach (var candidate in _index.Find(ToponymKey.Of(word), out _))
            {
                if (candidate.Known is not null || _index.PopulationOf(candidate) > 200_000) return _index.CountryOf(candidate);
                break;
            }
        }

        return null;
    }
}
