using Ascribe.Events;
using Ascribe.Reports;
using NodaTime;

namespace Ascribe.Tests.Records;

/// <summary>What short reports become: which words belong to which incident, and when, who and how many.</summary>
public sealed class IncidentTests
{
    [Fact]
    public void A_day_in_the_clause_before_dates_the_deed()
    {
        var record = Read("A bus driver was on his way home late on Sunday when two men opened fire on his car, killing him.");
        Assert.Equal(new LocalDate(2026, 5, 3), Violent(record).Single().Time.Interval.Earliest);
    }

    [Fact]
    public void A_statement_of_today_dates_no_deed()
    {
        var record = Read("A bomb exploded in a market in Kirkuk on Monday. The hospital said on Wednesday that six people had been wounded in the blast.");
        Assert.Equal(new LocalDate(2026, 5, 4), Violent(record).Single().Time.Interval.Earliest);
    }

    [Fact]
    public void Parts_of_a_number_point_at_it()
    {
        var blast = Violent(Read("A bomb killed 19 people in Kirkuk on Monday, including three nurses.")).Single();
        var part = Assert.Single(blast.Victims, v => v.PartOf is not null);
        Assert.Equal((3, 19), (part.Count.Min, blast.Victims[part.PartOf!.Value].Count.Min));
    }

    [Fact]
    public void That_attack_is_the_one_told_last()
    {
        var record = Read("A bomb wounded four people in Kirkuk on Monday. In March, gunmen attacked a police post in Basra. Nobody claimed that attack.");
        var unclaimed = Violent(record).Single(e => e.Responsibility.Statements.Any(s => s.Status == ResponsibilityStatus.Unclaimed));
        Assert.Equal("Basra", unclaimed.Places[0].Place.Name);
    }

    [Fact]
    public void Whoever_says_that_it_did_not_do_it_denies()
    {
        var attack = Violent(Read("Rockets hit a camp in Kirkuk on Monday. The Levant Brigade said it did not attack the camp.")).Single();
        Assert.All(attack.Perpetrators, p => Assert.Equal(PerpetratorBasis.Denied, p.Basis));
        Assert.Contains(attack.Responsibility.Statements, s => s.Status == ResponsibilityStatus.Denied);
    }

    [Fact]
    public void A_report_takes_up_nobody_whom_a_quotation_named()
    {
        var record = Read("Samir Hadid, a baker, was closing his shop in Kirkuk when the bomb exploded. \"I saw my cousin on the floor and could not reach him,\" he said.");
        Assert.Equal("Samir Hadid", record.Claims.Single(c => c.Cue?.Text == "said").Speaker.Name);
    }

    [Fact]
    public void Warplanes_of_a_state_make_it_the_perpetrator()
    {
        var strike = Violent(Read("Turkish aircraft struck a camp in northern Iraq on Monday.")).Single();
        Assert.Equal(PerpetratorBasis.Reported, Assert.Single(strike.Perpetrators).Basis);
    }

    [Fact]
    public void The_place_of_those_who_condemn_is_not_where_it_happened()
    {
        var record = Read("A bomb wounded four people in Kirkuk on Monday. In Ankara, the foreign ministry condemned the attack.");
        Assert.DoesNotContain(Violent(record).Single().Places, p => p.Place.Name == "Ankara");
    }

    private static IEnumerable<Event> Violent(Record record) => record.Events.Where(e => e.Type is not ("condemnation" or "threat_demand_appeal" or "investigation"));

    /// <summary>Published on Wednesday, 6 May 2026.</summary>
    private static Record Read(string text)
    {
        Assert.True(PublicationTime.TryParse("2026-05-06", out var published));
        return SharedReader.Instance.Read(new Report { Id = "short", Text = text, Published = published });
    }
}
