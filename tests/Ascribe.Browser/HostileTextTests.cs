using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Ascribe.Browser;

/// <summary>HTML and script in texts, titles, names of outlets and people, and addresses: they are shown as what they are, and nothing of them runs.</summary>
[Collection("reading")]
public sealed class HostileTextTests(DeskFixture desk)
{
    private static readonly JsonNode[] s_reports =
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Resources", "hostile.jsonl")).Select(l => JsonNode.Parse(l)!)];

    public static TheoryData<string> Ids() => [.. s_reports.Select(r => r["id"]!.GetValue<string>())];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Nothing_of_a_report_runs(string id)
    {
        var report = s_reports.Single(r => r["id"]!.GetValue<string>() == id);
        await using var page = await desk.Open($"/reports?id={id}");
        await Untouched(page);
        Assert.Equal(report["text"]!.GetValue<string>(), await page.It.Locator(".source-text").InnerTextAsync());
        Assert.Equal(report["title"]!.GetValue<string>(), await page.It.Locator(".source-title").InnerTextAsync());
        await Assertions.Expect(page.It.Locator(".byline")).ToContainTextAsync(report["outlet"]!.GetValue<string>());
        await page.Go($"/dossiers/{id}");
        await Untouched(page);
        await Assertions.Expect(page.It.Locator(".dossier-head h1")).ToContainTextAsync("Bomb in");
    }

    [Fact]
    public async Task Nothing_of_a_report_runs_in_lists()
    {
        await using var page = await desk.Open("/search?q=bomb");
        foreach (var address in new[] { "/search?q=bomb", "/search?in=claims", "/", "/actors", "/actors?q=ran", "/changes?since=2024-01-01", "/audit" })
        {
            await page.Go(address);
            await Untouched(page);
        }

        await page.Go("/actors?q=Karimi");
        await page.It.Locator("main ol a").First.ClickAsync();
        await page.Settle();
        await Untouched(page);
    }

    [Fact]
    public async Task Nothing_of_a_report_runs_in_what_is_handed_over()
    {
        await using var own = await desk.Open("/search");
        var handedOver = await (await own.It.Context.APIRequest.GetAsync("/v1/exports/html")).TextAsync();
        // As from a folder: no policy of the desk's stands before it.
        await using var page = await DeskPage.Of(own.It.Context);
        await page.It.SetContentAsync(handedOver);
        Assert.False(await page.It.EvaluateAsync<bool>("() => '__ran' in window"));
        Assert.Equal(0, await page.It.Locator("script, iframe, img, svg[onload], [onerror], a[href^='javascript:']").CountAsync());
        await Assertions.Expect(page.It.Locator("body")).ToContainTextAsync("<script>window.__ran=1</script>");
        Assert.Empty(await page.Violations());
        await page.Keep("export-html");
    }

    [Theory]
    [InlineData("<script>window.__ran=1</script>")]
    [InlineData("\"><img src=x onerror=window.__ran=1>")]
    [InlineData("javascript:window.__ran=1")]
    [InlineData("%00")]
    [InlineData("..%2f..%2fetc%2fpasswd")]
    public async Task Nothing_of_an_address_runs(string payload)
    {
        var escaped = Uri.EscapeDataString(payload);
        await using var page = await desk.Open("/search");
        foreach (var address in new[] { $"/search?q={escaped}&type={escaped}&since={escaped}", $"/?item={escaped}&state={escaped}", $"/reports?id={escaped}&value={escaped}&span={escaped}", $"/actors?q={escaped}", $"/changes?since={escaped}", $"/dossiers/{escaped}" })
        {
            await page.It.GotoAsync(address);
            await page.It.Locator("header.top nav").WaitForAsync();
            await Untouched(page);
        }
    }

    [Fact]
    public async Task A_text_that_is_read_on_the_spot_does_not_run_either()
    {
        await using var page = await desk.Open("/read");
        await page.It.GetByRole(AriaRole.Textbox, new() { Name = "Title" }).FillAsync("<img src=x onerror=window.__ran=1>");
        await page.It.GetByRole(AriaRole.Textbox, new() { Name = "Text", Exact = true }).FillAsync(s_reports[0]["text"]!.GetValue<string>());
        await page.It.GetByRole(AriaRole.Button, new() { Name = "Read", Exact = true }).ClickAsync();
        await page.It.Locator(".record").WaitForAsync();
        await Untouched(page);
    }

    private static async Task Untouched(DeskPage page)
    {
        await page.Settle();
        Assert.False(await page.It.EvaluateAsync<bool>("() => '__ran' in window"));
        Assert.Equal(0, await page.It.Locator("main script, main iframe, main img, main style, main svg[onload], [onerror], a[href^='javascript:']").CountAsync());
        Assert.True(await page.It.Locator("header.top").IsVisibleAsync());
    }
}
