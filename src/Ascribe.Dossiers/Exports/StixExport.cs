using System.Security.Cryptography;
using System.Text;
using Ascribe.Dossiers.Dossiers;

namespace Ascribe.Dossiers.Exports;

/// <summary>Incidents as a bundle of STIX 2.1 (OASIS Standard, 10 June 2021). What its stub of an incident has no property for stands in an extension that the bundle defines.</summary>
internal static class StixExport
{
    private const string Definition = """
        Properties of an incident that news reports tell of. event_type: a type of the event ontology of Ascribe. date_start, date_end: the days between which it was, both included. time_precision, place_precision: how precisely they are told. deaths_low, deaths_best, deaths_high, injured_low, injured_best, injured_high: counts of people; low and high are the least and the most that anybody says. responsibility: what is said about who is responsible. contradicted: of what the sources tell things that cannot both be true. number_of_sources: texts of their own, copies counted once. review_state: how far a reviewer is with it. merged_from: ids of the mentions that were put together. possibly_same: ids of incidents that may be the same.
        """;

    /// <summary>Id of the definition of the extension.</summary>
    public static string Extension { get; } = StixObjects.Id("extension-definition", "incident/1");

    public static IEnumerable<string> Pieces(IEnumerable<Dossier> dossiers, ExportOptions options)
    {
        var objects = new StixObjects();
        using var contents = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        AddHead(objects);
        var head = objects.Take();
        yield return """{"type":"bundle","objects":[""" + "\n" + Joined(head, contents);
        foreach (var dossier in dossiers)
        {
            new StixIncident(new ExportedIncident(dossier), objects, options).Add();
            yield return ",\n" + Joined(objects.Take(), contents);
        }

        // The id comes last because it is made of all that the bundle holds.
        yield return $"\n],\"id\":\"{StixObjects.Id("bundle", Convert.ToHexStringLower(contents.GetHashAndReset()))}\"}}\n";
    }

    private static string Joined(IReadOnlyList<string> written, IncrementalHash contents)
    {
        foreach (var text in written) contents.AppendData(Encoding.UTF8.GetBytes(text));
        return string.Join(",\n", written);
    }

    private static void AddHead(StixObjects objects)
    {
        objects.Add("identity", "ascribe", StixObjects.NoTime, StixObjects.NoTime, null, json =>
        {
            json.WriteString("name", "Ascribe");
            json.WriteString("identity_class", "system");
        });
        objects.Add("extension-definition", "incident/1", StixObjects.NoTime, StixObjects.NoTime, null, json =>
        {
            json.WriteString("name", "Incident told by news reports");
            json.WriteString("schema", Definition);
            json.WriteString("version", "1.0.0");
            json.Texts("extension_types", ["property-extension"]);
        });
    }
}
