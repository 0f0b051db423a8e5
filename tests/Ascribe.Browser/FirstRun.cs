using Microsoft.Playwright;

namespace Ascribe.Browser;

/// <summary>What who opens a new desk does.</summary>
internal static class FirstRun
{
    /// <summary>Makes the first account on the page that asks for it.</summary>
    public static async Task SetUp(DeskPage page, string code)
    {
        await page.Go("/");
        await Fill(page, code);
        await page.It.Locator("header.top nav").WaitForAsync();
    }

    public static async Task Fill(DeskPage page, string code)
    {
        await page.It.GetByLabel("Code from the terminal").FillAsync(code);
        await page.It.GetByLabel("Name", new() { Exact = true }).FillAsync(DeskFixture.Admin);
        await page.It.GetByLabel("Password", new() { Exact = false }).First.FillAsync(DeskFixture.Password);
        await page.It.GetByLabel("Password again").FillAsync(DeskFixture.Password);
        await page.It.GetByRole(AriaRole.Button, new() { Name = "Make the account" }).ClickAsync();
    }
}
