using Ascribe.Desk.Contracts;
using Ascribe.Desk.Http;
using Ascribe.Desk.People;
using Ascribe.Desk.Security;
using Ascribe.Desk.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Ascribe.Desk.Endpoints;

/// <summary>Where new and changed dossiers of saved queries are sent.</summary>
internal static class WebhookEndpoints
{
    private const int Most = 50;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/webhooks", List).WithName("ListWebhooks").WithSummary("Webhooks; an admin sees all, others their own.").Produces<Page<WebhookItem>>().Needs(Right.Organise);
        api.MapPost("/webhooks", Add).WithName("AddWebhook").WithSummary("Has new and changed dossiers of a query sent to an address, signed by a secret that is shown this once.").Produces<NewWebhookAnswer>(StatusCodes.Status201Created).Needs(Right.Organise);
        api.MapDelete("/webhooks/{id}", Remove).WithName("RemoveWebhook").WithSummary("Ends a webhook and drops what waits for it.").Produces(StatusCodes.Status204NoContent).Needs(Right.Organise);
    }

    private static JsonBody List(HttpContext context, WebhookBox box) =>
        JsonBody.Of(new Page<WebhookItem>([.. box.All.Where(w => IsOf(w, context)).Select(WebhookItem.Of)], null), DeskJson.Instance.PageWebhookItem);

    private static JsonBody Add(NewWebhookRequest request, HttpContext context, WebhookBox box, DeskOptions options, AuditLog audit)
    {
        if (WebhookTarget.Fault(request.Url, options.AllowsPrivateWebhooks) is { } fault) throw ProblemException.BadRequest(fault);
        if (box.All.Count >= Most) throw new ProblemException(StatusCodes.Status409Conflict, $"There are {Most} webhooks already.");
        // A query that cannot be read is told now and not when nothing comes.
        DossierQueryString.Of(request.Query ?? "").Read();
        var caller = Caller.Of(context);
        var webhook = box.Add(new Uri(request.Url), request.Query ?? "", caller.Clearance, caller.Name);
        audit.Write(caller.Name, "webhook_made", $"{webhook.Id} {webhook.Url.Host}", SessionEndpoints.AddressOf(context));
        context.Response.StatusCode = StatusCodes.Status201Created;
        return JsonBody.Of(new NewWebhookAnswer(WebhookItem.Of(webhook), webhook.Secret), DeskJson.Instance.NewWebhookAnswer);
    }

    private static IResult Remove(string id, HttpContext context, WebhookBox box, AuditLog audit)
    {
        if (!box.All.Any(w => w.Id == id && IsOf(w, context)) || !box.Remove(id)) throw ProblemException.NotFound($"There is no webhook '{id}'.");
        audit.Write(Caller.Of(context).Name, "webhook_removed", id, SessionEndpoints.AddressOf(context));
        return Results.NoContent();
    }

    private static bool IsOf(Webhook webhook, HttpContext context) => Caller.Of(context) is var caller && (caller.Rights.HasFlag(Right.Administer) || webhook.MadeBy == caller.Name);
}
