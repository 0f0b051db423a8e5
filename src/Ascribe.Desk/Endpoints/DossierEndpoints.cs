using Ascribe.Actors;
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
    private static readonly Lazy<ActorHierarchy> s_actors = new(() => ActorHierarchy.Load("en"));

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/dossiers", List).WithName("ListDossiers").WithSummary("Incidents, by their earliest report in the ledger.").Produces<Page<DossierItem>>().Needs(Right.Read);
        api.MapGet("/dossiers/{id}", Get).WithName("GetDossier").WithSummary("An incident with every value and who says so; an old id leads to the present one.").Produces(StatusCodes.Status200OK, contentType: "application/json").Produces(StatusCodes.Status301MovedPermanently).Needs(Right.Read);
    }

    private static async Task<IResult> List([AsParameters] DossierQueryString query, LedgerPool ledgers, CancellationToken cancelled, int? limit = null, string? cursor = null)
    {
        var (asked, paging) = (query.Read(), Paging.Of(limit, cursor));
        var found = await ledgers.Use(s => Fitting(s.Shelf, asked, query.Several == true, paging.After).Take(paging.Limit + 1).Select(DossierItem.Of).ToList(), cancelled);
        var next = found.Count > paging.Limit ? Paging.CursorOf(found[paging.Limit - 1].Id) : null;
        return JsonBody.Of(new Page<DossierItem>([.. found.Take(paging.Limit)], next), DeskJson.Instance.PageDossierItem);
    }

    private static async Task<IResult> Get(string id, LedgerPool ledgers, CancellationToken cancelled)
    {
        var dossier = await ledgers.Use(s => s.Shelf.Find(id), cancelled) ?? throw ProblemException.NotFound($"There is no dossier '{id}'.");
        return dossier.Id == id ? JsonBody.Of(json => DossierJson.WriteFields(json, dossier)) : Results.Redirect($"/v1/dossiers/{Uri.EscapeDataString(dossier.Id)}", permanent: true);
    }

    private static IEnumerable<Dossier> Fitting(DossierShelf shelf, DossierQuery asked, bool several, string? after)
    {
        IEnumerable<string> ids = shelf.Ids;
        if (after is not null) ids = ids.SkipWhile(id => id != after).Skip(1);
        return ids.Select(id => shelf.Find(id)!).Where(d => (!several || d.Reports.Count > 1) && asked.Fits(d, s_actors.Value));
    }
}
