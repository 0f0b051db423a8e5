using Ascribe.Lab.Coding;
using Ascribe.Lexicons;
using Ascribe.Ontology;

namespace Ascribe.Tests.Lab.Coding;

public sealed class PloverSchemeTests
{
    private static readonly PloverScheme s_scheme = PloverScheme.Load();

    [Fact]
    public void Every_event_type_has_a_root()
    {
        var coder = SentenceCoder.Load("en");
        Assert.All(EventTypes.Load().All, type => Assert.Contains(PloverScheme.RootOf(coder.CodeOf(type.Name)), s_scheme.Roots));
    }

    [Fact]
    public void Every_code_of_the_event_types_is_one_of_the_sixteen_roots()
    {
        var roots = s_scheme.Roots.Where(r => s_scheme.PloverOf(r) == r).ToList();
        Assert.Equal(16, roots.Count);
        Assert.All(EventTypes.Load().All.SelectMany(t => t.Codes["plover"]), code => Assert.Contains(PloverScheme.RootOf(code), roots));
    }

    [Fact]
    public void Modes_of_words_are_modes_of_the_event_types()
    {
        var known = EventTypes.Load().All.SelectMany(t => t.Codes["plover"]).ToHashSet(StringComparer.Ordinal);
        var used = LexiconTable.Load("en/plover-words.tsv").Rows.Select(r => r["code"]).Concat(s_scheme.Results).Where(c => c.Contains(':', StringComparison.Ordinal));
        Assert.Equal([], used.Distinct().Where(c => !known.Contains(c)));
    }

    [Theory]
    [InlineData("lift", "COERCE:curfew", "CONCEDE")]
    [InlineData("lift", "AID", null)]
    [InlineData("stop", "AID", "SANCTION")]
    [InlineData("stop", "ASSAULT:heavy-weapons", "RETREAT")]
    [InlineData("reject", "ACCUSE:allege", "STATEMENT")]
    [InlineData("reject", null, "REJECT")]
    [InlineData("will", "COERCE", "THREATEN")]
    [InlineData("will", "AID", "AGREE")]
    [InlineData("not", "AGREE", "REJECT")]
    [InlineData("expel", "envoy", "SANCTION:expel")]
    [InlineData("do", "PROTEST:strike", "PROTEST:strike")]
    public void An_operator_makes_another_event_of_its_argument(string name, string? argument, string? result) =>
        Assert.Equal(result, s_scheme.Apply(name, argument, out _));

    [Fact]
    public void A_provisional_result_gives_way()
    {
        Assert.Equal("MOBILIZE", s_scheme.Apply("send", "troops", out var isProvisional));
        Assert.True(isProvisional);
        s_scheme.Apply("send", "AID", out isProvisional);
        Assert.False(isProvisional);
    }

    [Theory]
    [InlineData("DEMAND", "REQUEST")]
    [InlineData("DISAPPROVE", "ACCUSE")]
    [InlineData("INVESTIGATE", "ACCUSE")]
    [InlineData("FIGHT", "ASSAULT")]
    [InlineData("RETREAT", "RETREAT")]
    [InlineData("YIELD", "YIELD")]
    [InlineData("WAVE", null)]
    public void Names_of_the_first_edition_are_known(string name, string? root) => Assert.Equal(root, s_scheme.RootOfName(name));

    [Theory]
    [InlineData("RETREAT:access", "YIELD", true)]
    [InlineData("CONCEDE", "YIELD", true)]
    [InlineData("AID", "YIELD", false)]
    [InlineData("", "YIELD", false)]
    [InlineData("COERCE:arrest", "COERCE", true)]
    public void A_joined_name_takes_either_root(string code, string name, bool isOf) => Assert.Equal(isOf, s_scheme.IsOf(code, name));

    [Theory]
    [InlineData("ACCUSE:investigate", "INVESTIGATE")]
    [InlineData("ACCUSE:allege", "DISAPPROVE")]
    [InlineData("ASSAULT:aerial", "FIGHT")]
    [InlineData("ASSAULT:torture", "ASSAULT")]
    [InlineData("APPEAL", "DEMAND")]
    [InlineData("STATEMENT", "")]
    public void Codes_have_a_name_in_the_first_edition(string code, string name) => Assert.Equal(name, s_scheme.FormerOf(code));
}
