namespace Ascribe.Desk.People;

/// <summary>What may be done. Roles are sets of rights; a service token has those that it was given by name.</summary>
[Flags]
internal enum Right
{
    None = 0,
    Read = 1,
    Export = 2,
    Add = 4,

    /// <summary>States up to ready, assignments, webhooks.</summary>
    Organise = 8,

    /// <summary>Decisions on values and incidents, and the states accepted and rejected.</summary>
    Review = 16,
    Mark = 32,
    Administer = 64,
}
