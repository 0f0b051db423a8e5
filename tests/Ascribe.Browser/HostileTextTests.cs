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
        foreach (var address in new[] { $"/reports?id={id}", $"/dossiers/{id}", "/search?q=bomb", "/?q=", $"/read?title={Uri.EscapeDataString(report["title"]!.GetValue<string>())}" })
        {
            await using var page = await desk.Open(address);
            await Untouched(page);
            if (!address.StartsWith("/reports", StringComparison.Ordinal)) continue;
            var text = await page.It.Locator(".source-text").InnerTextAsync();
            Assert.Contains("killed", text, StringComparison.Ordinal);
            Assert.Equal(report["text"]!.GetValue<string>(), text);
        }
    }

    [Fact]
    public async Task Nothing_of_an_address_runs()
    {
        foreach (var payload in new[] { "<script>window.__ran=1</script>", "\"><img src=x onerror=window.__ran=1>", "javascript:window.__ran=1", "%00", "..%2f..%2fetc%2fpasswd" })
        {
            var escaped = Uri.EscapeDataString(payload);
            foreach (var address in new[] { $"/search?q={escaped}&type={escaped}&since={escaped}", $"/?item={escaped}&state={escaped}", $"/reports?id={escaped}&value={escaped}&span={escaped}", $"/actors?q={escaped}", $"/changes?since={escaped}", $"/dossiers/{escaped}" })
            {
                await using var page = await desk.Open("/search");
                await page.It.GotoAsync(address);
                await page.It.Locator("body").WaitForAsync();
                await Untouched(page);
            }
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
        Assert.False(await page.It.EvaluateAsync<bool>("() => 'window.__ran' in window || window.__ran === 1"));
        Assert.Equal(0, await page.It.Locator("main script, main iframe, main img, main style, main svg[onload], [onerror], a[href^='javascript:']").CountAsync());
        Assert.True(await page.It.Locator("header.top").IsVisibleAsync());
    }
}
