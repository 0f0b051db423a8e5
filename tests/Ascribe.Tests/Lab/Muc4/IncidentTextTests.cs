using System.Text.Json;
using Ascribe.Lab.Muc4;

namespace Ascribe.Tests.Lab.Muc4;

public sealed class IncidentTextTests
{
    private static readonly IncidentTextReader s_reader = new(SharedReader.Instance);

    private static IncidentText Read(string text) => s_reader.Read(Row(text));

    private static JsonElement Row(string text, object? templates = null) => JsonSerializer.SerializeToElement(new { id = "own-1", date = "1990-03-04", text, templates });

    private static IEnumerable<string> Phrases(IncidentText text) => text.Phrases.Select(p => text.TextOf(p.Tokens));

    [Fact]
    public void Dateline_and_tags_are_no_part_of_the_body()
    {
        var text = Read("LA PAZ, 4 MAR 90 (AGENCY) -- [REPORT] [TEXT] TWO MEN ROBBED A BANK.");
        Assert.Equal("TWO MEN", text.TextOf(new(text.BodyStart, text.BodyStart + 2)));
        Assert.Equal(["TWO MEN", "BANK"], Phrases(text));
    }

    [Fact]
    public void What_stands_in_front_of_a_noun_may_fill_a_slot_too() =>
        Assert.Contains("DYNAMITE", Phrases(Read("NORTH STAR GUERRILLAS SET OFF A DYNAMITE CHARGE.")));

    [Fact]
    public void A_known_name_in_front_of_a_noun_is_whole() =>
        Assert.Contains("SHINING PATH", Phrases(Read("TWO SHINING PATH MEMBERS BURNED A TRUCK.")));

    [Fact]
    public void The_words_of_the_header_are_kept_without_figures() =>
        Assert.Equal(["la", "paz", "mar", "agency", "report", "text"], Read("LA PAZ, 4 MAR 90 (AGENCY) -- [REPORT] [TEXT] TWO MEN ROBBED A BANK.").HeaderWords);

    [Fact]
    public void A_title_and_a_name_are_two_phrases()
    {
        var text = Read("Judge Rufino Casales was killed on Monday.");
        var title = text.Phrases.Single(p => text.TextOf(p.Tokens) == "Judge");
        Assert.Equal("Rufino Casales", text.TextOf(text.Phrases[title.Describes].Tokens));
    }

    [Fact]
    public void The_forms_of_a_phrase_go_from_each_word_and_behind_of()
    {
        var text = Read("Rebels attacked two offices of the party.");
        var offices = text.Phrases.Single(p => text.TextOf(p.Tokens) == "two offices");
        Assert.Equal(["two offices", "two offices of the party", "offices", "offices of the party"], PhraseForms.Of(text, offices, IncidentRole.PhysicalTarget).Select(text.TextOf));
    }

    [Theory]
    [InlineData(IncidentRole.PerpetratorIndividual, true)]
    [InlineData(IncidentRole.HumanName, false)]
    public void A_title_belongs_to_a_name_unless_another_slot_takes_it(object role, bool isTaken)
    {
        var text = Read("Captain Rufino Casales was arrested on Monday.");
        var name = text.Phrases.Single(p => text.TextOf(p.Tokens) == "Rufino Casales");
        Assert.Equal(isTaken, PhraseForms.Of(text, name, (IncidentRole)role).Select(text.TextOf).Contains("Captain Rufino Casales"));
    }

    [Theory]
    [InlineData("Gunmen killed Rufino Casales. Casales was a judge.", "Rufino Casales", "Casales", true)]
    [InlineData("Witnesses accused the Liberty Defence Front. The LDF denied it.", "Liberty Defence Front", "LDF", true)]
    [InlineData("Gunmen killed Rufino Casales. Ana Moreno was a judge.", "Rufino Casales", "Ana Moreno", false)]
    public void Parts_and_short_forms_of_a_name_are_one_entity(string words, string one, string other, bool areOne)
    {
        var text = Read(words);
        var groups = EntityGrouping.Of(text).Select(g => g.Select(p => text.TextOf(p.Tokens)).ToList()).ToList();
        Assert.Equal(areOne, groups.Single(g => g.Contains(one)).Contains(other));
    }

    [Fact]
    public void The_key_labels_the_phrases_that_it_names()
    {
        object Slot(string value) => new[] { new { optional = false, alts = new[] { new { value } } } };
        var text = s_reader.ReadWithKey(Row("Gunmen killed two judges with a bomb.", new[]
        {
            new { optional = false, slots = new Dictionary<string, object> { ["incident_type"] = Slot("BOMBING"), ["hum_description"] = Slot("JUDGES"), ["perp_individual"] = Slot("GUNMEN"), ["instrument_id"] = Slot("BOMB") } },
        }));
        var labels = new KeyLabels(text).Of;
        Assert.Equal([IncidentRole.PerpetratorIndividual, IncidentRole.HumanDescription, IncidentRole.Instrument], text.Phrases.Select(p => labels[p.Index]?.Role).OfType<IncidentRole>());
    }
}
