using System.Globalization;
using Ascribe.Places;
using Ascribe.Records;
using Ascribe.Reports;
using YamlDotNet.Serialization;

namespace Ascribe.Tests.Lexicons;

public sealed class PlaceExamplesTests
{
    public static TheoryData<string, string> Texts
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var lexicon in new[] { "countries", "places", "place-words", "place-relations", "place-homographs" })
            {
                foreach (var example in Load(lexicon)) data.Add(lexicon, (string)example["text"]);
            }

            return data;
        }
    }

    /// <summary>All places of an example are found and no other; of each all that the example says is true.</summary>
    [Theory]
    [MemberData(nameof(Texts))]
    public void An_example_is_read_as_written(string lexicon, string text)
    {
        var example = Load(lexicon).First(e => (string)e["text"] == text);
        var expected = ((Dictionary<object, object>)example["finds"]).ToDictionary(p => (string)p.Key, p => (string)p.Value);
        var document = ReportAnalyzer.Load().Analyze(new Report { Id = "example", Text = text });
        var found = PlaceReader.Load("en").Read(document).ToDictionary(p => document.Document.TextOf(p.Tokens), Describe);
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), found.Keys.Order(StringComparer.Ordinal));
        foreach (var (words, labels) in expected)
        {
            foreach (var label in labels.Split(' ')) Assert.True(found[words].Contains(label), $"{words}: {label} is not among {string.Join(' ', found[words])}");
        }
    }

    private static HashSet<string> Describe(PlaceMention place) =>
    [
        place.Place.Country ?? "no-country",
        RecordJson.NameOf(place.Place.Precision),
        RecordJson.NameOf(place.Role),
        RecordJson.NameOf(place.Relation),
        place.Place.GazetteerId ?? "unknown",
        string.Create(CultureInfo.InvariantCulture, $"radius:{place.RadiusKm}"),
    ];

    private static List<Dictionary<string, object>> Load(string lexicon)
    {
        using var reader = File.OpenText(RepositoryRoot.Combine("lexicons", "en", lexicon + ".examples.yaml"));
        return new DeserializerBuilder().Build().Deserialize<List<Dictionary<string, object>>>(reader);
    }
}
