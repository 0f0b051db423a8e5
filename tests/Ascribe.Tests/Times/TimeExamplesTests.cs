using Ascribe.Language;
using Ascribe.Reports;
using Ascribe.Times;
using YamlDotNet.Serialization;

namespace Ascribe.Tests.Times;

/// <summary>The examples of languages that have lexicons of times and no models: tokens and sentences must do.</summary>
public sealed class TimeExamplesTests
{
    public static TheoryData<string, string, string> Texts
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var folder in Directory.GetDirectories(RepositoryRoot.Combine("lexicons")).Select(f => Path.GetFileName(f)).Where(f => f is not ("en" or "mul")).Order(StringComparer.Ordinal))
            {
                foreach (var lexicon in new[] { "times", "time-rules" })
                {
                    foreach (var example in Load(folder, lexicon)) data.Add(folder, lexicon, (string)example["text"]);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void An_example_is_read_as_written(string language, string lexicon, string text)
    {
        var example = Load(language, lexicon).First(e => (string)e["text"] == text);
        var expected = ((Dictionary<object, object>)example["finds"]).Select(p => $"{p.Key} → {p.Value}");
        var published = PublicationTime.TryParse(example.GetValueOrDefault("published") as string, out var time) ? time.Day : (NodaTime.LocalDate?)null;
        var document = Segmenter.ByRules(language).Segment(text);
        var found = TimeReader.Load(language).Read(document, published).Select(t => $"{document.TextOf(t.Tokens)} → {t.Value}");
        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    private static List<Dictionary<string, object>> Load(string language, string lexicon)
    {
        using var reader = File.OpenText(RepositoryRoot.Combine("lexicons", language, lexicon + ".examples.yaml"));
        return new DeserializerBuilder().Build().Deserialize<List<Dictionary<string, object>>>(reader);
    }
}
