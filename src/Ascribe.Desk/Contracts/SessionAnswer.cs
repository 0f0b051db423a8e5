namespace Ascribe.Desk.Contracts;

/// <summary>Who is signed in.</summary>
/// <param name="State">setup: there are no accounts yet; signed_out; signed_in.</param>
/// <param name="Rights">read, export, add, organise, review, mark, administer.</param>
/// <param name="Clearance">The strictest TLP marking of reports that they see.</param>
/// <param name="Csrf">What changes must bring in the header X-CSRF; null where nobody is signed in, or a token asks.</param>
internal sealed record SessionAnswer(string State, string? Name = null, string? Role = null, IReadOnlyList<string>? Rights = null, string? Clearance = null, string? Csrf = null);

internal sealed record SignInRequest(string Name, string Password);

/// <param name="Code">The one-time code that the terminal shows.</param>
internal sealed record SetupRequest(string Code, string Name, string Password);
