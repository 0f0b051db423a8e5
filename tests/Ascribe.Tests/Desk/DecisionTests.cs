using System.Net;
using System.Text.Json;

namespace Ascribe.Tests.Desk;

public sealed class DecisionTests(RunningDesk desk) : IClassFixture<RunningDesk>
{
    [Fact]
    public async Task A_key_that_is_sent_twice_is_one_decision()
    {
        var reviewer = await desk.Person("reviewer");
        var decision = new { key = "once", verdict = "reject", dossier = "first", slot = "killed", value = "12", why = "superseded" };
        var first = await reviewer.Decide(decision);
        var second = await reviewer.Decide(decision);
        Assert.Equal("done", ResultOf(first));
        Assert.Equal("unchanged", ResultOf(second));
        Assert.Equal(first.GetProperty("number").GetInt64(), second.GetProperty("number").GetInt64());
        Assert.Equal("refused", ResultOf(await (await desk.Person("reviewer")).Decide(decision)));
    }

    [Fact]
    public async Task Of_two_who_decide_the_same_the_second_is_told()
    {
        var (one, other) = (await desk.Person("reviewer"), await desk.Person("reviewer"));
        var tag = await TagOf(one, "other");
        var first = await one.Decide(new { key = "race-1", verdict = "state", dossier = "other", state = "accepted", etag = tag });
        var second = await other.Decide(new { key = "race-2", verdict = "state", dossier = "other", state = "rejected", etag = tag });
        Assert.Equal("done", ResultOf(first));
        Assert.Equal("stale", ResultOf(second));
        Assert.Equal("unchanged", ResultOf(await one.Decide(new { key = "race-1", verdict = "state", dossier = "other", state = "accepted", etag = tag })));
        Assert.Equal("accepted", (await other.Get(await Present(other, "other"))).GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_contributor_prepares_and_does_not_decide()
    {
        var contributor = await desk.Person("contributor");
        Assert.Equal("done", ResultOf(await contributor.Decide(new { key = "c1", verdict = "assign", dossier = "far", to = contributor.Name })));
        Assert.Equal("done", ResultOf(await contributor.Decide(new { key = "c2", verdict = "state", dossier = "far", state = "ready" })));
        Assert.Equal("refused", ResultOf(await contributor.Decide(new { key = "c3", verdict = "state", dossier = "far", state = "accepted" })));
        Assert.Equal("refused", ResultOf(await contributor.Decide(new { key = "c4", verdict = "same", first = "far", second = "other" })));
        Assert.Equal("refused", ResultOf(await contributor.Decide(new { key = "c5", verdict = "mark", report = "far", marking = "red" })));
        var item = (await contributor.Get("/v1/dossiers?text=fishermen")).GetProperty("items")[0];
        Assert.Equal("ready", item.GetProperty("state").GetString());
        Assert.Equal(contributor.Name, item.GetProperty("assigned_to").GetString());
    }

    [Fact]
    public async Task What_is_merged_is_parted_again_by_an_undo()
    {
        var reviewer = await desk.Person("reviewer");
        var merged = await reviewer.Decide(new { key = "m1", verdict = "same", first = "far", second = "other" });
        Assert.Equal("done", ResultOf(merged));
        Assert.Equal(await Present(reviewer, "far"), await Present(reviewer, "other"));
        Assert.Equal("done", ResultOf(await reviewer.Decide(new { key = "m2", verdict = "undo", decision = merged.GetProperty("number").GetInt64() })));
        Assert.NotEqual(await Present(reviewer, "far"), await Present(reviewer, "other"));
        Assert.Contains("undo", (await reviewer.Get("/v1/decisions")).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Actors_are_joined_and_parted_again()
    {
        var (reviewer, contributor) = (await desk.Person("reviewer"), await desk.Person("contributor"));
        async Task<string?> IdOf(string name) => (await reviewer.Get($"/v1/actors/{Uri.EscapeDataString(name)}")).GetProperty("id").GetString();
        Assert.NotEqual(await IdOf("Hamid Jaralla"), await IdOf("Salim Jaralla"));
        Assert.Equal("refused", ResultOf(await contributor.Decide(new { key = "actors-0", verdict = "same", of = "actors", first = "Hamid Jaralla", second = "Salim Jaralla" })));
        var joined = await reviewer.Decide(new { key = "actors-1", verdict = "same", of = "actors", first = "Hamid Jaralla", second = "Salim Jaralla", why = "one of two spellings" });
        Assert.Equal("done", ResultOf(joined));
        Assert.Equal(await IdOf("Hamid Jaralla"), await IdOf("Salim Jaralla"));
        Assert.Contains("one of two spellings", (await reviewer.Get("/v1/actors/Hamid%20Jaralla")).ToString(), StringComparison.Ordinal);
        Assert.Equal("refused", ResultOf(await reviewer.Decide(new { key = "actors-2", verdict = "same", of = "actors", first = "Hamid Jaralla", second = "nobody" })));
        Assert.Equal("refused", ResultOf(await reviewer.Decide(new { key = "actors-3", verdict = "same", of = "places", first = "Hamid Jaralla", second = "Salim Jaralla" })));
        Assert.Equal("done", ResultOf(await reviewer.Decide(new { key = "actors-4", verdict = "undo", decision = joined.GetProperty("number").GetInt64() })));
        Assert.NotEqual(await IdOf("Hamid Jaralla"), await IdOf("Salim Jaralla"));
    }

    [Fact]
    public async Task What_is_marked_is_not_there_for_who_may_not_see_it()
    {
        var (editor, reader) = (await desk.Person("editor"), await desk.Person("reader"));
        await editor.Post("/v1/reports", new { reports = new[] { new { id = "secret", title = "Zeppelin raid on Basra depot", text = "A zeppelin bombed a depot in Basra on Monday, killing 4 soldiers, police said.", published = "2024-03-05", marking = "TLP:RED" } } });
        Assert.Equal("TLP:RED", (await editor.Get(await Present(editor, "secret"))).GetProperty("marking").GetString());
        await reader.Refused(HttpStatusCode.NotFound, HttpMethod.Get, "/v1/reports/secret");
        await reader.Refused(HttpStatusCode.NotFound, HttpMethod.Get, "/v1/records/secret");
        await reader.Refused(HttpStatusCode.NotFound, HttpMethod.Get, "/v1/dossiers/secret");
        foreach (var path in new[] { "/v1/reports", "/v1/dossiers", "/v1/dossiers?text=zeppelin", "/v1/decisions", "/v1/changes?since=2024-01-01" })
        {
            Assert.Contains("secret", (await editor.Get("/v1/reports")).ToString(), StringComparison.Ordinal);
            var seen = (await reader.Get(path)).ToString();
            Assert.DoesNotContain("secret", seen, StringComparison.Ordinal);
            Assert.DoesNotContain("eppelin", seen, StringComparison.Ordinal);
        }

        await editor.Decide(new { key = "loosen", verdict = "mark", report = "secret", marking = "green" });
        Assert.Equal(JsonValueKind.Array, (await reader.Get("/v1/dossiers?text=zeppelin")).GetProperty("items").ValueKind);
        Assert.Contains("eppelin", (await reader.Get("/v1/dossiers?text=zeppelin")).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nonsense_is_refused_one_by_one()
    {
        var reviewer = await desk.Person("reviewer");
        Assert.Contains("'verdict'", (await reviewer.Decide(new { key = "n1", verdict = "burn" })).GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Contains("'slot'", (await reviewer.Decide(new { key = "n2", verdict = "accept", dossier = "first", slot = "colour", value = "12" })).GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal("refused", ResultOf(await reviewer.Decide(new { key = "n3", verdict = "accept", dossier = "nothing", slot = "killed", value = "12" })));
        Assert.Equal("refused", ResultOf(await reviewer.Decide(new { key = "n4", verdict = "edit", dossier = "first", slot = "killed", value = "15", to = "16", source = new { report = "second", start = 9999, end = 10001 } })));
        Assert.Equal("refused", ResultOf(await reviewer.Decide(new { key = "n5", verdict = "undo", decision = 987654 })));
        Assert.Equal("refused", ResultOf(await reviewer.Decide(new { key = "", verdict = "undo", decision = 1 })));
        await reviewer.Refused(HttpStatusCode.BadRequest, HttpMethod.Post, "/v1/decisions", new { decisions = Array.Empty<object>() });
    }

    private static string? ResultOf(JsonElement item) => item.GetProperty("result").GetString();

    /// <summary>The path of the dossier that answers to an id.</summary>
    private static async Task<string> Present(DeskClient client, string id)
    {
        using var answer = await client.Http.GetAsync($"/v1/dossiers/{id}");
        return answer.Headers.Location?.ToString() ?? $"/v1/dossiers/{id}";
    }

    private static async Task<string> TagOf(DeskClient client, string id)
    {
        using var answer = await client.Http.GetAsync(await Present(client, id));
        return answer.Headers.ETag!.Tag;
    }
}
