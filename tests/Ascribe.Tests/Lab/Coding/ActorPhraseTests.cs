using Ascribe.Lab.Coding;
using NodaTime;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Ascribe.Tests.Lab.Coding;

/// <summary>Runs the examples that stand beside sectors.tsv, and what needs a day or a context.</summary>
public sealed class ActorPhraseTests
{
    private static readonly LocalDate s_day = new(2023, 1, 1);
    private static readonly Lazy<ActorPhraseCoder> s_coder = new(() => new ActorPhraseCoder(SharedReader.Instance));

    public sealed class Example
    {
        public string Phrase { get; set; } = "";

        /// <summary>Country and sector, as far as there are any.</summary>
        public string Is { get; set; } = "";
    }

    public static TheoryData<string, string> Examples()
    {
        var yaml = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build();
        var data = new TheoryData<string, string>();
        foreach (var example in yaml.Deserialize<List<Example>>(File.ReadAllText(RepositoryRoot.Combine("lexicons/en/sectors.examples.yaml")))) data.Add(example.Phrase, example.Is);
        return data;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_is_coded_as_written(string phrase, string expected) => Assert.Equal(expected, Code(phrase, "", s_day));

    [Fact]
    public void The_context_tells_a_country_that_the_phrase_does_not() => Assert.Equal("NOR GOV", Code("the foreign minister", "Norwegian", s_day));

    [Fact]
    public void An_office_holds_on_its_days_only()
    {
        Assert.Equal("USA GOV", Code("Donald Rumsfeld", "", new LocalDate(2005, 3, 1)));
        Assert.Equal("USA ELI", Code("Donald Rumsfeld", "", new LocalDate(2012, 3, 1)));
    }

    private static string Code(string phrase, string home, LocalDate day)
    {
        var coded = s_coder.Value.Code(phrase, home, day);
        return (coded.Country + " " + coded.Sector).Trim();
    }
}
