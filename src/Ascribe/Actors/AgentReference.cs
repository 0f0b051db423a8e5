namespace Ascribe.Actors;

/// <summary>What a definite use of an agent noun may refer back to, besides an actor described with the same noun.</summary>
internal enum AgentReference : byte
{
    None,

    /// <summary>"the group": a named armed group or party.</summary>
    Group,

    /// <summary>"the government": a state.</summary>
    Government,

    /// <summary>"the ministry": an organisation whose name ends in the noun.</summary>
    Body,

    /// <summary>"the forces": forces told of before.</summary>
    Forces,
}
