namespace Ascribe.Actors;

/// <summary>How an agent noun counts.</summary>
internal enum AgentCount : byte
{
    /// <summary>A person: "gunman".</summary>
    One,

    /// <summary>An organisation, grammatically singular: "ministry".</summary>
    Body,

    /// <summary>A collective of people: "police", "troops".</summary>
    Many,

    /// <summary>Means that stand for a state when a nationality precedes them: "warplane".</summary>
    Means,

    /// <summary>An act; only the nationality before it speaks of an actor: "air strike".</summary>
    Act,
}
