using System.Text.Json;
using System.Text.Json.Nodes;
using Ascribe.Desk;
using Ascribe.Dossiers.Ledger;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;

namespace Ascribe.Browser;

/// <summary>
/// A desk over a ledger of the reports in Resources. The first account, an admin, is made in the browser, as on a first run; the reports come in through the API.
/// Each person has a browser of their own, of which the tests share the cache.
/// </summary>
public sealed class DeskFixture(ChromiumFixture chromium) : IAsyncLifetime
{
    /// <summary>The admin.</summary>
    internal const string Admin = "nadia";

    /// <summary>Of all people.</summary>
    internal const string Password = "three quiet rivers meet";

    private readonly string _folder = Directory.CreateTempSubdirectory("ascribe-browser").FullName;
    private readonly Dictionary<string, IBrowserContext> _browsers = [];
    private WebApplication? _desk;

    /// <summary>Where the desk listens, without a slash at the end.</summary>
    internal string Address { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (ChromiumFixture.Path is null) return;
        // On a busy machine an assertion about a page waits as long as the page needs.
        Assertions.SetDefaultExpectTimeout(30_000);
        var ledger = Path.Combine(_folder, "test.ascribe");
        using (ReportLedger.Open(ledger)) { }
        _desk = DeskHost.Build(new DeskOptions { Ledger = ledger, SignInsAMinute = 1000 });
        await _desk.StartAsync();
        Address = _desk.Urls.First().TrimEnd('/');
        var own = _browsers[Admin] = await chromium.ContextFor(Address);
        await using (var page = await DeskPage.Of(own)) await FirstRun.SetUp(page, DeskHost.SetupCodeOf(_desk)!);
        await Add("reports.jsonl", "hostile.jsonl");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in _browsers.Values) await browser.CloseAsync();
        if (_desk is not null) await _desk.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A page of the desk, as the admin sees it unless told otherwise.</summary>
    /// <param name="by">Who is signed in; null: nobody, in a browser that knows nothing yet.</param>
    internal async Task<DeskPage> Open(string path, string language = "en", string theme = "light", int width = 1280, string? by = Admin)
    {
        Assert.SkipWhen(_desk is null, "There is no Chromium on this machine.");
        var page = by is null ? await DeskPage.Of(await chromium.ContextFor(Address), isAlone: true) : await DeskPage.Of(_browsers[by]);
        await page.Prepare(language, theme, width);
        await page.Go(path);
        return page;
    }

    /// <summary>Makes an account and signs it in, in a browser of its own.</summary>
    internal async Task Invite(string name, string role)
    {
        if (_browsers.ContainsKey(name)) return;
        await Ask(HttpMethod.Post, "/v1/users", new JsonObject { ["name"] = name, ["role"] = role, ["password"] = Password });
        var own = await chromium.ContextFor(Address);
        var answer = await own.APIRequest.PostAsync("/v1/session", new APIRequestContextOptions { DataObject = new { name, password = Password } });
        Assert.True(answer.Ok, await answer.TextAsync());
        _browsers[name] = own;
    }

    internal Task<JsonNode> Get(string path) => Ask(HttpMethod.Get, path, null);

    /// <summary>Asks the API.</summary>
    internal async Task<JsonNode> Ask(HttpMethod method, string path, JsonNode? body, string by = Admin)
    {
        Assert.SkipWhen(_desk is null, "There is no Chromium on this machine.");
        var api = _browsers[by].APIRequest;
        var session = JsonNode.Parse(await (await api.GetAsync("/v1/session")).TextAsync())!;
        var answer = await api.FetchAsync(path, new APIRequestContextOptions
        {
            Method = method.Method,
            Headers = new Dictionary<string, string> { ["X-CSRF"] = session["csrf"]!.GetValue<string>(), ["Content-Type"] = "application/json" },
            DataString = body?.ToJsonString(new JsonSerializerOptions()),
            Timeout = 240_000,
        });
        var text = await answer.TextAsync();
        Assert.True(answer.Ok, $"{path}: {answer.Status} {text}");
        return JsonNode.Parse(text.Length == 0 ? "{}" : text)!;
    }

    /// <summary>The id of the dossier that a report belongs to.</summary>
    internal async Task<string> DossierOf(string report) => (await Get($"/v1/dossiers/{report}"))["id"]!.GetValue<string>();

    private async Task Add(params string[] files)
    {
        var lines = files.SelectMany(f => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Resources", f)));
        await Ask(HttpMethod.Post, "/v1/reports", new JsonObject { ["reports"] = new JsonArray([.. lines.Select(l => JsonNode.Parse(l))]) });
    }
}
