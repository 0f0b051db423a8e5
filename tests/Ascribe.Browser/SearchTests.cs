using Microsoft.Playwright;

namespace Ascribe.Browser;

[Collection("reading")]
public sealed class SearchTests(DeskFixture desk)
{
    [Fact]
    public async Task Questions_stand_in_the_address_and_the_browser_goes_back()
    {
        await using var page = await desk.Open("/search");
        await page.It.GetByRole(AriaRole.Combobox, new() { Name = "Type" }).SelectOptionAsync("suicide_attack");
        await Assertions.Expect(page.It.Locator(".dossier-row")).ToHaveCountAsync(1);
        await Assertions.Expect(page.It.Locator(".dossier-row")).ToContainTextAsync("Maiduguri");
        Assert.Contains("type=suicide_attack", page.It.Url, StringComparison.Ordinal);
        await page.It.GoBackAsync();
        await Assertions.Expect(page.It.Locator(".dossier-row").Nth(5)).ToBeVisibleAsync();
        Assert.Equal("", await page.It.GetByRole(AriaRole.Combobox, new() { Name = "Type" }).InputValueAsync());
    }

    [Fact]
    public async Task Stance_and_speaker_are_questions_of_their_own()
    {
        await using var page = await desk.Open("/search?stance=denies");
        await Assertions.Expect(page.It.Locator(".dossier-row", new() { HasText = "Rockets hit base" })).ToBeVisibleAsync();
        await Assertions.Expect(page.It.Locator(".dossier-row", new() { HasText = "Quetta" })).ToHaveCountAsync(0);
        await page.Go("/search?speaker=Moradi");
        await Assertions.Expect(page.It.Locator(".dossier-row")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Claims_are_found_by_stance()
    {
        await using var page = await desk.Open("/search?in=claims&stance=denies");
        await Assertions.Expect(page.It.Locator(".claim-row").First).ToBeVisibleAsync();
        foreach (var chip in await page.It.Locator(".claim-row .stance").AllInnerTextsAsync()) Assert.StartsWith("denies", chip, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disagreement_is_a_question()
    {
        await using var page = await desk.Open("/search?disagreement=true");
        await Assertions.Expect(page.It.Locator(".dossier-row", new() { HasText = "Mosul" })).ToBeVisibleAsync();
        await Assertions.Expect(page.It.Locator(".dossier-row:not(.disputed)")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("country=NG", "Maiduguri", "Mosul")]
    [InlineData("place=Aden", "Aden port", "Mosul")]
    [InlineData("near=36.34,43.13,50", "Mosul", "Quetta")]
    [InlineData("actor=Houthi", "Aden port", "Mosul")]
    [InlineData("responsibility=unclaimed", "Derna", "Quetta")]
    [InlineData("since=2024-11-01&until=2024-11-08", "Kidal", "Mosul")]
    [InlineData("several=true", "Mosul", "Quetta")]
    [InlineData("q=%22grain+market%22", "Mosul", "Quetta")]
    public async Task Each_question_finds_what_it_asks_for_and_stands_in_its_field(string query, string found, string other)
    {
        await using var page = await desk.Open($"/search?{query}");
        await Assertions.Expect(page.It.Locator(".dossier-row", new() { HasText = found }).First).ToBeVisibleAsync();
        await Assertions.Expect(page.It.Locator(".dossier-row", new() { HasText = other })).ToHaveCountAsync(0);
        var filled = await page.It.Locator(".questions input, .questions select").EvaluateAllAsync<string[]>("fields => fields.map(f => f.value).filter(v => v)");
        Assert.Equal(query.Count(c => c == '&') + 1, filled.Length);
        await page.It.GetByRole(AriaRole.Link, new() { Name = "Clear" }).ClickAsync();
        await Assertions.Expect(page.It.Locator(".dossier-row", new() { HasText = other }).First).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("'; DROP TABLE entry; --")]
    [InlineData("\"unclosed AND OR NEAR(")]
    [InlineData("%_*?[")]
    public async Task Odd_questions_are_answered(string words)
    {
        await using var page = await desk.Open($"/search?q={Uri.EscapeDataString(words)}");
        await Assertions.Expect(page.It.Locator(".results .empty, .results .trouble, .results .dossier-row").First).ToBeVisibleAsync();
        await page.Go("/search");
        await Assertions.Expect(page.It.Locator(".dossier-row").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_changed_since_a_day_is_shown_with_both_values()
    {
        await using var page = await desk.Open("/changes?since=2024-03-06");
        var change = page.It.Locator(".change", new() { HasText = "Mosul" });
        await Assertions.Expect(change).ToBeVisibleAsync();
        await Assertions.Expect(change.Locator(".added a")).ToContainTextAsync("Mosul mourns");
    }

    [Fact]
    public async Task An_actor_is_found_with_what_it_says_and_what_is_said_of_it()
    {
        await using var page = await desk.Open("/actors?q=Kataib");
        await page.It.Locator("main a", new() { HasText = "Kataib Hezbollah" }).First.ClickAsync();
        await page.Settle();
        await Assertions.Expect(page.It.Locator("#about")).ToContainTextAsync("United States");
        await Assertions.Expect(page.It.Locator("#by")).ToContainTextAsync("denies");
        Assert.Empty(await page.Violations());
        await page.Keep("actor");
    }
}
