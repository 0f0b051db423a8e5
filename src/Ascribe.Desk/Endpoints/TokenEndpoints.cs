using Ascribe.Desk.Contracts;
using Ascribe.Desk.Http;
using Ascribe.Desk.People;
using Ascribe.Desk.Security;
using Ascribe.Dossiers.Review;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Ascribe.Desk.Endpoints;

/// <summary>Tokens by which other programs come in, and the audit; for the admin.</summary>
internal static class TokenEndpoints
{
    private const int LongestDays = 366;
    private const int LongestName = 64;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/tokens", List).WithName("ListTokens").WithSummary("All service tokens, without their secrets.").Produces<Page<TokenItem>>().Needs(Right.Administer);
        api.MapPost("/tokens", Add).WithName("AddToken").WithSummary("Makes a service token; its secret is shown this once.").Produces<NewTokenAnswer>(StatusCodes.Status201Created).Needs(Right.Administer);
        api.MapDelete("/tokens/{id}", Remove).WithName("RemoveToken").WithSummary("Takes a service token back.").Produces(StatusCodes.Status204NoContent).Needs(Right.Administer);
        api.MapGet("/audit", Audit).WithName("ListAudit").WithSummary("Who came in, took something out or changed who may; the newest first.").Produces<Page<AuditItem>>().Needs(Right.Administer);
    }

    private static JsonBody List(ServiceTokens tokens) => JsonBody.Of(new Page<TokenItem>([.. tokens.All.Select(TokenItem.Of)], null), DeskJson.Instance.PageTokenItem);

    private static JsonBody Add(NewTokenRequest request, HttpContext context, ServiceTokens tokens, AuditLog audit)
    {
        if (string.IsNullOrWhiteSpace(request.Name) || request.Name.Length > LongestName) throw ProblemException.BadRequest($"'name' has 1 to {LongestName} characters.");
        if (request.Days is < 1 or > LongestDays) throw ProblemException.BadRequest($"'days' lies in 1..{LongestDays}.");
        if (!Rights.TryParse(request.Rights, out var rights) || rights == Right.None)
            throw ProblemException.BadRequest($"'rights' are of {string.Join(", ", Rights.NamesOf((Right)~0))}.");
        if (!TlpLabel.TryParse(request.Marking ?? TlpLabel.Of(Tlp.Green), out var clearance)) throw ProblemException.BadRequest($"'marking' is one of {string.Join(", ", TlpLabel.All)}.");
        var (token, secret) = tokens.Add(request.Name.Trim(), rights, clearance, Caller.Of(context).Name, TimeSpan.FromDays(request.Days));
        audit.Write(Caller.Of(context).Name, "token_made", $"{token.Id} {token.Name}", SessionEndpoints.AddressOf(context));
        context.Response.StatusCode = StatusCodes.Status201Created;
        return JsonBody.Of(new NewTokenAnswer(TokenItem.Of(token), secret), DeskJson.Instance.NewTokenAnswer);
    }

    private static IResult Remove(string id, HttpContext context, ServiceTokens tokens, AuditLog audit)
    {
        if (!tokens.Remove(id)) throw ProblemException.NotFound($"There is no token '{id}'.");
        audit.Write(Caller.Of(context).Name, "token_removed", id, SessionEndpoints.AddressOf(context));
        return Results.NoContent();
    }

    private static JsonBody Audit(AuditLog audit, int? limit = null, string? cursor = null)
    {
        var paging = Paging.Of(limit, cursor);
        var lines = audit.Before(paging.After is null ? long.MaxValue : paging.Number, paging.Limit + 1);
        var next = lines.Count > paging.Limit ? Paging.CursorOf($"{lines[paging.Limit - 1].Id}") : null;
        return JsonBody.Of(new Page<AuditItem>([.. lines.Take(paging.Limit).Select(AuditItem.Of)], next), DeskJson.Instance.PageAuditItem);
    }
}
