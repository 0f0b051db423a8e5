namespace Ascribe.Tests.Records;

/// <summary>What an event of a <see cref="Construction"/> must hold.</summary>
public sealed class ExpectedEvent
{
    public string Type { get; set; } = "";

    public string? Trigger { get; set; }

    public string? Status { get; set; }

    public Dictionary<string, string> Perpetrators { get; set; } = [];

    public List<string> Victims { get; set; } = [];

    public List<string>? Targets { get; set; }

    public List<string>? Weapons { get; set; }

    public List<string>? Places { get; set; }

    public string? Responsibility { get; set; }

    public string? About { get; set; }

    public string? Answers { get; set; }
}
