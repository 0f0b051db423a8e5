using System.Security.Cryptography;
using System.Text;
using Ascribe.Dossiers.Dossiers;

namespace Ascribe.Dossiers.Exports;

/// <summary>Incidents in the model of FollowTheMoney, as JSON Lines of entities or of statements. An entity that several dossiers share comes once for each; readers join those of one id.</summary>
internal static class FtmExport
{
    /// <summary>The name of the data set in statements.</summary>
    private const string DataSet = "ascribe";

    /// <summary>One entity a line.</summary>
    public static IEnumerable<string> Entities(IEnumerable<Dossier> dossiers, ExportOptions options) =>
        dossiers.SelectMany(d => FtmEntities.Of(new ExportedIncident(d), options)).Select(e => JsonPiece.Of(json =>
        {
            json.WriteStartObject();
            json.WriteString("id", e.Id);
            json.WriteString("schema", e.Schema);
            json.WriteStartObject("properties");
            foreach (var property in e.Values.GroupBy(v => v.Property)) json.Texts(property.Key, property.Select(v => v.Value));
            json.WriteEndObject();
            json.WriteEndObject();
        }) + "\n");

    /// <summary>One value a line, with the id of the report that it comes from as its origin.</summary>
    public static IEnumerable<string> Statements(IEnumerable<Dossier> dossiers, ExportOptions options) =>
        dossiers.SelectMany(d => FtmEntities.Of(new ExportedIncident(d), options)).SelectMany(e => e.Values.Prepend(("id", e.Id, null)).Select(v => StatementOf(e, v.Property, v.Value, v.Report)));

    private static string StatementOf(FtmEntity entity, string property, string value, string? report) => JsonPiece.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("id", KeyOf(entity.Id, property, value));
        json.WriteString("entity_id", entity.Id);
        json.WriteString("canonical_id", entity.Id);
        json.WriteString("schema", entity.Schema);
        json.WriteString("prop", property);
        json.WriteString("value", value);
        json.WriteString("dataset", DataSet);
        json.WriteBoolean("external", false);
        json.WriteString("origin", report);
        json.WriteEndObject();
    }) + "\n";

    /// <summary>The id that FollowTheMoney itself gives a statement.</summary>
    private static string KeyOf(string entity, string property, string value)
    {
#pragma warning disable CA5350 // FollowTheMoney makes its ids by SHA-1; nothing is kept secret or signed with it.
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes($"{DataSet}.{entity}.{property}.{value}")));
#pragma warning restore CA5350
    }
}
