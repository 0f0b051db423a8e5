using Ascribe.Desk.People;
using Microsoft.AspNetCore.Http;

namespace Ascribe.Desk.Security;

/// <summary>Tells who asks, by a service token or by the cookie of a session.</summary>
internal sealed class Admission(Sessions sessions, ServiceTokens tokens, SessionCookie cookie)
{
    private const string Bearer = "Bearer ";

    /// <param name="isUse">Whether a session counts as used by it.</param>
    public Caller? Find(HttpRequest request, bool isUse)
    {
        if (request.Headers.Authorization.ToString() is { Length: > 0 } header)
        {
            return header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) && tokens.Find(header[Bearer.Length..].Trim()) is { } token
                ? new Caller("token:" + token.Name, null, token.Rights, token.Clearance, null)
                : null;
        }

        return cookie.Read(request) is { } secret && sessions.Find(secret, isUse) is var (person, csrf) ? Caller.Of(person, csrf) : null;
    }
}
