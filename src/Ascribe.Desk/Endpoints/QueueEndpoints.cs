using Ascribe.Desk.Contracts;
using Ascribe.Desk.Http;
using Ascribe.Desk.Ledgers;
using Ascribe.Desk.People;
using Ascribe.Desk.Review;
using Ascribe.Desk.Security;
using Ascribe.Dossiers.Review;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Ascribe.Desk.Endpoints;

/// <summary>What waits for a person.</summary>
internal static class QueueEndpoints
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/queue", List).WithName("ListQueue").WithSummary("What is to be reviewed, the latest first: dossiers, each followed by those that may be of the same incident. 'limit' counts dossiers.").Produces<Page<QueueItem>>().Needs(Right.Read);

    private static async Task<IResult> List(HttpContext context, LedgerPool ledgers, CancellationToken cancelled, string? state = null, string? assigned = null, int? limit = null, string? cursor = null)
    {
        var (paging, wanted, caller) = (Paging.Of(limit, cursor), Names.Read<ReviewState>("state", state), Caller.Of(context));
        try
        {
            var (items, next) = await ledgers.Use(s => new ReviewQueue(s.ShelfFor(caller), wanted, string.IsNullOrWhiteSpace(assigned) ? null : assigned).Page(paging.After, paging.Limit), cancelled);
            return JsonBody.Of(new Page<QueueItem>(items, next is null ? null : Paging.CursorOf(next)), DeskJson.Instance.PageQueueItem);
        }
        catch (KeyNotFoundException)
        {
            throw Paging.NoCursor();
        }
    }
}
