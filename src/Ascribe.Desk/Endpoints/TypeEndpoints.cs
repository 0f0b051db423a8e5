using System.Text.Json;
using Ascribe.Actors;
using Ascribe.Claims;
using Ascribe.Desk.Http;
using Ascribe.Desk.People;
using Ascribe.Desk.Security;
using Ascribe.Dossiers.Dossiers;
using Ascribe.Events;
using Ascribe.Ontology;
using Ascribe.Places;
using Ascribe.Records;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Ascribe.Desk.Endpoints;

/// <summary>The names that the other answers use.</summary>
internal static class TypeEndpoints
{
    private static readonly Lazy<JsonBody> s_types = new(() => JsonBody.Of(Write));

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/types", () => s_types.Value).WithName("ListTypes").WithSummary("Event types with their definitions; names of stances, slots, kinds, precisions.").Produces(StatusCodes.Status200OK, contentType: "application/json").Needs(Right.Read);

    private static void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray("event_types");
        foreach (var type in EventTypes.Load().All)
        {
            json.WriteStartObject();
            json.WriteString("name", type.Name);
            json.WriteString("family", type.Family);
            json.WriteString("definition", type.Definition);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Names<Slot>(json, "slots");
        Names<Agreement>(json, "agreements");
        Names<Stance>(json, "stances");
        Names<Certainty>(json, "certainties");
        Names<Voice>(json, "voices");
        Names<ResponsibilityStatus>(json, "responsibility");
        Names<ActorKind>(json, "actor_kinds");
        Names<RelationKind>(json, "relations");
        Names<PlacePrecision>(json, "precisions");
        Names<Role>(json, "roles");
    }

    private static void Names<T>(Utf8JsonWriter json, string name)
        where T : struct, Enum
    {
        json.WriteStartArray(name);
        foreach (var value in Enum.GetValues<T>()) json.WriteStringValue(RecordJson.NameOf(value));
        json.WriteEndArray();
    }
}
