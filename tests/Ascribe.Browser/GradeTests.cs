using Microsoft.Playwright;

namespace Ascribe.Browser;

/// <summary>What a reviewer knows better than the rules: how far a value is to be believed, and who is one with whom.</summary>
public sealed class GradeTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    [Fact]
    public async Task A_reviewer_grades_a_value_and_takes_it_back()
    {
        await using var page = await desk.Open("/dossiers/idlib-1");
        var killed = page.It.Locator("section.slot", new() { Has = page.It.Locator("#slot-killed") });
        var grade = killed.Locator(".cred").First;
        var before = await grade.InnerTextAsync();
        await killed.Locator(".val").First.ClickAsync();
        await page.It.GetByRole(AriaRole.Button, new() { Name = "Grade", Exact = true }).ClickAsync();
        await page.It.GetByLabel("The source").SelectOptionAsync("E");
        await page.It.GetByLabel("What it says").SelectOptionAsync("5");
        Assert.Empty(await page.Violations());
        await page.Keep("grade-en");
        await page.It.GetByRole(AriaRole.Button, new() { Name = "Put on the list" }).ClickAsync();
        await Assertions.Expect(grade).ToHaveTextAsync(before);
        await page.Commit("Known for numbers of its own making.");
        await Assertions.Expect(grade).ToContainTextAsync("E5 improbable");
        await page.Press("z");
        await page.Commit();
        await Assertions.Expect(grade).ToHaveTextAsync(before);
    }

    [Fact]
    public async Task Two_actors_are_joined_and_parted_again()
    {
        var actors = (await desk.Get("/v1/actors"))["items"]!.AsArray().Select(a => (string)a!["id"]!).Take(2).ToArray();
        async Task<string> IdOf(string actor) => (string)(await desk.Get($"/v1/actors/{actor}"))["id"]!;
        await using var page = await desk.Open($"/actors?id={actors[0]}");
        await page.It.GetByLabel("The same as").FillAsync(actors[1]);
        await page.It.Locator("#twins").GetByRole(AriaRole.Button, new() { Name = "Same", Exact = true }).Last.ClickAsync();
        await page.Commit("One man, two spellings.");
        Assert.Equal(await IdOf(actors[0]), await IdOf(actors[1]));
        await Assertions.Expect(page.It.Locator("#twins .feed li").First).ToContainTextAsync("One man, two spellings.");
        Assert.Empty(await page.Violations());
        await page.Keep("actor-joined-en");
        await page.Press("z");
        await page.Commit();
        Assert.NotEqual(await IdOf(actors[0]), await IdOf(actors[1]));
    }
}
