using System.Text.Json;
using System.Text.Json.Nodes;
using Ascribe.Desk;
using Ascribe.Dossiers.Ledger;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;

namespace Ascribe.Browser;

/// <summary>
/// A desk over a ledger of the reports in Resources, and a browser before it. The first account is made in the browser, as on a first run, and the reports come in
/// through the API. Without a Chromium on this machine, nothing is started and each test is skipped.
/// </summary>
public sealed class DeskFixture : IAsyncLifetime
{
    internal const string Name = "nadia";
    internal const string Password = "three quiet rivers meet";

    private readonly string _folder = Directory.CreateTempSubdirectory("ascribe-browser").FullName;
    private WebApplication? _desk;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private string? _session;

    /// <summary>Where the desk listens, without a slash at the end.</summary>
    internal string Address { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Path is not { } path) return;
        var ledger = System.IO.Path.Combine(_folder, "test.ascribe");
        using (ReportLedger.Open(ledger)) { }
        _desk = DeskHost.Build(new DeskOptions { Ledger = ledger });
        await _desk.StartAsync();
        Address = _desk.Urls.First().TrimEnd('/');
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = Chromium.Arguments });
        await SetUp(DeskHost.SetupCodeOf(_desk)!);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_desk is not null) await _desk.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A page of the desk, signed in unless told otherwise.</summary>
    internal async Task<DeskPage> Open(string path, string language = "en", string theme = "light", int width = 1280, bool signedIn = true)
    {
        Assert.SkipWhen(_browser is null, Chromium.Missing);
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address,
            StorageState = signedIn ? _session : null,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ReducedMotion = ReducedMotion.Reduce,
        });
        await context.AddInitScriptAsync($"localStorage.setItem('ascribe.language', '\"{language}\"'); localStorage.setItem('ascribe.theme', '\"{theme}\"');");
        var page = await DeskPage.Of(context);
        await page.Go(path);
        return page;
    }

    /// <summary>Asks the API as the first account.</summary>
    internal async Task<JsonNode> Get(string path)
    {
        Assert.SkipWhen(_browser is null, Chromium.Missing);
        await using var context = await _browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = Address, StorageState = _session });
        var answer = await context.APIRequest.GetAsync(path);
        Assert.True(answer.Ok, $"{path}: {answer.Status}");
        return JsonNode.Parse(await answer.TextAsync())!;
    }

    private async Task SetUp(string code)
    {
        await using var page = await Open("/", signedIn: false);
        await page.It.GetByLabel("Code from the terminal").FillAsync(code);
        await page.It.GetByLabel("Name", new() { Exact = true }).FillAsync(Name);
        await page.It.GetByLabel("Password", new() { Exact = false }).First.FillAsync(Password);
        await page.It.GetByLabel("Password again").FillAsync(Password);
        await page.It.GetByRole(AriaRole.Button, new() { Name = "Make the account" }).ClickAsync();
        await page.It.Locator("header.top nav").WaitForAsync();
        await Add(page.It.Context);
        _session = await page.It.Context.StorageStateAsync();
    }

    private static async Task Add(IBrowserContext context)
    {
        var lines = new[] { "reports.jsonl", "hostile.jsonl" }.SelectMany(f => File.ReadLines(System.IO.Path.Combine(AppContext.BaseDirectory, "Resources", f)));
        var reports = new JsonArray([.. lines.Select(l => JsonNode.Parse(l))]);
        var session = JsonNode.Parse(await (await context.APIRequest.GetAsync("/v1/session")).TextAsync())!;
        var answer = await context.APIRequest.PostAsync("/v1/reports", new APIRequestContextOptions
        {
            Headers = new Dictionary<string, string> { ["X-CSRF"] = session["csrf"]!.GetValue<string>(), ["Content-Type"] = "application/json" },
            DataString = new JsonObject { ["reports"] = reports }.ToJsonString(new JsonSerializerOptions()),
            Timeout = 120_000,
        });
        Assert.True(answer.Ok, await answer.TextAsync());
    }
}
