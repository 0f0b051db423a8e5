using Ascribe.Desk.Contracts;
using Ascribe.Desk.Http;
using Ascribe.Desk.People;
using Ascribe.Desk.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Ascribe.Desk.Endpoints;

/// <summary>Accounts, for the admin; everybody may change the own password.</summary>
internal static class UserEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/users", List).WithName("ListUsers").WithSummary("All accounts.").Produces<Page<UserItem>>().Needs(Right.Administer);
        api.MapPost("/users", Add).WithName("AddUser").WithSummary("Makes an account.").Produces<UserItem>(StatusCodes.Status201Created).Needs(Right.Administer);
        api.MapPatch("/users/{name}", Change).WithName("ChangeUser").WithSummary("Changes role, password or state of an account; wants If-Match.").Produces<UserItem>().Needs(Right.Administer);
        api.MapPost("/session/password", ChangeOwn).WithName("ChangeOwnPassword").WithSummary("Changes the own password; all sessions of the account end.").Produces(StatusCodes.Status204NoContent).Needs(Right.Read).RequireRateLimiting(RateLimits.Guessing);
    }

    private static JsonBody List(Accounts accounts) => JsonBody.Of(new Page<UserItem>([.. accounts.All.Select(UserItem.Of)], null), DeskJson.Instance.PageUserItem);

    private static JsonBody Add(NewUserRequest request, HttpContext context, Accounts accounts, AuditLog audit)
    {
        if (Accounts.Fault(request.Name, request.Password) is { } fault) throw ProblemException.BadRequest(fault);
        if (!accounts.Add(request.Name, Names.Read<Role>("role", request.Role) ?? Role.Reader, request.Password)) throw new ProblemException(StatusCodes.Status409Conflict, $"There is an account '{request.Name}' already.");
        audit.Write(Caller.Of(context).Name, "user_added", $"{request.Name} {request.Role}", SessionEndpoints.AddressOf(context));
        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.Headers.Location = "/v1/users/" + Uri.EscapeDataString(request.Name);
        return Answer(accounts.Find(request.Name)!);
    }

    private static JsonBody Change(string name, ChangeUserRequest request, HttpContext context, Accounts accounts, AuditLog audit)
    {
        var person = accounts.Find(name) ?? throw ProblemException.NotFound($"There is no account '{name}'.");
        Preconditions.Require(context.Request, UserItem.TagOf(person));
        var role = Names.Read<Role>("role", request.Role);
        if (request.Password is { } password && Accounts.PasswordFault(person.Name, password) is { } fault) throw ProblemException.BadRequest(fault);
        if ((role < Role.Admin || request.Disabled == true) && person.Role == Role.Admin && accounts.IsLastAdmin(person.Name))
            throw new ProblemException(StatusCodes.Status409Conflict, "This is the last admin; nobody could keep the accounts any more.");
        if (!accounts.Change(person, role, request.Disabled, request.Password)) throw Preconditions.Stale();
        string?[] told = [person.Name, request.Role, request.Disabled switch { true => "disabled", false => "enabled", null => null }, request.Password is null ? null : "password"];
        audit.Write(Caller.Of(context).Name, "user_changed", string.Join(' ', told.OfType<string>()), SessionEndpoints.AddressOf(context));
        return Answer(accounts.Find(name)!);
    }

    private static IResult ChangeOwn(ChangePasswordRequest request, HttpContext context, Accounts accounts, SessionCookie cookie, AuditLog audit)
    {
        var name = Caller.Of(context).Name;
        if (accounts.SignIn(name, request.Old) is not { } person) throw new ProblemException(StatusCodes.Status403Forbidden, "The old password does not fit.");
        if (Accounts.PasswordFault(name, request.New) is { } fault) throw ProblemException.BadRequest(fault);
        if (!accounts.Change(person, null, null, request.New)) throw Preconditions.Stale();
        cookie.Remove(context);
        audit.Write(name, "password_changed", null, SessionEndpoints.AddressOf(context));
        return Results.NoContent();
    }

    private static JsonBody Answer(Person person) => JsonBody.Of(UserItem.Of(person), DeskJson.Instance.UserItem, UserItem.TagOf(person));
}
