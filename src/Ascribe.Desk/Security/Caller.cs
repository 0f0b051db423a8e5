using System.Security.Claims;
using Ascribe.Desk.People;
using Ascribe.Dossiers.Review;
using Microsoft.AspNetCore.Http;

namespace Ascribe.Desk.Security;

/// <summary>Who asks, and what they may.</summary>
/// <param name="Name">A person's name, or "token:" and a token's.</param>
/// <param name="Csrf">What changes must bring in the header X-CSRF; null where a token asks, which no browser sends by itself.</param>
/// <param name="Clearance">The strictest marking of reports that they see.</param>
internal sealed record Caller(string Name, Role? Role, Right Rights, Tlp Clearance, string? Csrf)
{
    private const string Type = "desk";

    /// <summary>A person in a session.</summary>
    public static Caller Of(Person person, string csrf) => new(person.Name, person.Role, People.Rights.Of(person.Role), People.Rights.ClearanceOf(person.Role), csrf);

    public ClaimsPrincipal Principal { get; } = new(new ClaimsIdentity([new Claim(ClaimTypes.Name, Name)], Type));

    /// <exception cref="InvalidOperationException">Nobody is signed in: the route forgot to ask for a right.</exception>
    public static Caller Of(HttpContext context) => Find(context) ?? throw new InvalidOperationException("The route asks for no right.");

    public static Caller? Find(HttpContext context) => context.Features.Get<Caller>();
}
