namespace Ascribe.Tests.Records;

/// <summary>What a claim of a <see cref="Construction"/> must hold.</summary>
public sealed class ExpectedClaim
{
    public string Speaker { get; set; } = "";

    public string Stance { get; set; } = "";

    public List<string> Content { get; set; } = [];

    /// <summary>Words of those who passed it on, all of them; not checked where the key is missing.</summary>
    public List<string>? Via { get; set; }

    public string? About { get; set; }
}
