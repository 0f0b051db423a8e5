using System.Net;
using Ascribe.Desk.Http;
using Ascribe.Desk.People;
using Microsoft.AspNetCore.Http;

namespace Ascribe.Desk.Security;

/// <summary>
/// Refuses what another site makes a browser ask: requests for a name that is not the desk's (DNS rebinding), from pages of another origin, and changes without
/// the value that only a page of the desk can read.
/// </summary>
internal sealed class RequestGuard(DeskOptions options)
{
    private const string CsrfHeader = "X-CSRF";

    private readonly HashSet<string> _hosts = new(["localhost", .. options.Hosts], StringComparer.OrdinalIgnoreCase);

    /// <exception cref="ProblemException">The request is refused.</exception>
    public Task CheckOrigin(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (!IsOurs(request.Host.Host)) throw new ProblemException(StatusCodes.Status421MisdirectedRequest, "This desk does not answer to that name; 'ascribe desk --host' gives it one.");
        if (!request.Path.StartsWithSegments("/v1")) return next(context);
        if (request.Headers["Sec-Fetch-Site"] == "cross-site" || request.Headers.Origin is { Count: > 0 } origin && origin != $"{request.Scheme}://{request.Host}")
            throw new ProblemException(StatusCodes.Status403Forbidden, "Pages of other sites may not use this desk.");
        return next(context);
    }

    /// <exception cref="ProblemException">The request is refused.</exception>
    public static Task CheckCsrf(HttpContext context, RequestDelegate next)
    {
        var method = context.Request.Method;
        if (!HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && Caller.Find(context)?.Csrf is { } csrf && !Secret.Equal(context.Request.Headers[CsrfHeader], csrf))
            throw new ProblemException(StatusCodes.Status403Forbidden, $"The header {CsrfHeader} with the value that GET /v1/session gives was expected.");
        return next(context);
    }

    private bool IsOurs(string host) => _hosts.Contains(host) || IPAddress.TryParse(host.Trim('[', ']'), out var address) && (IPAddress.IsLoopback(address) || options.ListensToOthers);
}
