using Ascribe.Actors;
using FsCheck;
using FsCheck.Fluent;

namespace Ascribe.Tests.Actors;

public sealed class ActorReaderTests
{
    [Fact]
    public void Any_text_is_read_without_fault()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), ArbMap.Default.ArbFor<string>(), (title, text) =>
        {
            var (report, chains) = ActorReading.Read(text ?? "", title);
            foreach (var relation in ActorReading.Relations(report, chains))
            {
                Assert.InRange(relation.Subject, 0, chains.Count - 1);
                Assert.InRange(relation.Object, 0, chains.Count - 1);
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Shuffled_words_of_reports_are_read_without_fault()
    {
        string[] words =
        [
            "Iraqi", "military", "spokesman", "Omar", "Nadim", "al", "-", "Sudani", "the", "group", "ISIS", ",", "said", "he", "who", "Iran", "-backed", "Kataib",
            "Hezbollah", "(", "PMF", ")", ".", "'s", "police", "Gen.", "Mr", "of", "and", "gunmen", "it", "President", "State", "\n\n", "👩", "\ud800", "members",
        ];
        var texts = Gen.Elements(words).ListOf().Select(w => string.Join(' ', w)).ToArbitrary();
        Prop.ForAll(texts, text =>
        {
            var (report, chains) = ActorReading.Read(text);
            var heads = chains.SelectMany(c => c.Mentions).ToList();
            Assert.All(heads, m => Assert.True(m.Tokens.Contains(m.Head) && m.Tokens.End <= report.Document.Count));
            Assert.All(chains, c => Assert.NotEmpty(c.Name));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Chains_stand_in_order_of_first_mention_and_are_the_same_every_time()
    {
        const string text = "Gunmen attacked a convoy in Iraq, police said. Col. Omar Nadim, a spokesman for the interior ministry, said he had seen it. "
            + "The gunmen fled, Nadim added. Iran denied any part in it.";
        var (_, first) = ActorReading.Read(text);
        var (_, second) = ActorReading.Read(text);
        Assert.Equal(first.Select(c => c.Name), second.Select(c => c.Name));
        var starts = first.Select(c => c.Mentions[0].Tokens.First).ToList();
        Assert.Equal(starts.Order(), starts);
    }

    [Fact]
    public void Every_mention_is_found_at_its_head()
    {
        var (_, chains) = ActorReading.Read("Two soldiers and a policeman were killed, the army said. Its commander blamed Boko Haram.");
        var index = new ActorIndex(chains);
        Assert.All(chains.SelectMany(c => c.Mentions), m => Assert.True(index.ChainAt(m.Head) >= 0));
        Assert.Equal(-1, index.ChainAt(100_000));
    }

    [Fact]
    public void A_described_actor_of_the_headline_is_that_of_the_story()
    {
        var (_, chains) = ActorReading.Read("Gunmen shot dead five people on Monday.", "Gunmen kill five people");
        Assert.Equal(2, Assert.Single(chains, c => c.Name is "Gunmen").Mentions.Count);
    }

    [Fact]
    public void States_their_bodies_and_officials_are_authorities()
    {
        var (_, chains) = ActorReading.Read("A security official said gunmen had attacked a hospital. The interior ministry confirmed it. Residents fled.");
        Assert.True(Assert.Single(chains, c => c.Name == "security official").IsAuthority);
        Assert.True(Assert.Single(chains, c => c.Name == "interior ministry").IsAuthority);
        Assert.False(Assert.Single(chains, c => c.Name == "gunmen").IsAuthority);
        Assert.False(Assert.Single(chains, c => c.Name == "Residents").IsAuthority);
    }

    [Fact]
    public void A_megabyte_without_a_full_stop_is_read()
    {
        var text = string.Join(' ', Enumerable.Repeat("the rebels said he and gunmen of Hamas", 20_000));
        var (_, chains) = ActorReading.Read(text);
        Assert.Contains(chains, c => c.ActorId == "hamas");
    }
}
