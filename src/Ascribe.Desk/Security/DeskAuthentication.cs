using System.Text.Encodings.Web;
using Ascribe.Desk.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ascribe.Desk.Security;

/// <summary>Tells who asks, by a service token or by the cookie of a session.</summary>
internal sealed class DeskAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Sessions sessions, ServiceTokens tokens, SessionCookie cookie)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "desk";

    private const string Bearer = "Bearer ";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (CallerOf(Request) is not { } caller) return Task.FromResult(AuthenticateResult.NoResult());
        Context.Features.Set(caller);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(caller.Principal, SchemeName)));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer";
        return Task.CompletedTask;
    }

    private Caller? CallerOf(HttpRequest request)
    {
        if (request.Headers.Authorization.ToString() is { Length: > 0 } header)
        {
            if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) || tokens.Find(header[Bearer.Length..].Trim()) is not { } token) return null;
            return new Caller("token:" + token.Name, null, token.Rights, token.Clearance, null);
        }

        return cookie.Read(request) is { } secret && sessions.Find(secret) is var (person, csrf) ? Caller.Of(person, csrf) : null;
    }
}
