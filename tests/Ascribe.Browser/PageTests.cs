namespace Ascribe.Browser;

/// <summary>What holds for every page in both directions of writing.</summary>
[Collection("reading")]
public sealed class PageTests(DeskFixture desk)
{
    [Theory]
    [MemberData(nameof(Pages.InBothLanguages), MemberType = typeof(Pages))]
    public async Task Axe_finds_nothing_by_day_or_night(string name, string language)
    {
        // Contrast depends on the colours and not on the language.
        foreach (var theme in language == "en" ? new[] { "light", "dark" } : ["light"])
        {
            await using var page = await desk.Open(Pages.AddressOf(name), language, theme, signedIn: name != "sign-in");
            Assert.Empty(await page.Violations());
            await page.Keep($"{name}-{language}-{theme}");
        }
    }

    [Theory]
    [MemberData(nameof(Pages.InBothLanguages), MemberType = typeof(Pages))]
    public async Task A_window_of_360_pixels_is_wide_enough(string name, string language)
    {
        await using var page = await desk.Open(Pages.AddressOf(name), language, width: 360, signedIn: name != "sign-in");
        await page.Keep($"{name}-{language}-narrow");
        Assert.Equal(0, await page.Overflow());
        Assert.Empty(await page.Violations());
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
        foreach (var hidden in new[] { "header.top", "footer.strip", ".legend" }) Assert.False(await page.It.Locator(hidden).First.IsVisibleAsync(), hidden);
        Assert.True(await page.It.Locator(".slots").IsVisibleAsync());
    }
}
