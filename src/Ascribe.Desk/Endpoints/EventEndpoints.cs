using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Ascribe.Desk.Events;
using Ascribe.Desk.Http;
using Ascribe.Desk.Ledgers;
using Ascribe.Desk.People;
using Ascribe.Desk.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Ascribe.Desk.Endpoints;

/// <summary>What is new, as server-sent events: report, dossier, decision, each with an id and nothing of the text.</summary>
internal static class EventEndpoints
{
    private static readonly TimeSpan s_beat = TimeSpan.FromSeconds(15);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/events", Listen).WithName("ListenToEvents").WithSummary("Server-sent events: report {id}, dossier {id}, decision {number, report}; ping every 15 seconds.")
            .Produces(StatusCodes.Status200OK, contentType: "text/event-stream").Needs(Right.Read).RequireRateLimiting(RateLimits.Streams);

    private static ServerSentEventsResult<string> Listen(HttpContext context, LedgerWatch watch, LedgerPool ledgers, Admission admission, IHostApplicationLifetime lifetime) =>
        TypedResults.ServerSentEvents(Tell(context, watch, ledgers, admission, lifetime.ApplicationStopping));

    private static async IAsyncEnumerable<SseItem<string>> Tell(HttpContext context, LedgerWatch watch, LedgerPool ledgers, Admission admission, CancellationToken stopping, [EnumeratorCancellation] CancellationToken cancelled = default)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancelled, stopping, context.RequestAborted);
        await using var news = watch.Listen(ending.Token).GetAsyncEnumerator(ending.Token);
        yield return Ping();
        var next = news.MoveNextAsync().AsTask();
        while (!ending.IsCancellationRequested)
        {
            if (await Task.WhenAny(next, Beat(ending.Token)) != next)
            {
                // Who has signed out meanwhile, or lost the right, hears no more.
                if (admission.Find(context.Request, isUse: false) is null) break;
                yield return Ping();
                continue;
            }

            if (next.IsCanceled || !await next) break;
            foreach (var item in await ledgers.Use(s => ItemsOf(s, Caller.Of(context), news.Current), ending.Token)) yield return item;
            next = news.MoveNextAsync().AsTask();
        }

        await ending.CancelAsync();
        await next.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private static Task Beat(CancellationToken cancelled) => Task.Delay(s_beat, cancelled);

    private static SseItem<string> Ping() => new("{}", "ping");

    private static List<SseItem<string>> ItemsOf(LedgerSession session, Caller caller, LedgerNews news)
    {
        var shelf = session.ShelfFor(caller);
        if (shelf.Hides(news.Report)) return [];
        var items = new List<SseItem<string>>
        {
            news.Kind == "decision" ? Item("decision", json => WriteDecision(json, news)) : Item("report", json => json.WriteString("id", news.Report)),
        };
        items.AddRange(shelf.Telling(news.Report).Select(t => t.Dossier).Distinct().Select(id => Item("dossier", json => json.WriteString("id", id))));
        return items;
    }

    private static void WriteDecision(Utf8JsonWriter json, LedgerNews news)
    {
        json.WriteNumber("number", news.Sequence);
        json.WriteString("report", news.Report);
    }

    private static SseItem<string> Item(string kind, Action<Utf8JsonWriter> fields) => new(JsonBody.TextOf(fields), kind);
}
