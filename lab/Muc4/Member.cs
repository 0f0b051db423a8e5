namespace Ascribe.Lab.Muc4;

/// <summary>An entity with its part in an incident.</summary>
/// <param name="Entity">Index in <see cref="PreparedText.Entities"/>.</param>
/// <param name="Doubt">Probability that it has no role at all.</param>
internal readonly record struct Member(int Entity, IncidentRole Role, float Doubt)
{
    /// <summary>What an incident befalls tells it from others.</summary>
    public bool IsTarget => Role is IncidentRole.HumanName or IncidentRole.HumanDescription or IncidentRole.PhysicalTarget;
}
