using Ascribe.Language;
using Ascribe.Lexicons;
using Ascribe.Reports;

namespace Ascribe.Places;

/// <summary>
/// Finds places: countries and nationalities by countries.tsv, and what the name recogniser takes for a location. Names beyond the
/// countries have no gazetteer entry yet: they keep their name, and the country that the report names most.
/// </summary>
internal sealed class PlaceReader
{
    private readonly PhraseMatcher<Place> _countries = new();
    private readonly PhraseMatcher<Place> _demonyms = new();

    private PlaceReader()
    {
    }

    public static PlaceReader Load(string language)
    {
        var reader = new PlaceReader();
        foreach (var row in LexiconTable.Load($"{language}/countries.tsv").Rows)
        {
            var place = new Place
            {
                Name = row["name"],
                GazetteerId = "geonames:" + row["geoname"],
                Country = row["code"],
                Coordinates = new Coordinates(
                    double.Parse(row["latitude"], System.Globalization.CultureInfo.InvariantCulture),
                    double.Parse(row["longitude"], System.Globalization.CultureInfo.InvariantCulture)),
                Precision = PlacePrecision.Country,
            };
            foreach (var name in (row["name"] + "; " + row["aliases"]).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                reader._countries.Add(name, place);
            foreach (var name in row["demonyms"].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                reader._demonyms.Add(name, place);
        }

        return reader;
    }

    public IReadOnlyList<PlaceMention> Read(ReportDocument report)
    {
        var document = report.Document;
        var found = new List<PlaceMention>();
        for (var t = 0; t < document.Count;)
        {
            if (char.IsUpper(document[t].Text[0]) && (_countries.Longest(document, t) ?? _demonyms.Longest(document, t)) is { } match)
            {
                var isDemonym = _countries.Longest(document, t) is null;
                found.Add(new PlaceMention(match.Tokens, match.Value, PlaceRelation.In, null, isDemonym ? PlaceRole.Demonym : RoleOf(document, match.Tokens)));
                t = match.Tokens.End;
            }
            else
            {
                t++;
            }
        }

        var home = found.GroupBy(p => p.Place.Country).OrderByDescending(g => g.Count()).FirstOrDefault()?.Key;
        foreach (var name in document.Names)
        {
            if (name.Kind != NameKind.Location || found.Exists(p => p.Tokens.Overlaps(name.Tokens))) continue;
            var place = new Place { Name = document.TextOf(name.Tokens), Country = home, Precision = PlacePrecision.Town };
            found.Add(new PlaceMention(name.Tokens, place, PlaceRelation.In, null, RoleOf(document, name.Tokens)));
        }

        found.Sort((a, b) => a.Tokens.CompareTo(b.Tokens));
        return found;
    }

    /// <summary>The subject of a verb acts: it stands for a government.</summary>
    private static PlaceRole RoleOf(Document document, TokenRange tokens)
    {
        for (var t = tokens.First; t < tokens.End; t++)
        {
            if (document[t].Relation == Dependency.Nsubj && document[t].Head >= 0 && document[document[t].Head].Tag.IsVerb()) return PlaceRole.Government;
            if (document[t].Relation is Dependency.Compound or Dependency.Amod && document[t].Head >= tokens.End) return PlaceRole.Demonym;
        }

        return PlaceRole.Location;
    }
}
