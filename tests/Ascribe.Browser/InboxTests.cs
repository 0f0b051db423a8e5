using Microsoft.Playwright;

namespace Ascribe.Browser;

/// <summary>Review with the keyboard alone.</summary>
public sealed class InboxTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    [Fact]
    public async Task A_reviewer_decides_twenty_items_without_the_mouse()
    {
        var before = (await desk.Get("/v1/decisions?limit=200"))["items"]!.AsArray().Count;
        await using var page = await desk.Open("/?state=new");
        await page.It.Locator(".queue li.on").WaitForAsync();
        var seen = new HashSet<string>();
        for (var i = 0; i < 20; i++)
        {
            await page.It.Locator(".item .slots, .item .pair").First.WaitForAsync();
            await page.Settle();
            var title = await page.It.Locator(".queue li.on .title").InnerTextAsync();
            Assert.True(seen.Add($"{title}{page.It.Url}"), $"after {i} decisions the next item did not come by itself");
            await page.Press(i % 5 == 3 ? "n" : i % 5 == 4 ? "u" : "y");
        }

        await Assertions.Expect(page.It.Locator(".strip .pending b")).ToHaveTextAsync("20");
        await page.Press("c");
        await Assertions.Expect(page.It.Locator("dialog .diff > li")).ToHaveCountAsync(20);
        Assert.Empty(await page.Violations());
        await page.Keep("commit");
        await page.Press("Enter");
        await page.It.WaitForFunctionAsync("() => !document.querySelector('dialog') || document.querySelector('dialog .refused, dialog .trouble')");
        Assert.Empty(await page.It.Locator("dialog .refused, dialog .trouble").AllInnerTextsAsync());
        await Assertions.Expect(page.It.Locator(".strip .pending")).ToHaveCountAsync(0);
        Assert.Equal(before + 20, (await desk.Get("/v1/decisions?limit=200"))["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task Selecting_never_decides()
    {
        await using var page = await desk.Open("/");
        await page.It.Locator(".queue li.on").WaitForAsync();
        await page.Press("j", "j", "k");
        await page.It.Locator(".queue li").Nth(4).ClickAsync();
        await page.Settle();
        await Assertions.Expect(page.It.Locator(".queue li").Nth(4)).ToHaveClassAsync("on");
        await Assertions.Expect(page.It.Locator(".strip .pending")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Undo_takes_the_last_decision_back_and_returns_to_it()
    {
        await using var page = await desk.Open("/");
        await page.It.Locator(".item .slots, .item .pair").First.WaitForAsync();
        var first = await page.It.Locator(".queue li.on .title").InnerTextAsync();
        await page.Press("y");
        await Assertions.Expect(page.It.Locator(".strip .pending b")).ToHaveTextAsync("1");
        await Assertions.Expect(page.It.Locator(".queue li.on .title")).Not.ToHaveTextAsync(first);
        await page.Press("z");
        await Assertions.Expect(page.It.Locator(".strip .pending")).ToHaveCountAsync(0);
        await Assertions.Expect(page.It.Locator(".queue li.on .title")).ToHaveTextAsync(first);
    }

    [Fact]
    public async Task Letters_are_off_while_somebody_types()
    {
        await using var page = await desk.Open("/search");
        await page.Press("/");
        await page.It.Keyboard.TypeAsync("yes? new jungle");
        Assert.Equal("yes? new jungle", await page.It.Locator("#q").InputValueAsync());
        await Assertions.Expect(page.It.Locator("dialog")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Help_lists_the_keys_and_lets_them_be_changed()
    {
        await using var page = await desk.Open("/");
        await page.It.Locator(".item .slots, .item .pair").First.WaitForAsync();
        await page.Press("?");
        await page.It.Locator("dialog").WaitForAsync();
        Assert.Empty(await page.Violations());
        await page.Keep("help");
        await page.It.GetByLabel("Key for: Accept / same").FillAsync("x");
        await page.Press("Escape");
        await Assertions.Expect(page.It.Locator("dialog")).ToHaveCountAsync(0);
        await page.Press("y");
        await Assertions.Expect(page.It.Locator(".strip .pending")).ToHaveCountAsync(0);
        await page.Press("x");
        await Assertions.Expect(page.It.Locator(".strip .pending b")).ToHaveTextAsync("1");
    }

    [Fact]
    public async Task A_value_is_accepted_where_it_stands_and_written_down_with_what_was_seen()
    {
        await using var page = await desk.Open("/dossiers/herat-1");
        await page.Press("j", "j", "j", "j");
        var value = await page.It.Locator(".value.on").GetAttributeAsync("data-value");
        await page.Press("y");
        await Assertions.Expect(page.It.Locator($"[data-value='{value}'] .chip.decided")).ToBeVisibleAsync();
        await Assertions.Expect(page.It.Locator(".value.on")).Not.ToHaveAttributeAsync("data-value", value!);
        await page.Press("c");
        await page.It.Locator("dialog summary").First.ClickAsync();
        await Assertions.Expect(page.It.Locator("dialog .diff details li").First).ToBeVisibleAsync();
        await page.It.Locator("dialog .buttons .primary").ClickAsync();
        await Assertions.Expect(page.It.Locator("dialog")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
        await Assertions.Expect(page.It.Locator("#decisions .feed li").First).ToBeVisibleAsync();
        await page.Press("z", "c");
        await page.It.Locator("dialog .buttons .primary").ClickAsync();
        await Assertions.Expect(page.It.Locator("dialog")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
    }

    [Fact]
    public async Task What_is_written_by_hand_needs_words_of_the_source_or_a_reason()
    {
        await using var page = await desk.Open("/dossiers/herat-1?value=killed:7");
        await page.Press("e");
        await page.It.GetByRole(AriaRole.Textbox, new() { Name = "Value" }).FillAsync("8");
        await Assertions.Expect(page.It.GetByRole(AriaRole.Button, new() { Name = "Put on the list" })).ToBeDisabledAsync();
        await page.It.GetByRole(AriaRole.Textbox, new() { Name = "Reason" }).FillAsync("The hospital's list of 20 July.");
        Assert.Empty(await page.Violations());
        await page.It.GetByRole(AriaRole.Button, new() { Name = "Put on the list" }).ClickAsync();
        await Assertions.Expect(page.It.Locator(".strip .pending b")).ToHaveTextAsync("1");
    }
}
