using Ascribe.Dossiers.Dossiers;

namespace Ascribe.Dossiers.Exports;

/// <summary>A form in which dossiers are handed on.</summary>
public sealed class ExportFormat
{
    private readonly Func<IEnumerable<Dossier>, ExportOptions, IEnumerable<string>> _pieces;

    private ExportFormat(string name, string mediaType, string extension, string description, Func<IEnumerable<Dossier>, ExportOptions, IEnumerable<string>> pieces)
    {
        (Name, MediaType, Extension, Description) = (name, mediaType, extension, description);
        _pieces = pieces;
    }

    public static IReadOnlyList<ExportFormat> All { get; } =
    [
        new("csv-incidents", "text/csv; charset=utf-8; header=present", "csv", "one row an incident, with columns that users of ACLED, UCDP and GTD know", IncidentCsv.Pieces),
        new("csv-claims", "text/csv; charset=utf-8; header=present", "csv", "one row a claim: who says what, in which words", ClaimCsv.Pieces),
        new("geojson", "application/geo+json", "geojson", "incidents on a map, no more exact than they are told (RFC 7946)", GeoJsonExport.Pieces),
        new("stix", "application/stix+json;version=2.1", "json", "a bundle of STIX 2.1: incidents, reports, actors, notes and opinions", StixExport.Pieces),
        new("ftm", "application/json+ftm", "ftm.json", "entities of FollowTheMoney, one a line", FtmExport.Entities),
        new("ftm-statements", "application/x-ndjson", "jsonl", "the same, one value a line with the report that it comes from", FtmExport.Statements),
        new("plover", "application/x-ndjson", "jsonl", "records with the codes and fields of PLOVER, one a line", PloverExport.Pieces),
        new("html", "text/html; charset=utf-8", "html", "dossiers to print, with numbered quotes", HtmlExport.Pieces),
    ];

    /// <summary>"geojson".</summary>
    public string Name { get; }

    /// <summary>IANA media type, with its parameters.</summary>
    public string MediaType { get; }

    /// <summary>Of a file, without the dot.</summary>
    public string Extension { get; }

    /// <summary>What it is, in a few words.</summary>
    public string Description { get; }

    /// <summary>The format of a name, or null.</summary>
    public static ExportFormat? Named(string name) => All.FirstOrDefault(f => f.Name == name);

    /// <summary>The document as pieces of text in order (UTF-8 when stored), each dossier read when its piece is asked for, so that the memory needed does not grow with their number.
    /// The same dossiers and options give the same text.</summary>
    public IEnumerable<string> Pieces(IEnumerable<Dossier> dossiers, ExportOptions options)
    {
        ArgumentNullException.ThrowIfNull(dossiers);
        ArgumentNullException.ThrowIfNull(options);
        return _pieces(dossiers.Where(d => d.Marking <= options.Strictest), options);
    }
}
