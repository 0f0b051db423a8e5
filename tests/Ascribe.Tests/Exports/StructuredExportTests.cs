using System.Text.Json;
using Ascribe.Dossiers.Dossiers;
using Ascribe.Dossiers.Exports;
using Ascribe.Dossiers.Review;

namespace Ascribe.Tests.Exports;

/// <summary>STIX, FollowTheMoney and PLOVER: what tests/exports checks by others' validators is not checked again here, but what they cannot know.</summary>
public sealed class StructuredExportTests(ExportedLedger exported) : IClassFixture<ExportedLedger>
{
    [Fact]
    public void A_name_based_id_is_that_of_the_standard()
    {
        // The example of RFC 9562, appendix A.4.
        Assert.Equal(new Guid("2ed6657d-e927-568b-95e1-2665a8aea6a2"), Uuid5.Of(new Guid("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "www.example.com"));
    }

    [Fact]
    public void Whoever_is_accused_is_no_threat_actor()
    {
        using var bundle = JsonDocument.Parse(exported.Write("stix"));
        var objects = bundle.RootElement.GetProperty("objects").EnumerateArray().ToArray();
        Assert.Equal(["Islamic State"], objects.Where(o => Type(o) == "threat-actor").Select(o => o.GetProperty("name").GetString()));
        var israel = objects.Single(o => Type(o) == "identity" && o.GetProperty("name").GetString() == "Israel").GetProperty("id").GetString();
        var ties = objects.Where(o => Type(o) == "relationship" && o.GetProperty("source_ref").GetString() == israel).Select(o => o.GetProperty("relationship_type").GetString()).Order();
        Assert.Equal(["accused-of", "said-not-to-have-done"], ties);
    }

    [Fact]
    public void A_denial_disagrees_with_the_accusation()
    {
        using var bundle = JsonDocument.Parse(exported.Write("stix"));
        var objects = bundle.RootElement.GetProperty("objects").EnumerateArray().ToArray();
        var accusation = objects.Single(o => Type(o) == "relationship" && o.GetProperty("relationship_type").GetString() == "accused-of").GetProperty("id").GetString();
        var opinions = objects.Where(o => Type(o) == "opinion" && o.GetProperty("object_refs").EnumerateArray().Any(r => r.GetString() == accusation)).Select(o => o.GetProperty("opinion").GetString()).Distinct().Order();
        Assert.Equal(["agree", "strongly-disagree"], opinions);
    }

    [Fact]
    public void Whoever_is_accused_is_not_involved()
    {
        var entities = Lines("ftm");
        var accused = entities.Single(e => Schema(e) == "Event" && e.GetProperty("properties").GetProperty("name")[0].GetString()!.StartsWith("Syria", StringComparison.Ordinal)).GetProperty("properties");
        Assert.False(accused.TryGetProperty("involved", out var involved) && involved.EnumerateArray().Any(i => i.GetString() == "country-IL"));
        Assert.Contains(entities, e => Schema(e) == "UnknownLink" && e.GetProperty("properties").GetProperty("role")[0].GetString() == "accused by Syria");
    }

    [Fact]
    public void A_source_of_plover_has_its_status()
    {
        var source = Lines("plover").Select(r => r.GetProperty("source")).Single(s => s.EnumerateArray().Any(a => a.GetProperty("actor_text").GetString() == "Israel"))[0];
        Assert.Equal(("accused", "ISR"), (source.GetProperty("status").GetString(), source.GetProperty("code").GetString()));
        Assert.NotEqual(0, source.GetProperty("denied_by").GetArrayLength());
    }

    [Fact]
    public void What_is_marked_too_strictly_is_left_out()
    {
        var dossiers = exported.Shelf.All().Select((d, i) => d with { Reports = [.. d.Reports.Select(r => r with { Marking = i == 0 ? Tlp.Red : Tlp.Green })] }).ToList();
        string Written(string format, Tlp strictest) => string.Concat(ExportFormat.Named(format)!.Pieces(dossiers, new ExportOptions { Strictest = strictest }));
        Assert.All(ExportFormat.All, f =>
        {
            Assert.Contains(dossiers[0].Id, Written(f.Name, Tlp.Red), StringComparison.Ordinal);
            Assert.DoesNotContain(dossiers[0].Id, Written(f.Name, Tlp.AmberStrict), StringComparison.Ordinal);
            Assert.DoesNotContain(dossiers[1].Id, Written(f.Name, Tlp.Clear), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void What_a_reviewer_rejected_accuses_nobody()
    {
        var dossier = exported.Shelf.Find("accusation")!;
        var left = dossier with { Slots = [.. dossier.Slots.Where(s => s.Slot != Slot.AttributedTo)] };
        var table = new CsvTable(string.Concat(ExportFormat.Named("csv-incidents")!.Pieces([left], new ExportOptions())));
        Assert.Equal(("", ""), (table[0, "actor1"], table[0, "other_attributions"]));
    }

    private JsonElement[] Lines(string format) => [.. exported.Write(format).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];

    private static string Type(JsonElement o) => o.GetProperty("type").GetString()!;

    private static string Schema(JsonElement e) => e.GetProperty("schema").GetString()!;
}
