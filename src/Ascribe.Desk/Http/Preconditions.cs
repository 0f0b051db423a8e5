using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Ascribe.Desk.Http;

/// <summary>Changes of one thing say which state of it their author saw.</summary>
internal static class Preconditions
{
    /// <param name="tag">Of the thing as it is now.</param>
    /// <exception cref="ProblemException">If-Match is missing (428) or names another state (412).</exception>
    public static void Require(HttpRequest request, string tag)
    {
        if (request.Headers.IfMatch.Count == 0) throw new ProblemException(StatusCodes.Status428PreconditionRequired, "The header If-Match with the tag of what you saw was expected.");
        if (!EntityTagHeaderValue.TryParseList(request.Headers.IfMatch, out var tags) || !tags.Any(t => t.Equals(EntityTagHeaderValue.Any) || t.Tag == tag)) throw Stale();
    }

    public static ProblemException Stale() => new(StatusCodes.Status412PreconditionFailed, "It has changed since you saw it; look at it again.");
}
