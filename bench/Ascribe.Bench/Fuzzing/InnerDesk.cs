using System.Net;
using System.Runtime.ExceptionServices;
using System.Text;
using System.Text.Json;
using Ascribe.Desk;
using Ascribe.Desk.People;
using Ascribe.Dossiers.Review;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Ascribe.Bench.Fuzzing;

/// <summary>A desk without its web server: requests go the way that they go in it from routing on, and come back without a network between.</summary>
internal sealed class InnerDesk : IDisposable
{
    /// <summary>Fewer than the requests a minute that one caller has.</summary>
    private const int RequestsOfToken = 2000;

    private readonly WebApplication _desk;
    private readonly RequestDelegate _way;
    private readonly ServiceTokens _tokens;
    private string _secret = "";
    private int _asked;

    public InnerDesk(string ledger)
    {
        _desk = DeskHost.Build(new DeskOptions { Ledger = ledger, SignInsAMinute = int.MaxValue });
        _desk.UseEndpoints(_ => { });
        _way = ((IApplicationBuilder)_desk).Build();
        _tokens = _desk.Services.GetRequiredService<ServiceTokens>();
        _desk.Services.GetRequiredService<Accounts>().Add("ann", Role.Admin, "a long and silly phrase");
    }

    /// <param name="request">"GET /v1/dossiers?several=true", lines of headers, an empty line and the body.</param>
    /// <returns>The status of the answer; 0: no web server would hand such a request on.</returns>
    /// <exception cref="BrokenPromiseException">The answer is no JSON, though it says so, or a fault of the desk.</exception>
    public int Ask(byte[] request)
    {
        var head = request.AsSpan().IndexOf("\n\n"u8) is >= 0 and var end ? request[..end] : request;
        var lines = Encoding.UTF8.GetString(head).Split('\n');
        if (lines[0].Split(' ') is not [var method, ['/', ..] target] || lines[0].Any(c => c is < ' ' or > '~')) return 0;
        var query = target.IndexOf('?');
        var path = Uri.UnescapeDataString(query < 0 ? target : target[..query]);
        // Events never end.
        if (path.Contains('\0') || path.StartsWith("/v1/events", StringComparison.OrdinalIgnoreCase)) return 0;
        using var scope = _desk.Services.CreateScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        (context.Request.Method, context.Request.Scheme, context.Request.Host) = (method, "http", new HostString("localhost"));
        (context.Request.Path, context.Request.QueryString) = (new PathString(path), new QueryString(query < 0 ? "" : target[query..]));
        context.Connection.RemoteIpAddress = new IPAddress(_asked);
        context.Request.Headers.Authorization = "Bearer " + Token();
        context.Request.ContentType = "application/json";
        foreach (var line in lines.AsSpan(1)) AddHeader(context.Request, line);
        if (head.Length + 2 <= request.Length) AddBody(context, request[(head.Length + 2)..]);
        using var answer = new MemoryStream();
        context.Response.Body = answer;
        _way(context).GetAwaiter().GetResult();
        Check(context, answer);
        return context.Response.StatusCode;
    }

    public void Dispose() => ((IDisposable)_desk).Dispose();

    private string Token()
    {
        if (_asked++ % RequestsOfToken == 0) _secret = _tokens.Add($"fuzz {_asked}", (Right)127, Tlp.Red, "ann", TimeSpan.FromDays(1)).Secret;
        return _secret;
    }

    private static void AddHeader(HttpRequest request, string line)
    {
        var colon = line.IndexOf(':');
        if (colon < 1 || line[..colon].Any(c => !char.IsAsciiLetterOrDigit(c) && c != '-') || line.Any(char.IsControl)) return;
        request.Headers.Append(line[..colon], line[(colon + 1)..].Trim());
    }

    private static void AddBody(HttpContext context, byte[] body)
    {
        context.Request.Body = new MemoryStream(body);
        context.Request.ContentLength = body.Length;
        var feature = new BodyFeature();
        context.Features.Set<IHttpRequestBodyDetectionFeature>(feature);
        context.Features.Set<IHttpMaxRequestBodySizeFeature>(feature);
    }

    private static void Check(HttpContext context, MemoryStream answer)
    {
        if (context.Response.StatusCode >= StatusCodes.Status500InternalServerError)
        {
            if (context.Features.Get<IExceptionHandlerFeature>()?.Error is { } error) ExceptionDispatchInfo.Throw(error);
            throw new BrokenPromiseException($"The answer is {context.Response.StatusCode}.");
        }

        if (context.Response.ContentType?.Contains("json", StringComparison.Ordinal) != true || answer.Length == 0) return;
        try
        {
            using var json = JsonDocument.Parse(answer.GetBuffer().AsMemory(0, (int)answer.Length));
        }
        catch (JsonException e)
        {
            throw new BrokenPromiseException("The answer is no JSON: " + e.Message);
        }
    }

    /// <summary>What a web server tells of a body.</summary>
    private sealed class BodyFeature : IHttpRequestBodyDetectionFeature, IHttpMaxRequestBodySizeFeature
    {
        public bool CanHaveBody => true;

        public bool IsReadOnly => false;

        public long? MaxRequestBodySize { get; set; }
    }
}
