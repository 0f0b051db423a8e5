namespace Ascribe.Browser;

/// <summary>What holds for every page in both directions of writing.</summary>
[Collection("reading")]
public sealed class PageTests(DeskFixture desk)
{
    [Theory]
    [MemberData(nameof(Pages.InEachLanguage), MemberType = typeof(Pages))]
    public async Task Axe_finds_nothing_and_360_pixels_are_wide_enough(string name, string language)
    {
        await using var page = await desk.Open(Pages.AddressOf(name), language, by: name == "sign-in" ? null : DeskFixture.Admin);
        await page.Keep($"{name}-{language}");
        Assert.Empty(await page.Violations());
        if (language == "en")
        {
            // Contrast depends on the colours and not on the language.
            await page.It.EvaluateAsync("() => { document.documentElement.dataset.theme = 'dark'; }");
            Assert.Empty(await page.Violations());
            await page.Keep($"{name}-{language}-dark");
            await page.It.EvaluateAsync("() => { document.documentElement.dataset.theme = 'light'; }");
        }

        await page.It.SetViewportSizeAsync(360, 800);
        await page.Settle();
        Assert.Equal(0, await page.Overflow());
        await page.Keep($"{name}-{language}-narrow");
    }

    [Fact]
    public async Task The_whole_page_runs_from_right_to_left_in_Arabic_and_quotes_keep_their_own_direction()
    {
        await using var page = await desk.Open("/dossiers/depot-1", "ar");
        Assert.Equal("rtl", await page.It.EvaluateAsync<string>("() => document.documentElement.dir"));
        var places = await page.It.EvaluateAsync<double[]>("() => ['.brand', '.prefs', '.source', '.record'].map(s => document.querySelector(s).getBoundingClientRect().left)");
        Assert.True(places[0] > places[1], "the name of the desk stands on the right, the settings on the left");
        Assert.True(places[2] > places[3], "the source stands on the right, the values on the left");
        Assert.Equal("ltr", await page.It.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('.source-text p')).direction"));
    }

    [Fact]
    public async Task Language_and_colours_are_kept()
    {
        await using var page = await desk.Open("/search");
        await page.It.Locator(".prefs summary").ClickAsync();
        await page.It.GetByLabel("Language").SelectOptionAsync("fa");
        Assert.Equal("fa", await page.It.EvaluateAsync<string>("() => document.documentElement.lang"));
        Assert.Equal("rtl", await page.It.EvaluateAsync<string>("() => document.documentElement.dir"));
        Assert.Equal("\"fa\"", await page.It.EvaluateAsync<string>("() => localStorage.getItem('ascribe.language')"));
    }

    [Fact]
    public async Task Printing_leaves_out_what_only_a_screen_needs()
    {
        await using var page = await desk.Open("/dossiers/depot-1");
        await page.It.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        await page.Keep("dossier-print");
        Assert.Empty(await page.Violations());
        foreach (var hidden in new[] { "header.top", "footer.strip", ".legend" }) Assert.False(await page.It.Locator(hidden).First.IsVisibleAsync(), hidden);
        Assert.True(await page.It.Locator(".slots").IsVisibleAsync());
    }
}
