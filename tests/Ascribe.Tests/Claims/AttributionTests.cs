using Ascribe.Claims;
using Ascribe.Records;
using Ascribe.Reports;

namespace Ascribe.Tests.Claims;

/// <summary>Who says what, in sentences of every shape: "speaker | stance | content", the pieces of a content joined by " … ".</summary>
public sealed class AttributionTests
{
    [Theory]
    [InlineData("A mine killed two farmers near the river on Monday, the provincial governor said.",
        "the provincial governor | asserts | A mine killed two farmers near the river on Monday")]
    [InlineData("The navy sank a boat off the coast on Sunday in answer to an attack on its ships, the ministry said on Monday.",
        "the ministry | asserts | The navy sank a boat off the coast on Sunday in answer to an attack on its ships")]
    [InlineData("\"The road is closed,\" said Omar Nadim, a spokesman for the ministry.",
        "Omar Nadim, a spokesman for the ministry | asserts | \"The road is closed,\"")]
    [InlineData("\"They are weak but alive,\" Mayor Maria Lopez told reporters.", "Mayor Maria Lopez | asserts | \"They are weak but alive,\"")]
    [InlineData("The blast, police said, killed two guards.", "police | asserts | The blast … killed two guards")]
    [InlineData("According to the ministry, two guards were hurt.", "the ministry | asserts | two guards were hurt")]
    [InlineData("Two guards were hurt, according to the ministry.", "the ministry | asserts | Two guards were hurt")]
    [InlineData("The minister told reporters on Tuesday that the town had fallen.", "The minister | asserts | that the town had fallen")]
    [InlineData("She did not say how many people were killed.", "She | withholds | how many people were killed")]
    [InlineData("The council condemned the raid and ordered an inquiry.", "The council | condemns | the raid; The council | expects | an inquiry")]
    [InlineData("The minister accused two militias of firing the rockets, a charge without proof.",
        "The minister | accuses | two militias of firing the rockets")]
    [InlineData("Responsibility for the raid was claimed on Friday by the Levant Front.", "the Levant Front | claims_own | Responsibility for the raid")]
    [InlineData("No group in the province has yet claimed responsibility for the raid.", "(nobody) | absent | responsibility for the raid")]
    [InlineData("There was no immediate claim of responsibility for the raid.", "(nobody) | absent | no immediate claim of responsibility for the raid")]
    [InlineData("Local officials blamed Islamic State.", "Local officials | accuses | Islamic State")]
    [InlineData("The ministry raised the death toll to nine.", "The ministry | asserts | death toll to nine")]
    [InlineData("The army refused to say whether the base was hit.", "The army | withholds | whether the base was hit")]
    [InlineData("Five guards died in an attack later claimed by the Free Hill Army (FHA).", "the Free Hill Army (FHA) | claims_own | an attack")]
    [InlineData("The blast, claimed by the Red Brigade, killed two guards on Monday.", "the Red Brigade | claims_own | The blast")]
    [InlineData("The Islamic State-claimed attack killed ten people in Baghdad.", "Islamic State | claims_own | attack")]
    [InlineData("The Red Brigade issued a statement claiming responsibility for the attack.",
        "The Red Brigade | claims_own | responsibility for the attack")]
    [InlineData("The attack claimed the lives of ten people.", "")]
    [InlineData("The senator also called for", "The senator | expects | called for")]
    [InlineData("Suspected militants killed two guards.", "")]
    [InlineData("The Islamic Fighters, whose alleged bomb maker, Salik Ampao, is at large, bombed a bus.", "")]
    [InlineData("Syria accused Israel of bombing an airport on Monday, a charge that Israel denied.",
        "Syria | accuses | Israel of bombing an airport on Monday; Israel | denies | a charge")]
    [InlineData("The men shouted \"we will burn it down\" before opening fire, Mr. Reza said.",
        "Mr. Reza | asserts | The men shouted \"we will burn it down\" before opening fire")]
    [InlineData("An explosives-laden drone slammed into a base near Erbil on Monday.", "")]
    [InlineData("The attack shows that the group is strong.", "")]
    [InlineData("He did not say whether peace talks with the group, suspended in March, would be affected.",
        "He | withholds | whether peace talks with the group, suspended in March, would be affected")]
    [InlineData("The old bridge was closed after the flood.", "")]
    public void Speakers_and_contents_are_found(string text, string expected) =>
        Assert.Equal(expected, string.Join("; ", Read(text)));

    [Fact]
    public void A_quotation_goes_on_in_claims_of_its_own() => Assert.Equal(
        ["the mayor | asserts | \"We heard one shot,\"", "the mayor | asserts | \"Then all was quiet. Nobody came.\""],
        Read("\"We heard one shot,\" the mayor said. \"Then all was quiet. Nobody came.\""));

    [Fact]
    public void A_claim_inside_another_keeps_its_outer_speaker()
    {
        var attributions = SharedReader.Instance.ReadLayers(Report("The station believes that police had denied the report.")).Attributions;
        Assert.Equal(2, attributions.Count);
        Assert.Equal(0, attributions[1].Outer);
        Assert.Equal(Stance.Denies, attributions[1].Stance);
    }

    [Fact]
    public void Whoever_says_nothing_but_what_another_says_relays_it()
    {
        var attribution = Assert.Single(SharedReader.Instance.ReadLayers(Report("The station said that police had denied the report.")).Attributions);
        Assert.Equal(Stance.Denies, attribution.Stance);
        Assert.Single(attribution.Relayers);
        Assert.Equal(-1, attribution.Outer);
    }

    [Fact]
    public void A_headline_names_its_source_behind_a_colon() => Assert.Equal(
        "Officials | asserts | Two soldiers die in ambush",
        Assert.Single(Read("The road stayed shut all day.", "Officials: Two soldiers die in ambush")));

    [Fact]
    public void A_headline_claims_responsibility() => Assert.Equal(
        "Red Brigade | claims_own | Responsibility for Mosul Attack",
        Assert.Single(Read("The road stayed shut all day.", "Red Brigade Claims Responsibility for Mosul Attack")));

    [Theory]
    [InlineData("Rockets hit an embassy on Friday. The minister accused the Red Brigade of firing the rockets.", "Red Brigade accused")]
    [InlineData("Three farmers were shot dead on Monday. The mayor accused the Red Brigade of killing them.", "Red Brigade accused")]
    [InlineData("A bomb exploded in the market on Monday. Police accused the Red Brigade of being behind it.", "Red Brigade accused")]
    [InlineData("A bomb exploded in the market on Monday. Residents accused the police of arriving too late.", "")]
    [InlineData("A bomb exploded in the market on Monday. The Red Brigade has claimed similar attacks.", "")]
    [InlineData("A bomb exploded in the market on Monday. The Red Brigade claimed the attack in a statement.", "Red Brigade claimed")]
    [InlineData("Suspected militants killed two guards in Mosul on Monday.", "militants suspected")]
    [InlineData("A bomb killed two guards. The Islamic Fighters, whose alleged bomb maker, Salik Ampao, is at large, are strong there.", "")]
    public void Only_words_about_the_deed_make_perpetrators(string text, string expected)
    {
        var record = SharedReader.Instance.Read(Report(text));
        Assert.Equal(expected, string.Join("; ", record.Events.SelectMany(e => e.Perpetrators).Select(p => $"{p.Text} {RecordJson.NameOf(p.Basis)}")));
    }

    [Fact]
    public void Who_denies_in_an_aside_passes_nothing_on()
    {
        var record = SharedReader.Instance.Read(Report("Syria accused Israel of bombing an airport on Monday, a charge that Israel denied."));
        Assert.All(record.Claims, c => Assert.Empty(c.Via));
    }

    [Fact]
    public void A_denial_stands_beside_the_accusation_of_the_same_side()
    {
        var record = SharedReader.Instance.Read(Report(
            "Syria accused Israel of bombing an airport on Monday. The Israeli army denied that it had bombed the airport."));
        var perpetrators = record.Events[0].Perpetrators;
        var israel = Assert.Single(perpetrators.Select(p => p.Actor).Distinct());
        Assert.Equal("Israel", record.Actors.Single(a => a.Id == israel).Name);
        Assert.Equal(["accused", "denied"], perpetrators.Select(p => RecordJson.NameOf(p.Basis)));
    }

    [Fact]
    public void What_is_withheld_is_no_toll()
    {
        var record = SharedReader.Instance.Read(Report("Gunmen attacked a village on Monday. The governor did not say how many people were killed."));
        Assert.All(record.Events, e => Assert.Empty(e.Victims));
    }

    private static Report Report(string text, string? title = null) => new() { Id = "test", Title = title, Text = text };

    private static IEnumerable<string> Read(string text, string? title = null)
    {
        var reading = SharedReader.Instance.ReadLayers(Report(text, title));
        var document = reading.Mentions.Document;
        return reading.Attributions.Select(a =>
            $"{(a.Source.IsEmpty ? "(nobody)" : document.TextOf(a.Source))} | {RecordJson.NameOf(a.Stance)} | {string.Join(" … ", a.Content.Select(document.TextOf))}");
    }
}
