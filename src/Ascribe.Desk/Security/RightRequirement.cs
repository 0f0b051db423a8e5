using Ascribe.Desk.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Ascribe.Desk.Security;

/// <summary>What a route asks of its caller.</summary>
internal sealed record RightRequirement(Right Right) : IAuthorizationRequirement;

/// <summary>Lets in who has the right.</summary>
internal sealed class RightHandler : AuthorizationHandler<RightRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RightRequirement requirement)
    {
        if (context.Resource is HttpContext http && Caller.Find(http)?.Rights.HasFlag(requirement.Right) == true) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}

/// <summary>Says which right a route asks for.</summary>
internal static class RouteRights
{
    public static TBuilder Needs<TBuilder>(this TBuilder route, Right right)
        where TBuilder : IEndpointConventionBuilder => route.RequireAuthorization(PolicyOf(right)).WithMetadata(new RightRequirement(right));

    /// <summary>What holds for a route that asks for no right: it is closed to whoever is not signed in.</summary>
    public static AuthorizationPolicy PolicyOf(Right right) =>
        new AuthorizationPolicyBuilder(DeskAuthentication.SchemeName).RequireAuthenticatedUser().AddRequirements(new RightRequirement(right)).Build();
}
