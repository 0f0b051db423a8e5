using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Ascribe.Tests.Desk;

/// <summary>What a browser or program does: keeps the cookie, sends the CSRF value, follows nothing.</summary>
internal sealed class DeskClient(Uri address) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = address };

    public HttpClient Http => _http;

    public string Name { get; private set; } = "";

    public void Dispose() => _http.Dispose();

    /// <summary>Signs in or sets up; from then on changes bring the CSRF value.</summary>
    public async Task Enter(string path, object body)
    {
        using var answer = await _http.PostAsJsonAsync(path, body);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var session = await Json(answer);
        Name = session.GetProperty("name").GetString()!;
        _http.DefaultRequestHeaders.Add("X-CSRF", session.GetProperty("csrf").GetString());
    }

    public async Task<JsonElement> Get(string path)
    {
        using var answer = await _http.GetAsync(path);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return await Json(answer);
    }

    public async Task<JsonElement> Post(string path, object body)
    {
        using var answer = await _http.PostAsJsonAsync(path, body);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return await Json(answer);
    }

    /// <summary>One decision and what came of it.</summary>
    public async Task<JsonElement> Decide(object decision) => (await Post("/v1/decisions", new { decisions = new[] { decision } })).GetProperty("items")[0];

    /// <summary>Asks and expects a problem of this status; its detail.</summary>
    public async Task<string> Refused(HttpStatusCode status, HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await _http.SendAsync(request);
        return await Problem(status, answer);
    }

    public static async Task<string> Problem(HttpStatusCode status, HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status, $"{answer.RequestMessage!.RequestUri}: {answer.StatusCode} {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        using var problem = JsonDocument.Parse(text);
        Assert.Equal((int)status, problem.RootElement.GetProperty("status").GetInt32());
        Assert.False(string.IsNullOrEmpty(problem.RootElement.GetProperty("title").GetString()));
        return problem.RootElement.TryGetProperty("detail", out var detail) ? detail.GetString()! : "";
    }

    public static async Task<JsonElement> Json(HttpResponseMessage answer)
    {
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return document.RootElement.Clone();
    }
}
