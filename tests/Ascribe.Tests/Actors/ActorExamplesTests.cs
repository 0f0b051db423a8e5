using Ascribe.Actors;
using Ascribe.Reports;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Ascribe.Tests.Actors;

/// <summary>Runs the examples that stand beside the lexicons of actors.</summary>
public sealed class ActorExamplesTests
{
    private static readonly string[] s_lexicons = ["en/actors", "mul/actor-names", "en/transliterations", "en/office-holders", "en/agents", "en/titles", "en/function-words", "en/naming-phrases", "en/relations"];

    public sealed class Example
    {
        public string Text { get; set; } = "";

        /// <summary>Id in the actor table by the words that name the actor; an empty map: no known actor at all.</summary>
        public Dictionary<string, string>? Finds { get; set; }

        /// <summary>Name of the chain by the words of one of its mentions.</summary>
        public Dictionary<string, string>? Means { get; set; }

        /// <summary>Kind, then country if it has one, by the words of a mention.</summary>
        public Dictionary<string, string>? Kinds { get; set; }

        /// <summary>Role by name of the chain.</summary>
        public Dictionary<string, string>? Roles { get; set; }

        /// <summary>Day of the report, for <see cref="Offices"/>.</summary>
        public string? Published { get; set; }

        /// <summary>Country and role code by name of the chain; all that there are.</summary>
        public Dictionary<string, string>? Offices { get; set; }

        /// <summary>"subject | relation | object" by names of chains; all that there are.</summary>
        public List<string>? Relations { get; set; }
    }

    public static TheoryData<string, string> Texts()
    {
        var data = new TheoryData<string, string>();
        foreach (var lexicon in s_lexicons)
        {
            foreach (var example in Examples(lexicon)) data.Add(lexicon, example.Text);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void An_example_is_read_as_written(string lexicon, string text)
    {
        var example = Examples(lexicon).First(e => e.Text == text);
        var (report, chains) = ActorReading.Read(text, null, PublicationTime.TryParse(example.Published, out var day) ? day : null);
        ActorChain At(string mention) =>
            chains.FirstOrDefault(c => c.Mentions.Any(m => report.Document.TextOf(m.Tokens) == mention))
                ?? throw new Xunit.Sdk.XunitException($"Nobody is mentioned as '{mention}', only: {Mentions(report, chains)}");

        if (example.Finds is { } finds)
        {
            var known = chains.Where(c => c.ActorId is not null).Select(c => c.ActorId!).Order(StringComparer.Ordinal);
            Assert.Equal(finds.Values.Distinct().Order(StringComparer.Ordinal), known);
            foreach (var (mention, id) in finds) Assert.Equal(id, At(mention).ActorId);
        }

        foreach (var (mention, name) in example.Means ?? []) Assert.Equal(name, At(mention).Name);
        foreach (var (mention, kind) in example.Kinds ?? [])
            Assert.Equal(kind, Snake(At(mention).Kind.ToString()) + (At(mention).Country is { } country ? " " + country : ""));
        foreach (var (name, role) in example.Roles ?? [])
            Assert.Equal(role, Assert.Single(chains, c => c.Name == name).Role);
        if (example.Offices is { } offices)
        {
            var known = chains.Where(c => c.KnownOffice is not null).ToDictionary(c => c.Name, c => $"{c.KnownOffice!.Country} {c.KnownOffice.Role}");
            Assert.Equal(offices.OrderBy(o => o.Key, StringComparer.Ordinal), known.OrderBy(o => o.Key, StringComparer.Ordinal));
        }

        if (example.Relations is { } relations)
        {
            var found = ActorReading.Relations(report, chains)
                .Select(r => $"{chains[r.Subject].Name} | {Snake(r.Kind.ToString())} | {chains[r.Object].Name}");
            Assert.Equal(relations.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [InlineData("en/actors")]
    [InlineData("mul/actor-names")]
    [InlineData("en/transliterations")]
    [InlineData("en/office-holders")]
    [InlineData("en/agents")]
    [InlineData("en/titles")]
    [InlineData("en/function-words")]
    [InlineData("en/relations")]
    public void A_lexicon_has_examples(string lexicon) => Assert.NotEmpty(Examples(lexicon));

    private static List<Example> Examples(string lexicon)
    {
        var path = Path.Combine(ActorReading.Root(), "lexicons", lexicon + ".examples.yaml");
        var yaml = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build();
        return yaml.Deserialize<List<Example>>(File.ReadAllText(path));
    }

    private static string Mentions(ReportDocument report, IReadOnlyList<ActorChain> chains) =>
        string.Join("; ", chains.Select(c => c.Name + ": " + string.Join(", ", c.Mentions.Select(m => report.Document.TextOf(m.Tokens)))));

    private static string Snake(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
