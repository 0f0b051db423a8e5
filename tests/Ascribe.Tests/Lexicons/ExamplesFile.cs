using Ascribe.Records;
using Ascribe.Reports;
using YamlDotNet.Serialization;

namespace Ascribe.Tests.Lexicons;

/// <summary>An examples file of a lexicon: texts with what must be found in them.</summary>
internal sealed class ExamplesFile
{
    private readonly List<Dictionary<string, object>> _examples;

    private ExamplesFile(List<Dictionary<string, object>> examples) => _examples = examples;

    public static ExamplesFile Load(string name)
    {
        using var reader = File.OpenText(RepositoryRoot.Combine("lexicons", "en", name + ".examples.yaml"));
        return new ExamplesFile(new DeserializerBuilder().Build().Deserialize<List<Dictionary<string, object>>>(reader));
    }

    /// <summary>
    /// Reads every text and compares what <paramref name="find"/> gives (words found → label) with the example's map
    /// <paramref name="key"/>. All differences are told at once.
    /// </summary>
    public void Check(string key, Func<Reading, IEnumerable<(string Words, string Label)>> find)
    {
        var wrong = new List<string>();
        var checkedAny = false;
        foreach (var example in _examples.Where(e => e.ContainsKey(key)))
        {
            checkedAny = true;
            var text = (string)example["text"];
            var report = new Report
            {
                Id = "example",
                Text = text,
                Published = PublicationTime.TryParse(example.GetValueOrDefault("published") as string, out var day) ? day : null,
            };
            var expected = ((Dictionary<object, object>)example[key]).Select(p => $"{p.Key} → {p.Value}").Order(StringComparer.Ordinal);
            var found = find(SharedReader.Instance.ReadLayers(report)).Select(p => $"{p.Words} → {p.Label}").Distinct().Order(StringComparer.Ordinal);
            if (!expected.SequenceEqual(found)) wrong.Add($"{text}\n  expected: {string.Join("; ", expected)}\n  found:    {string.Join("; ", found)}");
        }

        Assert.True(checkedAny, $"No example has '{key}'.");
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }
}
