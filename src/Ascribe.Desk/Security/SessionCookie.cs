using Ascribe.Records;
using Microsoft.AspNetCore.Http;

namespace Ascribe.Desk.Security;

/// <summary>The cookie that holds the secret of a session: no script reads it, and no other site makes a browser send it.</summary>
internal sealed class SessionCookie(DeskOptions options)
{
    /// <summary>Cookies do not tell ports apart: desks of several ledgers on one machine must not sign each other out.</summary>
    private readonly string _name = "ascribe-" + RecordJson.HashOf(Path.GetFullPath(options.Ledger))[..8];

    public string? Read(HttpRequest request) => request.Cookies[_name];

    public void Set(HttpContext context, string secret) => context.Response.Cookies.Append(_name, secret, OptionsOf(context));

    public void Remove(HttpContext context) => context.Response.Cookies.Delete(_name, OptionsOf(context));

    private static CookieOptions OptionsOf(HttpContext context) => new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, Path = "/", IsEssential = true };
}
