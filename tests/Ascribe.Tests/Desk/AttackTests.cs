using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Ascribe.Tests.Desk;

/// <summary>What somebody tries who means no good.</summary>
public sealed class AttackTests(RunningDesk desk) : IClassFixture<RunningDesk>
{
    [Theory]
    [InlineData("/../../etc/passwd")]
    [InlineData("/..%2f..%2fetc%2fpasswd")]
    [InlineData("/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/assets/..%5c..%5cascribe.dll")]
    [InlineData("/assets/%00.js")]
    [InlineData("//etc/passwd.txt")]
    [InlineData("/C:%5cwindows%5cwin.ini")]
    [InlineData("/test.ascribe")]
    [InlineData("/test.ascribe.people")]
    public async Task No_path_leads_out_of_the_bundle(string path)
    {
        var answer = await Raw($"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        // A path without a dot is a page of the application, whatever it is called.
        Assert.True(answer.StartsWith("HTTP/1.1 404 ", StringComparison.Ordinal) || answer.StartsWith("HTTP/1.1 400 ", StringComparison.Ordinal) || answer.Contains("<!doctype html>", StringComparison.OrdinalIgnoreCase), answer);
        Assert.DoesNotContain("root:", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("SQLite format", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'; DROP TABLE entry; --")]
    [InlineData("\" OR 1=1 --")]
    [InlineData("%_%")]
    [InlineData("killed) UNION SELECT password FROM person --")]
    public async Task Sql_in_a_search_is_words(string words)
    {
        var asked = Uri.EscapeDataString(words);
        var before = await Reports();
        foreach (var name in new[] { "place", "actor", "speaker", "type", "country" })
            Assert.Equal(0, (await desk.Admin.Get($"/v1/dossiers?{name}={asked}")).GetProperty("items").GetArrayLength());
        await desk.Admin.Get($"/v1/actors?q={asked}");
        await desk.Admin.Get($"/v1/claims?speaker={asked}");
        await desk.Admin.Get($"/v1/queue?assigned={asked}");
        await desk.Admin.Refused(HttpStatusCode.NotFound, HttpMethod.Get, $"/v1/dossiers/{asked}");
        await desk.Admin.Refused(HttpStatusCode.NotFound, HttpMethod.Get, $"/v1/reports/{asked}");
        Assert.Equal(before, await Reports());

        async Task<int> Reports() => (await desk.Admin.Get("/v1/reports")).GetProperty("items").GetArrayLength();
    }

    [Theory]
    [InlineData("\"unclosed")]
    [InlineData("AND AND")]
    [InlineData("(((")]
    [InlineData("NEAR(")]
    [InlineData("*")]
    [InlineData("-")]
    [InlineData("a:b:c ^ {")]
    [InlineData("NOT")]
    public async Task A_malformed_search_is_told_or_finds_nothing(string words)
    {
        using var answer = await desk.Admin.Http.GetAsync($"/v1/dossiers?text={Uri.EscapeDataString(words)}");
        if (answer.StatusCode == HttpStatusCode.OK) return;
        Assert.Contains("'text'", await DeskClient.Problem(HttpStatusCode.BadRequest, answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/v1/dossiers?since=yesterdayish")]
    [InlineData("/v1/dossiers?near=1,2")]
    [InlineData("/v1/dossiers?near=NaN,0,1")]
    [InlineData("/v1/dossiers?polygon=1,1 2,2")]
    [InlineData("/v1/dossiers?stance=shouts")]
    [InlineData("/v1/dossiers?limit=0")]
    [InlineData("/v1/dossiers?limit=100000")]
    [InlineData("/v1/dossiers?limit=many")]
    [InlineData("/v1/dossiers?several=maybe")]
    [InlineData("/v1/dossiers?cursor=!!!")]
    [InlineData("/v1/dossiers?cursor=bm90aGluZw")]
    [InlineData("/v1/reports?cursor=bm90aGluZw")]
    [InlineData("/v1/claims?cursor=bm90aGluZw")]
    [InlineData("/v1/queue?state=lost")]
    [InlineData("/v1/changes?since=2024-02-30")]
    public async Task A_parameter_that_is_none_is_a_clear_problem(string path) =>
        Assert.NotEqual("", await desk.Admin.Refused(HttpStatusCode.BadRequest, HttpMethod.Get, path));

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"text\":1}")]
    [InlineData("{\"text\":\"x\",\"colour\":\"red\"}")]
    [InlineData("{\"title\":\"no text\"}")]
    [InlineData("{\"text\":\"  \"}")]
    [InlineData("{\"text\":\"x\",\"published\":\"soon\"}")]
    [InlineData("{\"text\":\"x\",\"language\":\"tlh\"}")]
    [InlineData("null")]
    public async Task A_body_that_is_none_is_a_clear_problem(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await desk.Admin.Http.PostAsync("/v1/read", content);
        Assert.NotEqual("", await DeskClient.Problem(HttpStatusCode.BadRequest, answer));
    }

    [Fact]
    public async Task A_form_signs_nobody_in()
    {
        using var content = new FormUrlEncodedContent([new("name", "ann"), new("password", RunningDesk.Password)]);
        using var answer = await desk.Admin.Http.PostAsync("/v1/read", content);
        await DeskClient.Problem(HttpStatusCode.UnsupportedMediaType, answer);
    }

    [Fact]
    public async Task Fifty_megabytes_are_refused()
    {
        var token = (await desk.Admin.Post("/v1/tokens", new { name = "large", rights = new[] { "read", "add", "organise" }, days = 1 })).GetProperty("secret").GetString();
        foreach (var path in new[] { "/v1/read", "/v1/reports", "/v1/decisions" })
        {
            var answer = await Raw($"POST {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json\r\nContent-Length: 50000000\r\n\r\n{{");
            Assert.StartsWith("HTTP/1.1 413 ", answer, StringComparison.Ordinal);
            Assert.Contains("application/problem+json", answer, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_client_that_never_ends_its_body_is_let_go()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, desk.Address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes("POST /v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"));
        Assert.Equal("signed_in", (await desk.Admin.Get("/v1/session")).GetProperty("state").GetString());
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var reader = new StreamReader(stream);
        var answer = await reader.ReadToEndAsync(patience.Token);
        Assert.True(answer.Length == 0 || answer.StartsWith("HTTP/1.1 408", StringComparison.Ordinal), answer);
    }

    [Fact]
    public async Task Html_in_a_report_stays_text_in_every_answer()
    {
        const string payload = "<script>alert(1)</script><img src=x onerror=alert(2)>";
        await desk.Admin.Post("/v1/reports", new { reports = new[] { new { id = "<b>x", title = payload, outlet = payload, url = "javascript:alert(3)", text = $"Gunmen killed two soldiers in Basra on Monday, police said. {payload}", published = "2024-03-05" } } });
        var id = Uri.EscapeDataString("<b>x");
        foreach (var path in new[] { "/v1/reports", $"/v1/reports/{id}", $"/v1/records/{id}", "/v1/dossiers", "/v1/feed.atom", "/v1/exports/html", "/v1/exports/csv-incidents", "/v1/exports/geojson" })
        {
            using var answer = await desk.Admin.Http.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
            var type = answer.Content.Headers.ContentType!.MediaType!;
            var text = await answer.Content.ReadAsStringAsync();
            if (type is "text/html" or "application/atom+xml") Assert.DoesNotContain("<script", text, StringComparison.Ordinal);
            if (type == "text/html") Assert.DoesNotContain("href=\"javascript:", text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Pages_run_no_inline_script_and_stand_in_no_frame()
    {
        using var answer = await desk.Client().Http.GetAsync("/anything/at/all");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotMatch("<script(?![^>]*src=)", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_unknown_part_of_the_api_is_a_problem_and_no_page()
    {
        await desk.Admin.Refused(HttpStatusCode.NotFound, HttpMethod.Get, "/v1/nothing");
        await desk.Admin.Refused(HttpStatusCode.NotFound, HttpMethod.Get, "/v1/exports/exe");
        await desk.Admin.Refused(HttpStatusCode.MethodNotAllowed, HttpMethod.Put, "/v1/dossiers");
    }

    private async Task<string> Raw(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, desk.Address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return await reader.ReadToEndAsync();
    }
}
