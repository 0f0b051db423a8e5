using System.Text.Json;
using Ascribe.Dossiers.Ledger;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace Ascribe.Desk.Http;

/// <summary>Tells every fault as a problem (RFC 9457). What is a fault of the desk itself is told to its operator and not to the client.</summary>
internal sealed class ProblemHandler(IProblemDetailsService problems, ILogger<ProblemHandler> log) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        var (status, detail) = exception switch
        {
            BadHttpRequestException { InnerException: JsonException json } => (StatusCodes.Status400BadRequest, Told(json)),
            BadHttpRequestException bad => (bad.StatusCode, bad.Message),
            JsonException json => (StatusCodes.Status400BadRequest, Told(json)),
            ProblemException problem => (problem.Status, problem.Message),
            LedgerException ledger => (StatusCodes.Status503ServiceUnavailable, ledger.Message),
            OperationCanceledException when context.RequestAborted.IsCancellationRequested => (StatusCodes.Status499ClientClosedRequest, ""),
            _ => (StatusCodes.Status500InternalServerError, "The desk could not answer; its operator finds the reason in the terminal."),
        };
        if (status >= StatusCodes.Status500InternalServerError) log.LogError(exception, "{Method} {Path}", context.Request.Method, context.Request.Path);
        context.Response.StatusCode = status;
        // A problem is told as one whatever was asked for: who listens for events asks for nothing else, and would be told of a fault of the desk.
        context.Request.Headers.Accept = "application/problem+json";
        return problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = context, ProblemDetails = new ProblemDetails { Status = status, Detail = detail } });
    }

    private static string Told(JsonException json) => $"The body is not the JSON that was expected, at {json.Path ?? "$"}, line {json.LineNumber + 1}.";
}
