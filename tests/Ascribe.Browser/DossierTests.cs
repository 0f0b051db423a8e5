using Microsoft.Playwright;

namespace Ascribe.Browser;

[Collection("reading")]
public sealed class DossierTests(DeskFixture desk)
{
    [Fact]
    public async Task A_statement_leads_to_its_characters_and_characters_to_their_value()
    {
        await using var page = await desk.Open("/dossiers/depot-1");
        await page.It.Locator("[data-value='killed:17'] .statements button").First.ClickAsync();
        await Assertions.Expect(page.It.Locator(".source .k-focus").First).ToBeVisibleAsync();
        Assert.Contains("report=depot-3", page.It.Url, StringComparison.Ordinal);
        Assert.Contains("17", string.Concat(await page.It.Locator(".source .k-focus").AllInnerTextsAsync()), StringComparison.Ordinal);

        await page.It.Locator(".tabs button", new() { HasText = "Tigris Wire" }).First.ClickAsync();
        await page.Settle();
        await page.It.Locator(".source-text .seg", new() { HasText = "30 others" }).ClickAsync();
        await Assertions.Expect(page.It.Locator("[data-value='wounded:30']")).ToHaveClassAsync("value on");
    }

    [Fact]
    public async Task What_is_contradicted_is_seen_and_said()
    {
        await using var page = await desk.Open("/dossiers/depot-1");
        await Assertions.Expect(page.It.Locator("section.ag-contradicted", new() { HasText = "Killed" }).GetByText("contradicted").First).ToBeVisibleAsync();
        await Assertions.Expect(page.It.Locator(".open-questions .disputed").First).ToBeVisibleAsync();
        await Assertions.Expect(page.It.Locator(".toll svg").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_wire_copy_lies_under_its_first_with_the_sentences_in_which_it_differs()
    {
        await using var page = await desk.Open("/dossiers/depot-1");
        await Assertions.Expect(page.It.Locator(".tabs > div:first-child button")).ToHaveCountAsync(3);
        await page.It.Locator(".tabs .copies button", new() { HasText = "Gulf Ledger" }).ClickAsync();
        await Assertions.Expect(page.It.Locator(".differences del")).ToContainTextAsync("more than 20");
        await Assertions.Expect(page.It.Locator(".differences ins")).ToContainTextAsync("more than 25");
    }

    [Fact]
    public async Task Who_claims_who_is_accused_who_denies_are_never_mixed()
    {
        await using var page = await desk.Open("/dossiers/camp-1");
        await Assertions.Expect(page.It.Locator(".r-accused")).ToContainTextAsync("Kataib Hezbollah");
        await Assertions.Expect(page.It.Locator(".r-accused")).ToContainTextAsync("accused by");
        await Assertions.Expect(page.It.Locator(".r-denied")).ToContainTextAsync("Iran");
        await Assertions.Expect(page.It.Locator(".r-accused")).Not.ToContainTextAsync("Iran");
        await Assertions.Expect(page.It.Locator(".r-claimed")).Not.ToContainTextAsync("Iran");
    }

    [Fact]
    public async Task A_region_is_drawn_as_an_area_and_never_as_a_point()
    {
        await using var page = await desk.Open("/dossiers/sahel-1");
        await page.It.Locator(".map .land").First.WaitForAsync();
        await Assertions.Expect(page.It.Locator(".map path.area")).Not.ToHaveCountAsync(0);
        await Assertions.Expect(page.It.Locator(".map circle.point")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_time_of_the_event_and_the_times_of_the_reports_stand_on_lanes_of_their_own()
    {
        await using var page = await desk.Open("/dossiers/depot-1");
        await Assertions.Expect(page.It.Locator(".timeline .l-event rect")).Not.ToHaveCountAsync(0);
        await Assertions.Expect(page.It.Locator(".timeline .l-report .tk-report circle")).ToHaveCountAsync(4);
    }

    [Fact]
    public async Task An_old_address_leads_to_the_present_one()
    {
        await using var page = await desk.Open("/dossiers/depot-3");
        Assert.Matches("/dossiers/d[0-9a-f]{14}$", new Uri(page.It.Url).AbsolutePath);
    }

    [Fact]
    public async Task Labels_can_be_shown_and_layers_switched_off()
    {
        await using var page = await desk.Open("/dossiers/depot-1");
        await Assertions.Expect(page.It.Locator(".source-text .k-speaker").First).ToBeVisibleAsync();
        await page.It.Locator(".legend").GetByLabel("Who says it").UncheckAsync();
        await Assertions.Expect(page.It.Locator(".source-text .k-speaker")).ToHaveCountAsync(0);
        Assert.Contains("layers=", page.It.Url, StringComparison.Ordinal);
        await page.It.Locator(".legend").GetByLabel("Labels in the text").CheckAsync();
        await Assertions.Expect(page.It.Locator(".source-text [data-label]").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_colleague_who_gets_the_address_sees_the_same_screen()
    {
        await using var first = await desk.Open("/dossiers/depot-1");
        await first.It.Locator("[data-value='killed:17'] .statements button").First.ClickAsync();
        var address = new Uri(first.It.Url).PathAndQuery;
        await using var second = await desk.Open(address);
        await Assertions.Expect(second.It.Locator("[data-value='killed:17']")).ToHaveClassAsync("value on");
        await Assertions.Expect(second.It.Locator(".source .k-focus").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Ties_accusations_and_denials_are_drawn_apart()
    {
        await using var page = await desk.Open("/dossiers/camp-1");
        await Assertions.Expect(page.It.Locator(".graph .edge.e-accuses")).Not.ToHaveCountAsync(0);
        await Assertions.Expect(page.It.Locator(".graph .edge.e-backed_by")).Not.ToHaveCountAsync(0);
        await Assertions.Expect(page.It.Locator(".actor-list li", new() { HasText = "Kataib Hezbollah" })).ToContainTextAsync("accused");
        await Assertions.Expect(page.It.Locator(".actor-list li", new() { HasText = "Kataib Hezbollah" })).Not.ToContainTextAsync("attributed");
    }

    [Fact]
    public async Task Totals_of_a_time_are_drawn_and_never_added_to_the_toll()
    {
        await using var page = await desk.Open("/dossiers/camp-1");
        await Assertions.Expect(page.It.Locator("#tallies")).ToContainTextAsync("about 140 times");
        await Assertions.Expect(page.It.Locator("#tallies")).ToContainTextAsync("at least 151 times");
        await Assertions.Expect(page.It.Locator(".slots")).Not.ToContainTextAsync("140");
    }

    [Fact]
    public async Task What_is_handed_over_can_be_fetched_by_its_links()
    {
        await using var page = await desk.Open("/dossiers/depot-1");
        var links = await page.It.Locator("#exports a").EvaluateAllAsync<string[]>("links => links.map(a => a.getAttribute('href'))");
        Assert.Equal(7, links.Length);
        foreach (var link in links)
        {
            var answer = await page.It.Context.APIRequest.GetAsync(link);
            Assert.True(answer.Ok, link);
            Assert.NotEmpty(await answer.BodyAsync());
        }
    }
}
