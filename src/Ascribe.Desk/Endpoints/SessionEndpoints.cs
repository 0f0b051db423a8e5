using Ascribe.Desk.Contracts;
using Ascribe.Desk.Http;
using Ascribe.Desk.People;
using Ascribe.Desk.Security;
using Ascribe.Dossiers.Review;
using Ascribe.Records;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Ascribe.Desk.Endpoints;

/// <summary>Signing in and out, and the first account.</summary>
internal static class SessionEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/session", Get).WithName("GetSession").WithSummary("Who is signed in.").Produces<SessionAnswer>().AllowAnonymous();
        api.MapPost("/session", SignIn).WithName("SignIn").WithSummary("Signs in by name and password; sets the cookie of the session.").Produces<SessionAnswer>().AllowAnonymous().RequireRateLimiting(RateLimits.Guessing);
        api.MapDelete("/session", SignOut).WithName("SignOut").WithSummary("Ends the session.").Produces(StatusCodes.Status204NoContent).Needs(Right.None);
        api.MapPost("/setup", Setup).WithName("Setup").WithSummary("Makes the first account, an admin, with the code that the terminal shows.").Produces<SessionAnswer>().AllowAnonymous().RequireRateLimiting(RateLimits.Guessing);
    }

    private static JsonBody Get(HttpContext context, Accounts accounts) => Answer(
        Caller.Find(context) is { } caller ? Of(caller) : new SessionAnswer(accounts.Any ? "signed_out" : "setup"));

    private static JsonBody SignIn(SignInRequest request, HttpContext context, Accounts accounts, Sessions sessions, SessionCookie cookie, AuditLog audit)
    {
        if (accounts.SignIn(request.Name, request.Password) is not { } person)
        {
            audit.Write(null, "sign_in_failed", request.Name, AddressOf(context));
            throw new ProblemException(StatusCodes.Status401Unauthorized, "Name and password do not fit, or the account is locked for a while after wrong passwords.");
        }

        return Begin(person, "signed_in", context, sessions, cookie, audit);
    }

    private static IResult SignOut(HttpContext context, Sessions sessions, SessionCookie cookie, AuditLog audit)
    {
        if (cookie.Read(context.Request) is { } secret) sessions.End(secret);
        cookie.Remove(context);
        audit.Write(Caller.Of(context).Name, "signed_out", null, AddressOf(context));
        return Results.NoContent();
    }

    private static JsonBody Setup(SetupRequest request, HttpContext context, Accounts accounts, SetupCode code, Sessions sessions, SessionCookie cookie, AuditLog audit)
    {
        if (accounts.Any) throw new ProblemException(StatusCodes.Status409Conflict, "There are accounts already; an admin makes more.");
        if (Accounts.Fault(request.Name, request.Password) is { } fault) throw ProblemException.BadRequest(fault);
        if (!code.Use(request.Code, () => accounts.Add(request.Name, Role.Admin, request.Password)))
        {
            audit.Write(null, "setup_failed", request.Name, AddressOf(context));
            throw new ProblemException(StatusCodes.Status403Forbidden, "This is not the code that the terminal shows.");
        }

        return Begin(accounts.Find(request.Name)!, "setup", context, sessions, cookie, audit);
    }

    private static JsonBody Begin(Person person, string what, HttpContext context, Sessions sessions, SessionCookie cookie, AuditLog audit)
    {
        if (cookie.Read(context.Request) is { } before) sessions.End(before);
        var (secret, csrf) = sessions.Begin(person);
        cookie.Set(context, secret);
        audit.Write(person.Name, what, null, AddressOf(context));
        return Answer(Of(Caller.Of(person, csrf)));
    }

    private static SessionAnswer Of(Caller caller) =>
        new("signed_in", caller.Name, caller.Role is { } role ? RecordJson.NameOf(role) : null, [.. Rights.NamesOf(caller.Rights)], TlpLabel.Of(caller.Clearance), caller.Csrf);

    private static JsonBody Answer(SessionAnswer answer) => JsonBody.Of(answer, DeskJson.Instance.SessionAnswer);

    internal static string? AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString();
}
