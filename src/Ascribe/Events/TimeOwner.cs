namespace Ascribe.Events;

/// <summary>Which event word a time hangs on in the parse.</summary>
internal enum TimeOwner : byte
{
    None,

    /// <summary>The event in question.</summary>
    Same,

    /// <summary>Another event word that may speak of the same act.</summary>
    Other,

    /// <summary>One that tells a kind of its own: "kidnapped last month have been released".</summary>
    Apart,
}
