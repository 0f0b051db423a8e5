using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ascribe.Desk.Contracts;

/// <summary>How the objects of the API are read and written; compiled, since the command that hosts the desk is trimmed.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Page<ReportItem>))]
[JsonSerializable(typeof(Page<DossierItem>))]
[JsonSerializable(typeof(ReportsRequest))]
[JsonSerializable(typeof(ReportRequest))]
[JsonSerializable(typeof(AddedReports))]
internal sealed partial class DeskJson : JsonSerializerContext
{
    /// <summary>The same ways for bodies that the framework reads: names in snake case, and no field that the API does not know.</summary>
    public static void Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.TypeInfoResolverChain.Insert(0, Default);
    }
}
