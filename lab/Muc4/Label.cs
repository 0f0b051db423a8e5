namespace Ascribe.Lab.Muc4;

/// <summary>What the key says of a phrase.</summary>
internal sealed class Label(IncidentRole role)
{
    public IncidentRole Role { get; } = role;

    /// <summary>Template, slot and filler, by their indices.</summary>
    public HashSet<(int Template, string Slot, int Filler)> Fillers { get; } = [];
}
