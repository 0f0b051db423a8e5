using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Ascribe.Browser;

/// <summary>Several people at one desk: who decides what, and what becomes of it when two decide the same.</summary>
public sealed class ReviewTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    [Fact]
    public async Task Of_two_who_decide_the_same_the_second_is_told_and_loses_nothing()
    {
        await desk.Invite("samir", "reviewer");
        await desk.Invite("leyla", "reviewer");
        await using var first = await desk.Open("/dossiers/kidal-1", by: "samir");
        await using var second = await desk.Open("/dossiers/kidal-1", by: "leyla");
        await first.Press("j", "y");
        await first.Commit("The bomb is named by the army and by JNIM.");
        await second.Press("j", "n");
        await second.Press("c");
        await second.It.Locator("dialog .row input").FillAsync("It was a mine.");
        await second.It.Locator("dialog .buttons .primary").ClickAsync();
        await Assertions.Expect(second.It.Locator("dialog .refused")).ToContainTextAsync("changed since you saw it");
        await Assertions.Expect(second.It.Locator("dialog .row input")).ToHaveValueAsync("It was a mine.");
        Assert.Empty(await second.Violations());
        await second.Keep("stale-en");

        await second.It.Locator("dialog .refused a").ClickAsync();
        await Assertions.Expect(second.It.Locator("dialog")).ToHaveCountAsync(0);
        await Assertions.Expect(second.It.Locator("#decisions .feed li").First).ToContainTextAsync("samir");
        await Assertions.Expect(second.It.Locator(".strip .pending b")).ToHaveTextAsync("1");
        await second.Press("j", "n");
        await second.Commit("It was a mine.");
        var decisions = (await desk.Get("/v1/decisions?dossier=kidal-1"))["items"]!.AsArray();
        Assert.Equal(["reject leyla", "accept samir"], decisions.Select(d => $"{d!["verdict"]} {d["by"]}"));
    }

    [Fact]
    public async Task Two_dossiers_are_merged_and_parted_again_by_keyboard()
    {
        var (goma, sanaa) = (await desk.DossierOf("goma-1"), await desk.DossierOf("sanaa-1"));
        await using var page = await desk.Open($"/?item={goma}");
        await page.It.Locator(".item .slots").WaitForAsync();
        await page.Press("m");

        // Letters that come before the field has the focus are keys of the page.
        await page.It.Locator("dialog input:focus").WaitForAsync();
        await page.It.Keyboard.TypeAsync(sanaa);
        await page.Press("Enter");
        await page.Commit();
        Assert.Equal(2, (await desk.Get("/v1/dossiers/goma-1"))["reports"]!.AsArray().Count);
        await page.Press("z");
        await page.Commit();
        Assert.Single((await desk.Get("/v1/dossiers/goma-1"))["reports"]!.AsArray());
    }

    [Fact]
    public async Task A_pair_is_looked_at_side_by_side_and_told_apart()
    {
        await using var page = await desk.Open("/");
        await page.It.Locator(".queue li", new() { Has = page.It.Locator(".chip.kind") }).First.ClickAsync();
        await page.It.Locator(".pair table").WaitForAsync();
        await page.Settle();
        await Assertions.Expect(page.It.Locator(".pair thead a")).ToHaveCountAsync(2);
        await Assertions.Expect(page.It.Locator(".pair .reasons li").First).ToBeVisibleAsync();
        await Assertions.Expect(page.It.Locator(".pair-sources article")).ToHaveCountAsync(2);
        Assert.Empty(await page.Violations());
        await page.Keep("pair-en");
        await page.Press("n");
        await Assertions.Expect(page.It.Locator(".strip .pending b")).ToHaveTextAsync("1");
        await page.Press("c");
        await Assertions.Expect(page.It.Locator("dialog .diff strong")).ToHaveTextAsync("Two incidents");
    }

    [Fact]
    public async Task What_is_assigned_is_found_by_whom_it_is_assigned_to()
    {
        await desk.Invite("samir", "reviewer");
        await using var page = await desk.Open($"/?item={await desk.DossierOf("derna-1")}", by: "samir");
        await page.It.GetByRole(AriaRole.Button, new() { Name = "Assign to me" }).ClickAsync();
        await page.Commit();
        await page.It.GetByRole(AriaRole.Combobox, new() { Name = "Assigned to" }).SelectOptionAsync(new SelectOptionValue { Label = "Mine" });
        await Assertions.Expect(page.It.Locator(".queue li")).ToHaveCountAsync(1);
        await Assertions.Expect(page.It.Locator(".queue li .assigned")).ToHaveTextAsync("samir");
        await page.Go("/dossiers/derna-1");
        await Assertions.Expect(page.It.Locator(".dossier-head .facts")).ToContainTextAsync("assigned to samir");
        await page.It.GetByRole(AriaRole.Button, new() { Name = "Assign to nobody" }).ClickAsync();
        await page.Commit();
        await Assertions.Expect(page.It.Locator(".dossier-head .facts")).Not.ToContainTextAsync("samir");
    }

    [Fact]
    public async Task A_contributor_begins_a_review_and_the_queue_shows_its_state()
    {
        await desk.Invite("omar", "contributor");
        await using var page = await desk.Open("/dossiers/cabo-1", by: "omar");
        await Assertions.Expect(page.It.GetByRole(AriaRole.Button, new() { Name = "Accept", Exact = true })).ToHaveCountAsync(0);
        await page.It.GetByRole(AriaRole.Button, new() { Name = "Begin review" }).ClickAsync();
        await page.Commit();
        await page.Go("/");
        await page.It.GetByRole(AriaRole.Combobox, new() { Name = "State" }).SelectOptionAsync("in_review");
        await Assertions.Expect(page.It.Locator(".queue li")).ToHaveCountAsync(1);
        await Assertions.Expect(page.It.Locator(".queue li .chip.state")).ToHaveTextAsync("in review");
        await page.It.Locator(".item .slots").WaitForAsync();
        await page.Press("u");
        await page.Commit();
        await page.It.GetByRole(AriaRole.Combobox, new() { Name = "State" }).SelectOptionAsync("needs_help");
        await Assertions.Expect(page.It.Locator(".queue li", new() { HasText = "Cabo Delgado" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_audit_tells_who_decided_what_and_why_and_who_took_what()
    {
        await using var page = await desk.Open("/dossiers/quetta-1?value=killed:2");
        await page.Press("y");
        await page.Commit("Two names in the police's list.");
        Assert.True((await page.It.Context.APIRequest.GetAsync("/v1/exports/csv-claims?dossier=quetta-1")).Ok);
        await page.Go("/audit");
        var entry = page.It.Locator(".feed li", new() { HasText = "Two names in the police's list." });
        await Assertions.Expect(entry).ToContainTextAsync("accepted");
        await Assertions.Expect(entry).ToContainTextAsync("Killed: 2");
        await Assertions.Expect(entry).ToContainTextAsync(DeskFixture.Admin);
        await Assertions.Expect(entry.Locator("a")).ToContainTextAsync("Police patrol attacked in Quetta");
        Assert.Empty(await page.Violations());
        await page.Keep("audit-decided-en");
        await page.It.GetByRole(AriaRole.Link, new() { Name = "Access and exports" }).ClickAsync();
        await Assertions.Expect(page.It.Locator("tbody tr", new() { HasText = "csv-claims" })).ToContainTextAsync("exported");
        await Assertions.Expect(page.It.Locator("tbody tr", new() { HasText = "made the first account" })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task What_comes_in_meanwhile_is_told_and_shown()
    {
        await using var page = await desk.Open("/search");
        var report = new JsonObject { ["id"] = "late-1", ["title"] = "Grenade wounds three in Basra", ["outlet"] = "Gulf Ledger", ["published"] = "2026-01-05", ["text"] = "BASRA, Iraq — A grenade wounded three people in Basra on Monday, police said." };
        await desk.Ask(HttpMethod.Post, "/v1/reports", new JsonObject { ["reports"] = new JsonArray(report) });
        await page.It.Locator("button.news").ClickAsync();
        await Assertions.Expect(page.It.Locator(".queue li", new() { HasText = "Grenade wounds three in Basra" })).ToBeVisibleAsync();
        await Assertions.Expect(page.It.Locator("button.news")).ToHaveCountAsync(0);
    }
}
