namespace Ascribe.Tests.Records;

/// <summary>What a claim of a <see cref="Construction"/> must hold.</summary>
public sealed class ExpectedClaim
{
    public string Speaker { get; set; } = "";

    public string Stance { get; set; } = "";

    public List<string> Content { get; set; } = [];

    public string? About { get; set; }
}
