using Microsoft.Playwright;

namespace Ascribe.Browser;

/// <summary>Accounts, and what a role that may less sees.</summary>
public sealed class UsersTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    [Fact]
    public async Task An_admin_makes_a_reader_who_sees_no_way_to_decide()
    {
        await using (var admin = await desk.Open("/users"))
        {
            await admin.It.GetByRole(AriaRole.Textbox, new() { Name = "Name" }).FillAsync("karim");
            await admin.It.GetByRole(AriaRole.Combobox, new() { Name = "Role", Exact = true }).SelectOptionAsync("reader");
            await admin.It.GetByLabel("First password").FillAsync(DeskFixture.Password);
            await admin.It.GetByRole(AriaRole.Button, new() { Name = "Add the account" }).ClickAsync();
            await Assertions.Expect(admin.It.Locator("#people .people")).ToContainTextAsync("karim");
        }

        await using var reader = await desk.Open("/", by: null);
        await reader.It.GetByRole(AriaRole.Textbox, new() { Name = "Name" }).FillAsync("karim");
        await reader.It.GetByLabel("Password").FillAsync(DeskFixture.Password);
        await reader.It.Keyboard.PressAsync("Enter");
        await reader.It.Locator(".item .slots, .item .pair").First.WaitForAsync();
        await Assertions.Expect(reader.It.GetByRole(AriaRole.Button, new() { Name = "Accept", Exact = true })).ToHaveCountAsync(0);
        await Assertions.Expect(reader.It.Locator("header nav a", new() { HasText = "People" })).ToHaveCountAsync(0);
        await reader.Press("y");
        await Assertions.Expect(reader.It.Locator(".strip .pending")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Who_is_switched_off_is_out_at_once()
    {
        await desk.Invite("tariq", "reviewer");
        await using var page = await desk.Open("/search", by: "tariq");
        await using (var admin = await desk.Open("/users"))
        {
            await admin.It.GetByRole(AriaRole.Combobox, new() { Name = "Role of tariq" }).SelectOptionAsync("editor");
            await admin.Settle();
            await admin.It.GetByRole(AriaRole.Button, new() { Name = "tariq" }).ClickAsync();
            await Assertions.Expect(admin.It.Locator("#people .off")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("tariq"));
            await admin.Keep("users-off-en");
        }

        await page.It.Locator(".dossier-row a").First.ClickAsync();
        await Assertions.Expect(page.It.GetByRole(AriaRole.Heading, new() { Name = "Sign in" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_program_gets_a_token_that_is_shown_once_and_can_be_taken_away()
    {
        await using var admin = await desk.Open("/users");
        await admin.It.GetByLabel("What it is for").FillAsync("weekly map");
        await admin.It.GetByRole(AriaRole.Button, new() { Name = "Make a token" }).ClickAsync();
        var secret = await admin.It.Locator(".secret code").InnerTextAsync();
        await Assertions.Expect(admin.It.Locator("#tokens .people")).ToContainTextAsync("weekly map");
        Assert.Empty(await admin.Violations());
        using var program = new HttpClient { BaseAddress = new Uri(desk.Address) };
        program.DefaultRequestHeaders.Authorization = new("Bearer", secret);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await program.GetAsync("/v1/dossiers", TestContext.Current.CancellationToken)).StatusCode);
        await admin.Go("/users");
        await Assertions.Expect(admin.It.Locator(".secret")).ToHaveCountAsync(0);
        await admin.It.GetByRole(AriaRole.Button, new() { Name = "weekly map" }).ClickAsync();
        await Assertions.Expect(admin.It.Locator("#tokens .people li")).ToHaveCountAsync(0);
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, (await program.GetAsync("/v1/dossiers", TestContext.Current.CancellationToken)).StatusCode);
    }
}
