using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Ascribe.Lab.ClaimSentences;

/// <summary>A sentence or two with all claims that they hold: an entry of tests/Ascribe.Tests/Claims/*-claims.yaml, whose head tells what the fields mean.</summary>
internal sealed class ClaimSentence
{
    public string Text { get; set; } = "";

    public string Kind { get; set; } = "";

    public bool Hard { get; set; }

    public List<LabelledClaim> Claims { get; set; } = [];

    public string? KnownFailure { get; set; }

    public static IReadOnlyList<ClaimSentence> LoadAll(string path)
    {
        using var reader = File.OpenText(path);
        return new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build().Deserialize<List<ClaimSentence>>(reader);
    }
}
