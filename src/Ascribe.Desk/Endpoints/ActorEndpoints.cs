using Ascribe.Desk.Http;
using Ascribe.Desk.Ledgers;
using Ascribe.Desk.People;
using Ascribe.Desk.Security;
using Ascribe.Dossiers.Actors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Ascribe.Desk.Endpoints;

/// <summary>Who is named in the reports.</summary>
internal static class ActorEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/actors", List).WithName("ListActors").WithSummary("Actors, those that most reports name first.").Produces(StatusCodes.Status200OK, contentType: "application/json").Needs(Right.Read);
        api.MapGet("/actors/{id}", Get).WithName("GetActor").WithSummary("An actor: names, parts in incidents, what it says and is said of it, ties to others.").Produces(StatusCodes.Status200OK, contentType: "application/json").Needs(Right.Read);
    }

    private static async Task<IResult> List(HttpContext context, LedgerPool ledgers, CancellationToken cancelled, string? q = null, int? limit = null, string? cursor = null)
    {
        var (paging, caller) = (Paging.Of(limit, cursor), Caller.Of(context));
        var found = await ledgers.Use(s =>
        {
            var actors = s.ActorsFor(caller);
            return (string.IsNullOrWhiteSpace(q) ? actors.All() : actors.Search(q)).Skip((int)Math.Min(paging.Number, int.MaxValue)).Take(paging.Limit + 1).ToList();
        }, cancelled);
        return JsonBody.Of(json =>
        {
            json.WriteStartArray("items");
            foreach (var actor in found.Take(paging.Limit))
            {
                json.WriteStartObject();
                ActorJson.WriteFields(json, actor);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteString("next", found.Count > paging.Limit ? Paging.CursorOf($"{paging.Number + paging.Limit}") : null);
        });
    }

    private static async Task<IResult> Get(string id, HttpContext context, LedgerPool ledgers, CancellationToken cancelled)
    {
        var actor = await ledgers.Use(s => s.ActorsFor(Caller.Of(context)).Find(id), cancelled) ?? throw ProblemException.NotFound($"'{id}' is no actor, or several have that name.");
        return JsonBody.Of(json => ActorJson.WriteFields(json, actor));
    }
}
