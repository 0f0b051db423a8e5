using System.Net;
using System.Xml.Linq;
using Microsoft.OpenApi;

namespace Ascribe.Tests.Desk;

public sealed class ApiTests(RunningDesk desk) : IClassFixture<RunningDesk>
{
    [Fact]
    public async Task A_text_is_read_and_not_kept()
    {
        var record = await desk.Admin.Post("/v1/read", new { text = "Gunmen killed two soldiers in Mosul on Monday, police said.", published = "2024-03-05" });
        Assert.Equal("ascribe-record/1", record.GetProperty("format").GetString());
        await desk.Admin.Refused(HttpStatusCode.NotFound, HttpMethod.Get, "/v1/reports/" + record.GetProperty("report").GetProperty("id").GetString());
    }

    [Fact]
    public async Task Reports_sent_twice_are_one()
    {
        var body = new { reports = new object[] { new { id = "twice", text = "A bomb killed three people in Kirkuk on Monday, police said.", published = "2024-03-05" }, new { text = "", id = "empty" } } };
        var first = await desk.Admin.Post("/v1/reports", body);
        var second = await desk.Admin.Post("/v1/reports", body);
        Assert.Equal(["added", "refused"], first.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("result").GetString()));
        Assert.Equal(["unchanged", "refused"], second.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("result").GetString()));
    }

    [Fact]
    public async Task A_list_comes_in_pages_without_gaps()
    {
        foreach (var path in new[] { "/v1/reports", "/v1/dossiers", "/v1/dossiers?sort=latest", "/v1/queue", "/v1/claims", "/v1/actors" })
        {
            var all = (await desk.Admin.Get(path)).GetProperty("items").EnumerateArray().Select(i => i.ToString()).ToList();
            var paged = new List<string>();
            for (string? cursor = ""; cursor is not null;)
            {
                var page = await desk.Admin.Get($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit=1{(cursor.Length > 0 ? "&cursor=" + cursor : "")}");
                paged.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.ToString()));
                cursor = page.GetProperty("next").GetString();
            }

            Assert.NotEmpty(all);
            Assert.Equal(all, paged);
        }
    }

    [Fact]
    public async Task A_dossier_shows_who_says_what_and_where_it_stands()
    {
        var dossier = await desk.Admin.Get("/v1/dossiers/" + (await desk.Admin.Get("/v1/dossiers?text=market")).GetProperty("items")[0].GetProperty("id").GetString());
        var killed = dossier.GetProperty("slots").EnumerateArray().First(s => s.GetProperty("slot").GetString() == "killed");
        var statement = killed.GetProperty("values").EnumerateArray().First(v => v.GetProperty("value").GetString() == "12").GetProperty("statements")[0];
        Assert.Equal("first", statement.GetProperty("report").GetString());
        var span = statement.GetProperty("span");
        var report = await desk.Admin.Get("/v1/reports/first");
        var text = report.GetProperty(span.GetProperty("in").GetString()!).GetString()!;
        Assert.Equal(statement.GetProperty("text").GetString(), text[span.GetProperty("start").GetInt32()..span.GetProperty("end").GetInt32()]);
        Assert.NotEqual(0, dossier.GetProperty("timeline").GetArrayLength());
        Assert.Contains(dossier.GetProperty("places").EnumerateArray(), p => p.GetProperty("precision").GetString() == "town");
        Assert.Contains(dossier.GetProperty("responsibility").EnumerateArray(), r => r.GetProperty("status").GetString() == "claimed");
    }

    [Fact]
    public async Task An_old_id_leads_to_the_present_one_and_an_unchanged_answer_is_not_sent_again()
    {
        using var moved = await desk.Admin.Http.GetAsync("/v1/dossiers/second");
        Assert.Equal(HttpStatusCode.MovedPermanently, moved.StatusCode);
        using var answer = await desk.Admin.Http.GetAsync(moved.Headers.Location);
        using var again = new HttpRequestMessage(HttpMethod.Get, moved.Headers.Location);
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        using var unchanged = await desk.Admin.Http.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Fact]
    public async Task What_is_handed_over_is_written_in_the_audit()
    {
        foreach (var format in new[] { "csv-incidents", "csv-claims", "geojson", "stix", "ftm", "plover", "html" })
        {
            using var answer = await desk.Admin.Http.GetAsync($"/v1/exports/{format}?country=IQ");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains("ikrit", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Contains($"{format} ", (await desk.Admin.Get("/v1/audit?limit=1")).GetProperty("items")[0].GetProperty("about").GetString(), StringComparison.Ordinal);
        }

        await desk.Admin.Refused(HttpStatusCode.NotFound, HttpMethod.Get, "/v1/exports/stix?dossier=nothing");
    }

    [Fact]
    public async Task The_feed_is_atom()
    {
        XNamespace atom = "http://www.w3.org/2005/Atom";
        using var answer = await desk.Admin.Http.GetAsync("/v1/feed.atom?text=market");
        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType!.MediaType);
        var feed = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;
        Assert.Equal(atom + "feed", feed.Name);
        foreach (var name in new[] { "id", "title", "updated" }) Assert.NotNull(feed.Element(atom + name));
        var entry = Assert.Single(feed.Elements(atom + "entry"));
        foreach (var name in new[] { "id", "title", "updated", "author", "link" }) Assert.NotNull(entry.Element(atom + name));
    }

    [Fact]
    public async Task Who_is_named_and_who_says_what_can_be_asked()
    {
        var actors = (await desk.Admin.Get("/v1/actors?q=barzoki")).GetProperty("items");
        Assert.NotEqual(0, actors.GetArrayLength());
        var profile = await desk.Admin.Get("/v1/actors/" + actors[0].GetProperty("id").GetString());
        Assert.NotEqual(0, profile.GetProperty("latest_reports").GetArrayLength());
        Assert.All((await desk.Admin.Get("/v1/claims?speaker=barzoki")).GetProperty("items").EnumerateArray(), c => Assert.Contains("Barzoki", c.GetProperty("speaker").GetString(), StringComparison.Ordinal));
        Assert.All((await desk.Admin.Get("/v1/claims?stance=claims_own")).GetProperty("items").EnumerateArray(), c => Assert.Equal("claims_own", c.GetProperty("stance").GetString()));
        await desk.Admin.Refused(HttpStatusCode.NotFound, HttpMethod.Get, "/v1/actors/nobody-of-this-name");
    }

    [Fact]
    public async Task The_document_of_the_api_is_openapi_3_1_and_names_every_route()
    {
        using var answer = await desk.Client().Http.GetAsync("/v1/openapi.json");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync();
        var read = OpenApiDocument.Parse(text, OpenApiConstants.Json);
        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, read.Diagnostic.SpecificationVersion);
        var paths = read.Document!.Paths;
        foreach (var path in new[] { "session", "setup", "users", "tokens", "reports", "records/{id}", "read", "dossiers", "dossiers/{id}", "actors", "claims", "queue", "decisions", "changes", "events", "exports/{format}", "feed.atom", "webhooks", "audit", "types" })
            Assert.Contains("/v1/" + path, paths.Keys);
        foreach (var operation in paths.Values.SelectMany(p => p.Operations!.Values))
        {
            Assert.False(string.IsNullOrEmpty(operation.Summary));
            Assert.False(string.IsNullOrEmpty(operation.OperationId));
        }
    }
}
