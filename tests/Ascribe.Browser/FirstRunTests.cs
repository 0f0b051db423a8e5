using System.Net;
using Ascribe.Desk;
using Ascribe.Dossiers.Ledger;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;

namespace Ascribe.Browser;

/// <summary>A desk of its own from its first page to its end.</summary>
public sealed class FirstRunTests(ChromiumFixture chromium) : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ascribe-first").FullName;
    private WebApplication? _desk;

    public async ValueTask InitializeAsync()
    {
        var ledger = Path.Combine(_folder, "test.ascribe");
        using (ReportLedger.Open(ledger)) { }
        _desk = DeskHost.Build(new DeskOptions { Ledger = ledger });
        await _desk.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _desk!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Who_listens_where_nothing_is_told_is_told_so()
    {
        using var listener = new HttpClient { BaseAddress = new Uri(_desk!.Urls.First()) };
        listener.DefaultRequestHeaders.Accept.ParseAdd("text/event-stream");
        using var answer = await listener.GetAsync("/v1/nothing", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task The_first_account_is_made_with_the_code_of_the_terminal_and_the_desk_stops_under_an_open_page()
    {
        await using var page = await DeskPage.Of(await chromium.ContextFor(_desk!.Urls.First().TrimEnd('/')), isAlone: true);
        await page.Prepare("en", "light", 1280);
        await page.Go("/dossiers/anything");
        await Assertions.Expect(page.It.GetByRole(AriaRole.Heading, new() { Name = "The first account" })).ToBeVisibleAsync();
        Assert.Empty(await page.Violations());
        await page.Keep("first-run-en");
        await FirstRun.Fill(page, "0000-0000");
        await Assertions.Expect(page.It.GetByRole(AriaRole.Alert)).ToContainTextAsync("not the code");
        await FirstRun.SetUp(page, DeskHost.SetupCodeOf(_desk)!);
        await Assertions.Expect(page.It.GetByText("Nothing waits here.")).ToBeVisibleAsync();
        await page.Settle();
        Assert.Empty(await page.Violations());
        await page.Keep("inbox-empty-en");
        Assert.Null(DeskHost.SetupCodeOf(_desk));

        // The page listens for news: the stream must end with the desk and not keep it.
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await _desk.StopAsync(limit.Token);
        Assert.False(limit.IsCancellationRequested, "the desk did not stop while a page was open");
        await page.It.Locator("header nav a", new() { HasText = "Search" }).ClickAsync();
        await Assertions.Expect(page.It.GetByRole(AriaRole.Alert)).ToContainTextAsync("does not answer");
        await page.Keep("no-answer-en");
    }
}
