using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Ascribe.Tests.Records;

/// <summary>An entry of constructions.yaml, whose head tells what the fields mean.</summary>
public sealed class Construction
{
    public string Group { get; set; } = "";

    public string Text { get; set; } = "";

    public List<ExpectedEvent> Events { get; set; } = [];

    public List<ExpectedClaim> Claims { get; set; } = [];

    public List<string> Relations { get; set; } = [];

    public string? KnownFailure { get; set; }

    public static IReadOnlyList<Construction> LoadAll()
    {
        using var reader = File.OpenText(RepositoryRoot.Combine("tests", "Ascribe.Tests", "Records", "constructions.yaml"));
        return new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build().Deserialize<List<Construction>>(reader);
    }
}
