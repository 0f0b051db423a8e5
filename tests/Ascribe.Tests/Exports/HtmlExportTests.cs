using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Ascribe.Tests.Exports;

public sealed class HtmlExportTests(ExportedLedger exported) : IClassFixture<ExportedLedger>
{
    private IDocument Page() => new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(exported.Write("html"));

    [Fact]
    public void A_printed_dossier_runs_and_loads_nothing()
    {
        using var page = Page();
        Assert.Empty(page.QuerySelectorAll("script, img, link, iframe, object, embed, form, base, svg"));
        Assert.All(page.All.SelectMany(e => e.Attributes), a => Assert.False(a.Name.StartsWith("on", StringComparison.Ordinal), a.Name));
        Assert.All(page.QuerySelectorAll("a[href]"), a => Assert.Matches("^(#|https?://)", a.GetAttribute("href")!));
        Assert.Contains("default-src 'none'", page.QuerySelector("meta[http-equiv]")!.GetAttribute("content")!, StringComparison.Ordinal);
        Assert.Contains("javascript:alert(1)", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(5, page.QuerySelectorAll("article .mark").Count(m => m.TextContent == "TLP:CLEAR"));
    }

    [Fact]
    public void Every_reference_leads_to_a_quote_of_its_dossier()
    {
        using var page = Page();
        Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(e => e.Id).Distinct().Count());
        var references = page.QuerySelectorAll("a.ref");
        Assert.True(references.Length > 20);
        Assert.All(references, r =>
        {
            var quote = page.GetElementById(r.GetAttribute("href")![1..]);
            Assert.NotNull(quote);
            Assert.Same(r.Closest("article"), quote.Closest("article"));
            Assert.Equal($"[{quote.ParentElement!.Children.Index(quote) + 1}]", r.TextContent);
        });
        Assert.All(page.QuerySelectorAll("q"), q => Assert.Equal("auto", q.GetAttribute("dir")));
    }
}
