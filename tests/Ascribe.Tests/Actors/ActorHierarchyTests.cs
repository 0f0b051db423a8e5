using Ascribe.Actors;

namespace Ascribe.Tests.Actors;

public sealed class ActorHierarchyTests
{
    private static readonly Lazy<ActorHierarchy> s_hierarchy = new(() => ActorHierarchy.Load("en"));

    [Fact]
    public void An_actor_knows_its_umbrellas_the_nearest_first() =>
        Assert.Equal(["al-quds-brigades", "palestinian-islamic-jihad", "axis-of-resistance"], s_hierarchy.Value.UmbrellasOf("jenin-brigades"));

    [Fact]
    public void An_actor_may_have_two_umbrellas() =>
        Assert.Equal(["popular-mobilization-forces", "islamic-resistance-in-iraq", "axis-of-resistance"], s_hierarchy.Value.UmbrellasOf("kataib-hezbollah"));

    [Fact]
    public void An_umbrella_is_asked_for_with_its_parts_and_theirs()
    {
        var parts = s_hierarchy.Value.WithPartsOf("syrian-national-army");
        Assert.Equal("syrian-national-army", parts[0]);
        Assert.Contains("hamza-division", parts);
        Assert.Contains("izz-ad-din-al-qassam-brigades", s_hierarchy.Value.WithPartsOf("axis-of-resistance"));
        Assert.DoesNotContain("free-syrian-army", parts);
    }

    [Fact]
    public void Of_an_unknown_actor_only_itself_is_known()
    {
        Assert.Empty(s_hierarchy.Value.UmbrellasOf("nobody"));
        Assert.Equal(["nobody"], s_hierarchy.Value.WithPartsOf("nobody"));
    }

    [Fact]
    public void No_actor_is_part_of_itself()
    {
        foreach (var id in ActorTable.Load("en").Actors.Keys) Assert.DoesNotContain(id, s_hierarchy.Value.UmbrellasOf(id));
    }
}
