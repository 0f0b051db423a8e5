using Microsoft.Playwright;

namespace Ascribe.Browser;

[Collection("reading")]
public sealed class SignInTests(DeskFixture desk)
{
    [Fact]
    public async Task A_wrong_password_is_told_and_the_right_one_lets_in_to_where_one_wanted_to_go()
    {
        await using var page = await desk.Open("/search", by: null);
        await Fill(page, "not the password");
        await Assertions.Expect(page.It.GetByRole(AriaRole.Alert)).ToContainTextAsync("do not fit");
        await Fill(page, DeskFixture.Password);
        await Assertions.Expect(page.It.GetByRole(AriaRole.Heading, new() { Name = "Search", Level = 1 })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Who_signs_out_sees_nothing_more()
    {
        await using var page = await desk.Open("/search", by: null);
        await Fill(page, DeskFixture.Password);
        await page.It.Locator(".prefs summary").ClickAsync();
        await page.It.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Assertions.Expect(page.It.GetByRole(AriaRole.Heading, new() { Name = "Sign in" })).ToBeVisibleAsync();
        await page.Go("/dossiers/depot-1");
        await Assertions.Expect(page.It.GetByRole(AriaRole.Heading, new() { Name = "Sign in" })).ToBeVisibleAsync();
    }

    private static async Task Fill(DeskPage page, string password)
    {
        await page.It.GetByRole(AriaRole.Textbox, new() { Name = "Name" }).FillAsync(DeskFixture.Admin);
        await page.It.GetByLabel("Password").FillAsync(password);
        await page.It.Keyboard.PressAsync("Enter");
    }
}
