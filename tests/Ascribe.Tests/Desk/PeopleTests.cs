using System.Net;
using System.Net.Http.Json;

namespace Ascribe.Tests.Desk;

public sealed class PeopleTests(RunningDesk desk) : IClassFixture<RunningDesk>
{
    [Fact]
    public async Task The_code_of_the_terminal_makes_one_admin_and_no_second()
    {
        var session = await desk.Admin.Get("/v1/session");
        Assert.Equal("signed_in", session.GetProperty("state").GetString());
        Assert.Equal("admin", session.GetProperty("role").GetString());
        Assert.Contains("already", await desk.Client().Refused(HttpStatusCode.Conflict, HttpMethod.Post, "/v1/setup", new { code = desk.SetupCode, name = "eve", password = RunningDesk.Password }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_comes_in_without_signing_in()
    {
        foreach (var path in new[] { "/v1/reports", "/v1/dossiers", "/v1/dossiers/first", "/v1/records/first", "/v1/changes?since=2016-01-01", "/v1/decisions", "/v1/users", "/v1/tokens", "/v1/audit", "/v1/types" })
            await desk.Client().Refused(HttpStatusCode.Unauthorized, HttpMethod.Get, path);
        Assert.Equal("signed_out", (await desk.Client().Get("/v1/session")).GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_reader_reads_and_does_no_more()
    {
        var reader = await desk.Person("reader");
        Assert.True((await reader.Get("/v1/dossiers")).GetProperty("items").GetArrayLength() > 0);
        Assert.Contains("'administer'", await reader.Refused(HttpStatusCode.Forbidden, HttpMethod.Get, "/v1/users"), StringComparison.Ordinal);
        await reader.Refused(HttpStatusCode.Forbidden, HttpMethod.Get, "/v1/audit");
        await reader.Refused(HttpStatusCode.Forbidden, HttpMethod.Post, "/v1/tokens", new { name = "x", rights = new[] { "administer" }, days = 1 });
        await reader.Refused(HttpStatusCode.Forbidden, HttpMethod.Post, "/v1/users", new { name = "eve", role = "admin", password = RunningDesk.Password });
        await reader.Refused(HttpStatusCode.Forbidden, HttpMethod.Patch, $"/v1/users/{reader.Name}", new { role = "admin" }, ("If-Match", "\"1\""));
        await reader.Refused(HttpStatusCode.Forbidden, HttpMethod.Post, "/v1/reports", new { reports = new[] { new { text = "Nothing." } } });
        await reader.Refused(HttpStatusCode.Forbidden, HttpMethod.Post, "/v1/decisions", new { decisions = new[] { new { key = "r1", verdict = "state", dossier = "first", state = "ready" } } });
    }

    [Fact]
    public async Task A_change_without_the_csrf_value_is_refused_and_so_is_another_origin()
    {
        var person = await desk.Person("contributor");
        var csrf = person.Http.DefaultRequestHeaders.GetValues("X-CSRF").Single();
        person.Http.DefaultRequestHeaders.Remove("X-CSRF");
        var body = new { decisions = new[] { new { key = "csrf", verdict = "state", dossier = "far", state = "in_review" } } };
        Assert.Contains("X-CSRF", await person.Refused(HttpStatusCode.Forbidden, HttpMethod.Post, "/v1/decisions", body), StringComparison.Ordinal);
        await person.Refused(HttpStatusCode.Forbidden, HttpMethod.Post, "/v1/decisions", body, ("X-CSRF", csrf[..^1] + "_"));
        await person.Refused(HttpStatusCode.Forbidden, HttpMethod.Post, "/v1/decisions", body, ("X-CSRF", csrf), ("Origin", "http://evil.example"));
        await person.Refused(HttpStatusCode.Forbidden, HttpMethod.Get, "/v1/dossiers", null, ("Sec-Fetch-Site", "cross-site"));
    }

    [Fact]
    public async Task A_name_that_is_not_the_desks_is_refused()
    {
        foreach (var host in new[] { "evil.example", "localhost.evil.example", "10.0.0.7", "[2001:db8::1]" })
            await desk.Client().Refused(HttpStatusCode.MisdirectedRequest, HttpMethod.Get, "/v1/session", null, ("Host", host));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/session");
        request.Headers.Host = $"localhost:{desk.Address.Port}";
        using var answer = await desk.Client().Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_stale_change_of_an_account_is_refused_and_the_last_admin_stays()
    {
        var person = await desk.Person("reader");
        var path = $"/v1/users/{person.Name}";
        await desk.Admin.Refused(HttpStatusCode.PreconditionRequired, HttpMethod.Patch, path, new { role = "editor" });
        await desk.Admin.Refused(HttpStatusCode.PreconditionFailed, HttpMethod.Patch, path, new { role = "editor" }, ("If-Match", "\"7\""));
        using var request = new HttpRequestMessage(HttpMethod.Patch, path) { Content = JsonContent.Create(new { disabled = true }) };
        request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        using var answer = await desk.Admin.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await person.Refused(HttpStatusCode.Unauthorized, HttpMethod.Get, "/v1/dossiers");
        Assert.Contains("last admin", await desk.Admin.Refused(HttpStatusCode.Conflict, HttpMethod.Patch, "/v1/users/ann", new { role = "reader" }, ("If-Match", "\"1\"")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("short")]
    [InlineData("bertha-and-more-letters")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    public async Task Weak_passwords_are_refused(string password) =>
        await desk.Admin.Refused(HttpStatusCode.BadRequest, HttpMethod.Post, "/v1/users", new { name = "bertha", role = "reader", password });

    [Fact]
    public async Task Who_guesses_is_slowed_down()
    {
        await using var own = new RunningDesk { SignInsAMinute = 8 };
        await own.InitializeAsync();
        for (var n = 0; n < 5; n++) await own.Client().Refused(HttpStatusCode.Unauthorized, HttpMethod.Post, "/v1/session", new { name = "ann", password = "wrong but long enough" });
        // By now the account is locked: the right password is answered as a wrong one.
        await own.Client().Refused(HttpStatusCode.Unauthorized, HttpMethod.Post, "/v1/session", new { name = "ann", password = RunningDesk.Password });
        await own.Client().Refused(HttpStatusCode.Unauthorized, HttpMethod.Post, "/v1/session", new { name = "nobody", password = RunningDesk.Password });
        await own.Client().Refused(HttpStatusCode.TooManyRequests, HttpMethod.Post, "/v1/session", new { name = "ann", password = RunningDesk.Password });
    }

    [Fact]
    public async Task Signing_out_ends_the_session_on_the_desk()
    {
        var person = await desk.Person("reader");
        using var answer = await person.Http.DeleteAsync("/v1/session");
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        await person.Refused(HttpStatusCode.Unauthorized, HttpMethod.Get, "/v1/dossiers");
    }

    [Fact]
    public async Task A_token_does_what_it_is_for_until_it_is_taken_back()
    {
        var made = await desk.Admin.Post("/v1/tokens", new { name = "collector", rights = new[] { "add" }, days = 1 });
        var program = desk.Client();
        program.Http.DefaultRequestHeaders.Authorization = new("Bearer", made.GetProperty("secret").GetString());
        var result = await program.Post("/v1/reports", new { reports = new[] { new { id = "by-token", text = "Gunmen killed two soldiers in Basra on Monday, police said.", published = "2024-03-05" } } });
        Assert.Equal("added", result.GetProperty("items")[0].GetProperty("result").GetString());
        await program.Refused(HttpStatusCode.Forbidden, HttpMethod.Get, "/v1/dossiers");
        using var removed = await desk.Admin.Http.DeleteAsync($"/v1/tokens/{made.GetProperty("token").GetProperty("id").GetString()}");
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        await program.Refused(HttpStatusCode.Unauthorized, HttpMethod.Post, "/v1/reports", new { reports = Array.Empty<object>() });
        Assert.DoesNotContain("ascribe_", (await desk.Admin.Get("/v1/tokens")).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_expired_lets_nobody_in()
    {
        var made = await desk.Admin.Post("/v1/tokens", new { name = "old", rights = new[] { "read" }, days = 1 });
        var (program, person) = (desk.Client(), await desk.Person("reader"));
        program.Http.DefaultRequestHeaders.Authorization = new("Bearer", made.GetProperty("secret").GetString());
        await program.Get("/v1/dossiers");
        desk.ChangePeople($"UPDATE token SET expires = {DateTimeOffset.UtcNow.ToUnixTimeSeconds() - 1} WHERE name = 'old'; UPDATE session SET begun = begun - 50000 WHERE person = '{person.Name}'");
        await program.Refused(HttpStatusCode.Unauthorized, HttpMethod.Get, "/v1/dossiers");
        await person.Refused(HttpStatusCode.Unauthorized, HttpMethod.Get, "/v1/dossiers");
    }

    [Fact]
    public async Task What_happened_stands_in_the_audit_without_secrets()
    {
        await desk.Person("editor");
        var audit = (await desk.Admin.Get("/v1/audit?limit=200")).ToString();
        Assert.Contains("user_added", audit, StringComparison.Ordinal);
        Assert.Contains("signed_in", audit, StringComparison.Ordinal);
        Assert.DoesNotContain(RunningDesk.Password, audit, StringComparison.Ordinal);
    }
}
