using Microsoft.Playwright;

namespace Ascribe.Browser;

[Collection("reading")]
public sealed class ReadingTests(DeskFixture desk)
{
    [Fact]
    public async Task Text_and_record_lead_to_each_other()
    {
        await using var page = await desk.Open("/reports?id=camp-1");
        await page.It.Locator(".record button", new() { HasText = "Kataib Hezbollah" }).First.ClickAsync();
        await Assertions.Expect(page.It.Locator(".source-text .seg.on").First).ToBeVisibleAsync();
        await page.It.Locator(".source-text .seg", new() { HasText = "Two soldiers" }).ClickAsync();
        await Assertions.Expect(page.It.Locator(".record li.on")).ToContainTextAsync("soldiers");
    }

    [Fact]
    public async Task The_keys_walk_through_the_record_and_the_arrows_through_the_text()
    {
        await using var page = await desk.Open("/reports?id=camp-1");
        await page.Press("j", "j", "k");
        Assert.Contains("value=", page.It.Url, StringComparison.Ordinal);
        await page.Press("g", "ArrowRight", "Enter");
        await Assertions.Expect(page.It.Locator(".seg.on").First).ToBeVisibleAsync();
        await page.Press("Escape");
        Assert.DoesNotContain("value=", page.It.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_is_read_on_the_spot_and_not_kept()
    {
        await using var page = await desk.Open("/read");
        await page.It.GetByRole(AriaRole.Textbox, new() { Name = "Title" }).FillAsync("Blast in Tripoli");
        await page.It.GetByRole(AriaRole.Textbox, new() { Name = "Published" }).FillAsync("2024-05-02");
        await page.It.GetByRole(AriaRole.Textbox, new() { Name = "Text", Exact = true }).FillAsync("TRIPOLI — A bomb killed three people in Tripoli on Thursday, police said. Nobody claimed responsibility.");
        await page.It.GetByRole(AriaRole.Button, new() { Name = "Read", Exact = true }).ClickAsync();
        await Assertions.Expect(page.It.Locator(".record").GetByText("bombing").First).ToBeVisibleAsync(new() { Timeout = 30_000 });
        Assert.Empty(await page.Violations());
        await page.Keep("read-result");
        Assert.DoesNotContain("Tripoli", (await desk.Get("/v1/reports?limit=200")).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_in_Arabic_script_can_be_followed_by_Latin_letters()
    {
        await using var page = await desk.Open("/dossiers/baghdad-ar");
        await page.It.Locator(".prefs summary").ClickAsync();
        await page.It.GetByLabel("Names also in Latin letters").CheckAsync();
        await Assertions.Expect(page.It.Locator(".latin").First).ToBeVisibleAsync();
    }
}
