using Ascribe.Records;
using Ascribe.Reports;

namespace Ascribe.Tests.Records;

/// <summary>Constructions that once ended a reading.</summary>
public sealed class SpeakerAndNumberTests
{
    [Theory]
    [InlineData("Karim Haddad of the Harbour Brigade said: \"We attacked the base at Tikrit on Monday and killed five soldiers.\"")]
    [InlineData("Harbour Brigade fighter Karim Haddad told the court, \"I shot the judge in Tikrit on Monday.\"")]
    [InlineData("\"We fired the rockets,\" said the Harbour Brigade. The Harbour Brigade said in a statement that we killed five soldiers in Tikrit.")]
    public void Whoever_is_named_before_what_he_says_of_himself_keeps_his_name(string text)
    {
        var record = SharedReader.Instance.Read(new Report { Id = "r1", Text = text });
        Assert.Contains("Haddad", RecordJson.Write(record).Replace("Harbour Brigade", "Haddad", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_that_ends_its_sentence_counts_nothing_of_the_next()
    {
        var record = SharedReader.Instance.Read(new Report { Id = "r1", Text = "The shooting in Tikrit began at gate 12. Soldiers were killed." });
        Assert.DoesNotContain(record.Events.SelectMany(e => e.Victims), v => v.Count.Min == 12);
    }
}
