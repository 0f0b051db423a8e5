using Microsoft.Playwright;

namespace Ascribe.Browser;

/// <summary>Accounts, and what a role that may less sees.</summary>
public sealed class UsersTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private const string Password = "a lamp beside the well";

    [Fact]
    public async Task An_admin_makes_a_reader_who_sees_no_way_to_decide()
    {
        await using (var admin = await desk.Open("/users"))
        {
            await admin.It.GetByRole(AriaRole.Textbox, new() { Name = "Name" }).FillAsync("karim");
            await admin.It.GetByRole(AriaRole.Combobox, new() { Name = "Role", Exact = true }).SelectOptionAsync("reader");
            await admin.It.GetByLabel("First password").FillAsync(Password);
            await admin.It.GetByRole(AriaRole.Button, new() { Name = "Add the account" }).ClickAsync();
            await Assertions.Expect(admin.It.Locator(".people")).ToContainTextAsync("karim");
        }

        await using var reader = await desk.Open("/", signedIn: false);
        await reader.It.GetByRole(AriaRole.Textbox, new() { Name = "Name" }).FillAsync("karim");
        await reader.It.GetByLabel("Password").FillAsync(Password);
        await reader.It.Keyboard.PressAsync("Enter");
        await reader.It.Locator(".item .slots, .item .pair").First.WaitForAsync();
        await Assertions.Expect(reader.It.GetByRole(AriaRole.Button, new() { Name = "Accept", Exact = true })).ToHaveCountAsync(0);
        await Assertions.Expect(reader.It.Locator("header nav a", new() { HasText = "People" })).ToHaveCountAsync(0);
        await reader.Press("y");
        await Assertions.Expect(reader.It.Locator(".strip .pending")).ToHaveCountAsync(0);
    }
}
