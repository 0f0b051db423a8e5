using Ascribe.Desk.Security;
using Ascribe.Records;
using Microsoft.AspNetCore.Http;

namespace Ascribe.Desk.Http;

/// <summary>What a problem tells where the route itself told nothing.</summary>
internal static class ProblemTexts
{
    public static void Complete(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        problem.Extensions.Remove("trace_id");
        problem.Detail ??= problem.Status switch
        {
            StatusCodes.Status400BadRequest => "The request is not what was expected: 'limit' takes a whole number, 'disagreement' and 'several' take true or false, and a body is a JSON object.",
            StatusCodes.Status401Unauthorized => "Sign in, or send a service token that has not expired.",
            StatusCodes.Status403Forbidden when context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<RightRequirement>() is { } needed => $"This needs the right '{RecordJson.NameOf(needed.Right)}', which you do not have.",
            StatusCodes.Status404NotFound => "There is no such thing here.",
            StatusCodes.Status405MethodNotAllowed => "This cannot be asked for by that method.",
            StatusCodes.Status408RequestTimeout => "The body came too slowly.",
            StatusCodes.Status413PayloadTooLarge => $"The body is larger than the desk takes: {Limits.LongestBulk / 1024 / 1024} MB of reports, {Limits.LongestBody / 1024 / 1024} MB of anything else.",
            StatusCodes.Status415UnsupportedMediaType => "A body of the type application/json was expected.",
            StatusCodes.Status429TooManyRequests => "Too many requests; wait a while.",
            _ => null,
        };
    }
}
