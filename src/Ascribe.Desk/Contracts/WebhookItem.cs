using Ascribe.Desk.Webhooks;
using Ascribe.Dossiers.Review;

namespace Ascribe.Desk.Contracts;

/// <summary>A webhook, without its secret.</summary>
/// <param name="Query">The query string of a list of dossiers.</param>
/// <param name="Clearance">The strictest TLP marking of reports that it is told of.</param>
internal sealed record WebhookItem(string Id, string Url, string Query, string Clearance, string MadeBy, string Made)
{
    public static WebhookItem Of(Webhook webhook) => new(webhook.Id, webhook.Url.AbsoluteUri, webhook.Query, TlpLabel.Of(webhook.Clearance), webhook.MadeBy, TokenItem.TimeOf(webhook.Made));
}

/// <param name="Query">As in the address of a list of dossiers: "country=IQ&amp;several=true"; null: all dossiers.</param>
internal sealed record NewWebhookRequest(string Url, string? Query = null);

/// <param name="Secret">Shown this once: it signs what is sent.</param>
internal sealed record NewWebhookAnswer(WebhookItem Webhook, string Secret);
