using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Ascribe.Desk.Events;
using Ascribe.Desk.Http;
using Ascribe.Desk.Ledgers;
using Ascribe.Dossiers.Dossiers;
using Ascribe.Dossiers.Ledger;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ascribe.Desk.Webhooks;

/// <summary>Sends what is new and changed to webhooks, signed; what cannot be sent is tried again, later and later.</summary>
internal sealed class WebhookSender(DeskOptions options, WebhookBox box, LedgerWatch watch, LedgerPool ledgers, TimeProvider clock, ILogger<WebhookSender> log) : BackgroundService
{
    private const int MostAtOnce = 20;
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(5);

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        ConnectCallback = (context, cancelled) => WebhookTarget.Connect(context, options.AllowsPrivateWebhooks, cancelled),
    })
    { Timeout = TimeSpan.FromSeconds(10), MaxResponseContentBufferSize = 64 * 1024 };

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Collect(stoppingToken), Send(stoppingToken));

    public override void Dispose()
    {
        _http.Dispose();
        base.Dispose();
    }

    /// <summary>The signature of a body: "t=UNIX SECONDS,v1=HEX" with the HMAC-SHA-256 of the seconds, a dot and the body.</summary>
    public static string SignatureOf(string secret, long seconds, string body)
    {
        var signed = string.Create(CultureInfo.InvariantCulture, $"{seconds}.{body}");
        return string.Create(CultureInfo.InvariantCulture, $"t={seconds},v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(signed)))}");
    }

    private async Task Collect(CancellationToken stopping)
    {
        await foreach (var news in watch.Listen(stopping))
        {
            if (news.Report.Length == 0) continue;
            foreach (var webhook in box.All)
            {
                try
                {
                    foreach (var dossier in await ledgers.Use(s => Fitting(s, webhook, news.Report), stopping)) box.Post(webhook, BodyOf(dossier, news));
                }
                catch (Exception e) when (e is LedgerException or ProblemException)
                {
                    log.LogWarning(e, "The webhook {Id} could not be served.", webhook.Id);
                }
            }
        }
    }

    private static List<Dossier> Fitting(LedgerSession session, Webhook webhook, string report)
    {
        var (shelf, query) = (session.Shelf.SeenWith(webhook.Clearance), DossierQueryString.Of(webhook.Query).Read());
        return shelf.Hides(report) ? [] : [.. shelf.Telling(report).Select(t => t.Dossier).Distinct().Select(id => shelf.Find(id)!).Where(d => query.Fits(d))];
    }

    private static string BodyOf(Dossier dossier, LedgerNews news) => JsonBody.TextOf(json =>
    {
        json.WriteString("event", news.Kind == "decision" ? "decided" : dossier.Reports.Count == 1 ? "new" : "changed");
        json.WriteNumber("sequence", news.Sequence);
        json.WriteString("report", news.Report);
        json.WriteStartObject("dossier");
        DossierJson.WriteFields(json, dossier);
        json.WriteEndObject();
    });

    private async Task Send(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(s_pause);
        do
        {
            foreach (var delivery in box.Due(MostAtOnce))
            {
                if (await IsTaken(delivery, stopping)) box.Sent(delivery);
                else if (!box.Failed(delivery)) log.LogWarning("What was for the webhook {Id} was given up after {Tries} tries.", delivery.To.Id, delivery.Tries + 1);
            }
        }
        while (await timer.WaitForNextTickAsync(stopping));
    }

    private async Task<bool> IsTaken(Delivery delivery, CancellationToken stopping)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, delivery.To.Url) { Content = new StringContent(delivery.Body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")) };
        request.Headers.Add("X-Ascribe-Signature", SignatureOf(delivery.To.Secret, clock.GetUtcNow().ToUnixTimeSeconds(), delivery.Body));
        request.Headers.Add("X-Ascribe-Delivery", delivery.Id.ToString(CultureInfo.InvariantCulture));
        try
        {
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stopping);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or System.Net.Sockets.SocketException || e is OperationCanceledException && !stopping.IsCancellationRequested)
        {
            return false;
        }
    }
}
