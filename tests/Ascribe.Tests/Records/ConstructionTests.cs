using Ascribe.Reports;

namespace Ascribe.Tests.Records;

/// <summary>Sentences of each construction in which violence is told, each with the whole of what must be read from it.</summary>
public sealed class ConstructionTests
{
    private static readonly Dictionary<string, Construction> s_constructions = Construction.LoadAll().ToDictionary(c => c.Text, StringComparer.Ordinal);

    public static TheoryData<string> Texts { get; } = [.. s_constructions.Keys];

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_construction_is_read_right(string text)
    {
        var construction = s_constructions[text];
        Assert.True(PublicationTime.TryParse("2026-05-06", out var published));
        var record = SharedReader.Instance.Read(new Report { Id = "construction", Text = text, Published = published });
        var differences = new ConstructionChecker(record, construction).Differences();
        if (construction.KnownFailure is null) Assert.True(differences.Count == 0, $"{construction.Group}: {text}\n{string.Join("\n", differences)}");
        else Assert.True(differences.Count > 0, $"It is read right now; delete its known_failure: {text}");
    }
}
