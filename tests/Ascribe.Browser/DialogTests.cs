using Microsoft.Playwright;

namespace Ascribe.Browser;

/// <summary>The dialogs, in a wide window and in one of 360 pixels. What is decided here is not committed.</summary>
[Collection("reading")]
public sealed class DialogTests(DeskFixture desk)
{
    [Theory]
    [InlineData("en", 1280)]
    [InlineData("ar", 360)]
    [InlineData("fa", 1280)]
    public async Task Dialogs_have_room_and_axe_finds_nothing(string language, int width)
    {
        await using var page = await desk.Open("/dossiers/sahel-1?value=killed:11", language, width: width);
        await Look(page, "?", $"help-{language}");
        await Look(page, "m", $"merge-{language}");
        await Look(page, "e", $"edit-{language}");
        await page.Press("y");
        await Look(page, "c", $"commit-{language}");
    }

    private static async Task Look(DeskPage page, string key, string name)
    {
        await page.Press(key);
        await page.It.Locator("dialog").WaitForAsync();
        Assert.Empty(await page.Violations());
        Assert.Equal(0, await page.It.EvaluateAsync<int>("() => { const d = document.querySelector('dialog'); return d.scrollWidth - d.clientWidth; }"));
        await page.Keep(name);
        await page.Press("Escape");
        await Assertions.Expect(page.It.Locator("dialog")).ToHaveCountAsync(0);
    }
}
