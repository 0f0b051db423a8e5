using Ascribe.Desk.Contracts;
using Ascribe.Desk.Http;
using Ascribe.Desk.Ledgers;
using Ascribe.Desk.People;
using Ascribe.Desk.Security;
using Ascribe.Dossiers.Dossiers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Ascribe.Desk.Endpoints;

/// <summary>Incidents with all that is said of them.</summary>
internal static class DossierEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/dossiers", List).WithName("ListDossiers").WithSummary("Incidents that fit a query.").Produces<Page<DossierItem>>().Needs(Right.Read);
        api.MapGet("/dossiers/{id}", Get).WithName("GetDossier").WithSummary("An incident with every value and who says so; an old id leads to the present one.")
            .Produces(StatusCodes.Status200OK, contentType: "application/json").Produces(StatusCodes.Status301MovedPermanently).Needs(Right.Read);
    }

    private static async Task<IResult> List([AsParameters] DossierQueryString query, HttpContext context, LedgerPool ledgers, CancellationToken cancelled, int? limit = null, string? cursor = null)
    {
        var (paging, caller) = (Paging.Of(limit, cursor), Caller.Of(context));
        var asked = query.Read() with { After = paging.After, Limit = paging.Limit + 1 };
        var found = await ledgers.Use(s => ItemsOf(s.ShelfFor(caller), asked), cancelled);
        var next = found.Count > paging.Limit ? Paging.CursorOf(found[paging.Limit - 1].Id) : null;
        return JsonBody.Of(new Page<DossierItem>([.. found.Take(paging.Limit)], next), DeskJson.Instance.PageDossierItem);
    }

    private static async Task<IResult> Get(string id, HttpContext context, LedgerPool ledgers, CancellationToken cancelled)
    {
        var caller = Caller.Of(context);
        var dossier = await ledgers.Use(s => s.ShelfFor(caller).Find(id), cancelled) ?? throw ProblemException.NotFound($"There is no dossier '{id}'.");
        return dossier.Id == id ? BodyOf(dossier) : Results.Redirect($"/v1/dossiers/{Uri.EscapeDataString(dossier.Id)}", permanent: true);
    }

    /// <summary>The dossier as its caller sees it; its tag tells whether it has changed since.</summary>
    public static JsonBody BodyOf(Dossier dossier) => JsonBody.Of(json => DossierJson.WriteFields(json, dossier));

    /// <exception cref="ProblemException">The cursor leads to no dossier.</exception>
    private static List<DossierItem> ItemsOf(DossierShelf shelf, DossierQuery asked)
    {
        try
        {
            return [.. shelf.Summaries(asked).Select(DossierItem.Of)];
        }
        catch (KeyNotFoundException)
        {
            throw Paging.NoCursor();
        }
    }
}
