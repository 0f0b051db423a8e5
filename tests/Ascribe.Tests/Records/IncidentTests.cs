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

    [Theory]
    [InlineData("Investigators still search for those behind the Aug. 11 attack on the consulate in Basra.", "2025-08-11")]
    [InlineData("Gunmen attacked the consulate in Basra on 8 May.", "2026-05-08")]
    public void What_has_happened_was_not_long_after_the_report(string text, string day) =>
        Assert.Equal(day, $"{Violent(Read(text)).First().Time.Interval.Earliest:uuuu-MM-dd}");

    [Fact]
    public void What_a_report_comes_back_to_most_it_is_about_however_long_ago()
    {
        var record = Read("The committee heard the minister on Tuesday. He spoke for an hour. Members put few questions. They will meet again in June. "
            + "Gunmen attacked the consulate in Basra in September 2024. The attack killed two guards. After the attack the consulate was closed. The minister said the attack had been a surprise. \"That attack changed how we work,\" he said.");
        Assert.Equal("Basra", Assert.Single(Violent(record), e => e.Main).Places[0].Place.Name);
    }

    [Fact]
    public void What_the_second_half_tells_most_is_background()
    {
        var record = Read("Gunmen attacked a bus in Kirkuk on Tuesday. The minister went there. Members put few questions. They will meet again in June. Nobody was hurt. The road is open again. "
            + "Gunmen attacked the consulate in Basra in September 2024. The attack killed two guards. After the attack the consulate was closed. The minister said the attack had been a surprise.");
        Assert.Equal("Kirkuk", Assert.Single(Violent(record), e => e.Main).Places[0].Place.Name);
    }

    [Fact]
    public void Acts_of_one_row_are_main_together()
    {
        var record = Read("Marines were sent to the embassy in Baghdad on Tuesday after protesters stormed its gate. The envoy was not there. Officials said staff were safe. The minister called his colleague. "
            + "Protesters had stormed the gate and torched a guard post, officials said.");
        Assert.Contains(record.Events, e => e is { Main: true, Type: "sabotage_arson" });
    }

    [Fact]
    public void A_wish_in_the_title_is_the_plan_of_the_text()
    {
        var record = Read("Rebel chief Kalo Dem planned to assassinate President John Foo to weaken the state. Papers found when he was killed in June 2011 show his plans.", "Rebel chief wanted to kill the president, papers show");
        Assert.Equal(EventStatus.Planned, Assert.Single(Violent(record), e => e.Main).Status);
    }

    [Fact]
    public void The_attack_is_not_that_of_last_year()
    {
        var record = Read("A suicide bomber killed ten tourists in Basra on Tuesday. The country was hit by two bombings last year, in Kirkuk and in Mosul. The Basra attack wounded nine guides.");
        Assert.Contains(Violent(record).Single(e => e.Main).Victims, v => v.Count.Min == 9);
    }

    [Fact]
    public void A_verb_with_a_time_of_long_ago_is_of_another_act()
    {
        var record = Read("Bombs killed nine people at a bus station in Kirkuk. The same station was attacked in 2019.");
        Assert.Equal([2019], Violent(record).Where(e => !e.Main).Select(e => e.Time.Interval.Earliest!.Value.Year));
    }

    [Fact]
    public void Of_two_persons_killed_in_one_sentence_one_long_ago_each_has_an_incident()
    {
        var record = Read("Commander Omar Haddad was killed in Kirkuk, the biggest blow to the group since its founder was killed in 2008.");
        Assert.Equal(2, Violent(record).Count());
    }

    [Fact]
    public void A_statement_of_today_dates_no_deed()
    {
        var record = Read("A bomb exploded in a market in Kirkuk on Monday. The hospital said on Wednesday that six people had been wounded in the blast.");
        Assert.Equal(new LocalDate(2026, 5, 4), Violent(record).Single().Time.Interval.Earliest);
    }

    [Theory]
    [InlineData("Gunmen kidnapped two engineers in Kirkuk on Monday.", "engineers")]
    [InlineData("A drone strike killed Omar Haddad in Kirkuk on Monday.", "Omar Haddad")]
    [InlineData("Gunmen took two engineers hostage in Kirkuk on Monday, killing three guards.", "engineers")]
    [InlineData("An air strike killed three farmers in Kirkuk on Monday.", null)]
    public void Whom_an_act_is_meant_for_by_its_kind_is_its_target_too(string text, string? target)
    {
        var act = Violent(Read(text)).Single();
        Assert.NotEmpty(act.Victims);
        Assert.Equal(target, act.Targets.SingleOrDefault()?.Name);
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
    public void Whoever_foils_a_plot_is_not_its_doer()
    {
        var plot = Violent(Read("Police said on Tuesday they had foiled a plot to bomb a courthouse in Kirkuk.")).Single();
        Assert.Equal(EventStatus.Foiled, plot.Status);
        Assert.Empty(plot.Perpetrators);
    }

    [Fact]
    public void A_noun_that_counts_weapons_stands_for_them()
    {
        var attack = Violent(Read("A volley of rockets and two drones were launched at a base in Kirkuk on Monday.")).Single();
        Assert.Equal(["drone", "rocket"], attack.Weapons.Select(w => w.Kind).Order());
    }

    [Fact]
    public void The_antecedent_of_a_relative_pronoun_denies()
    {
        var blast = Violent(Read("A bomb exploded in Kirkuk on Monday. Officials blamed the Levant Brigade, which denied involvement.")).Single();
        Assert.Contains(blast.Perpetrators, p => p is { Text: "Levant Brigade" or "the Levant Brigade", Basis: PerpetratorBasis.Denied });
    }

    [Fact]
    public void An_armed_group_claims_what_a_state_acknowledges()
    {
        var ambush = Violent(Read("The Levant Brigade said its fighters had ambushed an army patrol in Kirkuk on Monday.")).Single();
        Assert.Equal(PerpetratorBasis.Claimed, Assert.Single(ambush.Perpetrators).Basis);
        var strike = Violent(Read("The Turkish army said it had bombed a camp in northern Iraq on Monday.")).Single();
        Assert.Equal(PerpetratorBasis.Acknowledged, Assert.Single(strike.Perpetrators).Basis);
    }

    [Fact]
    public void Contradicting_somebody_denies_no_deed()
    {
        var record = Read("Gunmen ambushed a convoy in Kirkuk on Monday. The Levant Brigade contradicted the government, which had blamed bandits.");
        Assert.DoesNotContain(Violent(record).Single().Perpetrators, p => p.Basis == PerpetratorBasis.Denied);
    }

    [Fact]
    public void A_habit_is_no_incident()
    {
        var blast = Violent(Read("A bomb exploded in Kirkuk on Monday. Ankara accuses Baghdad of sheltering militants who stage attacks across the border.")).Single();
        Assert.DoesNotContain(blast.Perpetrators, p => p.Text.Contains("militants", StringComparison.Ordinal));
    }

    [Fact]
    public void A_mine_and_the_rifles_after_it_are_one_ambush()
    {
        var record = Read("Gunmen ambushed a police convoy in Kirkuk on Monday. A mine went off under the first car.");
        Assert.Single(Violent(record));
    }

    [Fact]
    public void Those_whom_a_gang_took_are_its_victims()
    {
        var abduction = Violent(Read("Police are looking for the eight passengers whom gunmen abducted from a bus in Kirkuk on Monday.")).Single();
        Assert.Equal(8, Assert.Single(abduction.Victims).Count.Min);
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

    [Fact]
    public void A_number_before_a_participle_counts_those_it_befell()
    {
        var attack = Violent(Read("Two soldiers were killed and four wounded when gunmen attacked a post in Kirkuk on Monday.")).Single();
        Assert.Equal([(VictimEffect.Killed, 2), (VictimEffect.Wounded, 4)], attack.Victims.Select(v => (v.Effect, (int)v.Count.Min!)).Order());
    }

    [Fact]
    public void An_effect_told_ahead_belongs_to_the_event_behind_it()
    {
        var attack = Violent(Read("Four villagers died in an attack on a market in Kirkuk on Monday.")).Single();
        Assert.Equal(4, Assert.Single(attack.Victims).Count.Min);
    }

    [Fact]
    public void The_dead_belong_to_the_attack_that_killed_them_and_not_to_its_answer()
    {
        var record = Read("On Monday a rocket attack on a camp in Kirkuk killed two guards, prompting air strikes on depots in Anbar.");
        Assert.Equal("rocket_shelling", Assert.Single(record.Events, e => e.Victims.Count > 0).Type);
    }

    [Fact]
    public void Those_told_along_with_others_are_victims_too()
    {
        var blast = Violent(Read("A bomb in Kirkuk on Monday killed 12 soldiers, as well as three farmers.")).Single();
        Assert.Equal([12L, 3L], blast.Victims.Select(v => v.Count.Min!.Value));
    }

    [Fact]
    public void A_convoy_that_hits_a_bomb_is_its_target()
    {
        var blast = Violent(Read("An army convoy hit a roadside bomb near Kirkuk on Monday.")).Single();
        Assert.Equal("bombing", blast.Type);
        Assert.Contains(blast.Targets, t => t.Kind == "convoy");
        Assert.Contains(blast.Weapons, w => w.Kind == "roadside_bomb");
    }

    [Fact]
    public void Where_the_hurt_are_brought_is_not_where_it_happened()
    {
        var record = Read("A bomb exploded in Kirkuk on Monday. Six wounded people were moved to Erbil, and a doctor at Sulaymaniyah hospital said four had died.");
        Assert.Equal(["Kirkuk"], Violent(record).Single().Places.Select(p => p.Place.Name));
    }

    [Fact]
    public void Both_sides_fight()
    {
        var clash = Violent(Read("Clashes between soldiers and rebels erupted near Kirkuk on Monday.")).Single();
        Assert.Equal(2, clash.Perpetrators.Count);
    }

    [Fact]
    public void A_round_up_tells_its_acts_one_by_one()
    {
        var record = Read("""
            At least nine people were killed in attacks in Iraq over the past week, officials said.

            On Friday, a bomb in Kirkuk killed four people.

            On Saturday, gunmen shot dead three farmers near Baquba.

            On Monday, rockets hit a camp in Erbil, killing two guards.
            """);
        Assert.Equal([4L, 3L, 2L], Violent(record).Select(e => e.Victims.Sum(v => v.Count.Min!.Value)));
    }

    [Fact]
    public void The_seventh_attack_since_a_day_is_the_one_told()
    {
        var record = Read("Rockets hit a camp in Kirkuk on Monday. It was the seventh rocket attack on the camp since April, an official said.");
        Assert.Equal(new LocalDate(2026, 5, 4), Violent(record).Single().Time.Interval.Earliest);
    }

    [Fact]
    public void A_subject_before_its_verb_speaks_across_an_aside()
    {
        var record = Read("Rockets hit a camp in Kirkuk on Monday. The Levant Brigade, however, denied the charge.");
        Assert.Contains(record.Claims, c => c.Stance == Ascribe.Claims.Stance.Denies && c.Speaker.Name == "Levant Brigade");
    }

    [Fact]
    public void Militias_that_a_state_backs_are_accused_and_not_the_state()
    {
        var attack = Violent(Read("Rockets hit a camp in Kirkuk on Monday. Washington blamed Iran-backed militias for the attack.")).Single();
        Assert.Equal(PerpetratorBasis.Accused, Assert.Single(attack.Perpetrators).Basis);
        Assert.Contains("militias", attack.Perpetrators[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Those_who_arrest_are_the_doers()
    {
        var arrest = Read("Turkish police arrested four men in Ankara on Monday.").Events.Single();
        Assert.Equal("Turkish police", Assert.Single(arrest.Perpetrators).Text);
    }

    [Fact]
    public void One_of_two_sides_is_suspected()
    {
        var raid = Violent(Read("Rebels or militiamen shelled a village near Kirkuk on Monday.")).Single();
        Assert.All(raid.Perpetrators, p => Assert.Equal(PerpetratorBasis.Suspected, p.Basis));
        Assert.Equal(2, raid.Perpetrators.Count);
    }

    [Fact]
    public void Both_of_two_sides_are_told()
    {
        var raid = Violent(Read("Rebels and militiamen shelled a village near Kirkuk on Monday.")).Single();
        Assert.All(raid.Perpetrators, p => Assert.Equal(PerpetratorBasis.Reported, p.Basis));
    }

    [Fact]
    public void Whoever_leads_the_raids_does_them()
    {
        var raid = Violent(Read("The French-led air raids killed nine militants near Kirkuk on Monday.")).Single();
        Assert.Equal("French", Assert.Single(raid.Perpetrators).Text);
    }

    [Theory]
    [InlineData("Gunmen attacked a police post in Kirkuk on Monday using rifles and hand grenades.")]
    [InlineData("Gunmen armed with rifles and hand grenades attacked a police post in Kirkuk on Monday.")]
    public void What_somebody_uses_is_a_weapon_of_the_attack(string text)
    {
        var attack = Violent(Read(text)).Single();
        Assert.Equal(["firearm", "grenade"], attack.Weapons.Select(w => w.Kind).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_bomb_that_somebody_sets_off_is_the_weapon()
    {
        var attack = Violent(Read("A suicide bomber detonated a car bomb in Kirkuk on Monday.")).Single();
        Assert.Contains(attack.Weapons, w => w.Kind == "car_bomb");
    }

    [Fact]
    public void A_number_before_of_them_is_a_part()
    {
        var strike = Violent(Read("The strike on a camp near Kirkuk on Monday killed 22 people, seven of them children.")).Single();
        Assert.Contains(strike.Victims, v => v.Count.Min == 7 && v.PartOf == 0);
    }

    [Fact]
    public void A_bare_number_behind_a_verb_counts_the_hurt()
    {
        var attack = Violent(Read("The attack in Kirkuk on Monday left 16 dead and wounded more than 50.")).Single();
        Assert.Contains(attack.Victims, v => v.Effect == VictimEffect.Wounded && v.Count.Min == 51);
    }

    [Fact]
    public void The_checkpoint_where_somebody_is_killed_is_no_target()
    {
        var killing = Violent(Read("Two drivers were killed at a checkpoint near Kirkuk on Monday.")).Single();
        Assert.Empty(killing.Targets);
    }

    [Fact]
    public void Those_whom_troops_fight_are_their_target()
    {
        var battle = Violent(Read("Iraqi troops battled insurgents near Kirkuk on Monday.")).Single();
        Assert.Equal("insurgents", Assert.Single(battle.Targets).Name);
    }

    [Fact]
    public void Whoever_says_that_another_side_did_it_accuses_it()
    {
        var shelling = Violent(Read("The Iraqi army said that the Islamic State had shelled a village near Kirkuk on Monday.")).Single();
        Assert.Equal(PerpetratorBasis.Accused, Assert.Single(shelling.Perpetrators).Basis);
    }

    [Fact]
    public void A_bare_plural_that_killed_is_an_incident()
    {
        var strikes = Violent(Read("Air strikes killed nine people near Kirkuk.")).Single();
        Assert.Equal("air_drone_strike", strikes.Type);
    }

    [Fact]
    public void A_compound_and_the_name_of_a_group_tell_no_place_of_the_raid()
    {
        var raids = Violent(Read("French-led air raids killed nine militants on Monday. The Islamic State of Iraq said four others fled.")).Single();
        Assert.Empty(raids.Places);
    }

    [Theory]
    [InlineData("A bomb killed five people in Kirkuk on Monday. The president condemned the attack on Tuesday.")]
    [InlineData("Gunmen killed five farmers in Kirkuk on Monday. The Harbour Front claimed responsibility for the killings on Tuesday.")]
    [InlineData("A bomb killed five people in Kirkuk on Monday, police said. The death toll from the attack rose to nine on Tuesday.")]
    [InlineData("Attackers set fire to a school in Kirkuk on Monday. The mayor condemned the attack.")]
    [InlineData("A lawyer survived an assassination attempt on Monday when gunmen opened fire on his car in Kirkuk.")]
    public void What_follows_an_act_is_no_second_one(string text) =>
        Assert.Equal(new LocalDate(2026, 5, 4), Violent(Read(text)).Single().Time.Interval.Earliest);

    [Fact]
    public void Days_between_tell_two_acts_apart()
    {
        var record = Read("A bomb exploded in Kirkuk on Monday. The blast came two days after gunmen killed four soldiers in Mosul.");
        Assert.Equal(2, Violent(record).Count());
    }

    [Fact]
    public void Whoever_storms_a_church_and_abducts_people_takes_hostages()
    {
        var taking = Violent(Read("Gunmen stormed a church in Kirkuk on Monday and abducted 42 worshippers.")).Single();
        Assert.Equal(("hostage_taking", 42L), (taking.Type, taking.Victims[0].Count.Min));
    }

    [Theory]
    [InlineData("Gunmen on motorbikes killed at least 12 farmers in northern Burkina Faso on Monday.", 12, "farmers")]
    [InlineData("Gunmen killed a total of 14 farmers in Mali on Monday.", 14, "farmers")]
    [InlineData("A raid by gunmen on a village in Mali left dozens of herders dead on Monday.", null, "herders")]
    public void Whom_a_number_counts_was_killed(string text, int? number, string who)
    {
        var killed = Assert.Single(Violent(Read(text)).Single().Victims);
        Assert.Equal((number, who), ((int?)killed.Count.Min, killed.Who));
    }

    [Fact]
    public void A_doer_behind_the_place_and_a_target_behind_the_doer_are_found()
    {
        var attack = Violent(Read("An attack on a market in Kirkuk by insurgents killed nine people on Monday.")).Single();
        Assert.Equal("insurgents", Assert.Single(attack.Perpetrators).Text);
        attack = Violent(Read("Nine people were killed in an attack by insurgents on a market in Kirkuk on Monday.")).Single();
        Assert.Equal("market", Assert.Single(attack.Targets).Kind);
    }

    [Theory]
    [InlineData("A bomb killed five people in the Afghan capital on Monday.", "Kabul")]
    [InlineData("A bomb killed five people in Somalia's capital on Monday.", "Mogadishu")]
    public void A_country_s_capital_is_its_town(string text, string town) => Assert.Equal(town, Violent(Read(text)).Single().Places[0].Place.Name);

    [Theory]
    [InlineData("Gunmen battle police in hotel in Karachi", "Gunmen stormed a hotel in Karachi on Sunday, killing a guard and battling security forces inside. Two people were wounded in the fighting.", "armed_assault")]
    [InlineData("Army bombing in Idlib kills civilians", "Seven people were killed on Monday in air raids on Khan Sheikhun in Idlib province.", "air_drone_strike")]
    [InlineData("Camp hit with missiles and bombs", "War planes bombed a camp in Idlib province on Sunday, killing five women and a child. Bombs struck the camp near the village.", "air_drone_strike")]
    [InlineData("Assassination attempt on minister", "The minister survived a bomb attack on his motorcade on Monday in Damascus, though his bodyguard was killed.", "bombing")]
    [InlineData("Air raids kill ten", "A barrage of air strikes on Sunday near a hospital in northern Syria killed ten civilians.", "air_drone_strike")]
    public void What_the_title_tells_in_another_word_the_text_tells_again(string title, string text, string type) =>
        Assert.Equal(type, Violent(Read(text, title)).Single().Type);

    [Fact]
    public void A_semicolon_of_a_title_sets_two_headlines_apart()
    {
        var events = Violent(Read(
            "Ukrainian drones hit a refinery in the Russian city of Samara on Monday.\n\nRussian artillery shelled the city of Nikopol, killing two people, governor Pavlo Lysak said.",
            "Ukrainian drones hit refinery in Samara; Russia shells Nikopol")).ToList();
        Assert.Equal(["air_drone_strike", "rocket_shelling"], events.Select(e => e.Type));
        Assert.All(events, e => Assert.True(e.Main));
        Assert.DoesNotContain(events[1].Weapons, w => w.Kind == "drone");
    }

    [Fact]
    public void People_whom_the_title_tells_of_are_taken_in_the_raid_that_the_text_tells_of()
    {
        var events = Violent(Read(
            "Armed men stormed a boarding school in Zamfara on Monday, killing a guard and abducting more than 60 girls.\n\nThe abduction of 276 schoolgirls from Chibok by Boko Haram in 2014 drew worldwide outrage.",
            "Gunmen abduct more than 60 schoolgirls in northwest Nigeria")).ToList();
        Assert.Equal([true, false], events.Select(e => e.Main));
        Assert.Contains(events[0].Victims, v => v is { Effect: VictimEffect.Killed, Count.Min: 1 });
    }

    private static IEnumerable<Event> Violent(Record record) => record.Events.Where(e => e.Type is not ("condemnation" or "threat_demand_appeal" or "investigation"));

    /// <summary>Published on Wednesday, 6 May 2026.</summary>
    private static Record Read(string text, string? title = null)
    {
        Assert.True(PublicationTime.TryParse("2026-05-06", out var published));
        return SharedReader.Instance.Read(new Report { Id = "short", Title = title, Text = text, Published = published });
    }
}
