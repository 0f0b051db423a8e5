namespace Ascribe.Events;

/// <summary>How a time or place hangs to an event word in the parse.</summary>
internal enum EventPath : byte
{
    /// <summary>In another clause that neither governs the event's nor hangs on it.</summary>
    Other,

    /// <summary>On the event word itself.</summary>
    Child,

    /// <summary>Somewhere below it, with no verb between.</summary>
    Below,

    /// <summary>Below it and below another verb.</summary>
    BelowVerb,

    /// <summary>On the verb of the event's clause.</summary>
    Clause,

    /// <summary>On the verb of the whole sentence, which governs the event's clause.</summary>
    RootAbove,

    /// <summary>On another verb that governs the event's clause.</summary>
    Above,

    /// <summary>In a clause that hangs on the event's verb.</summary>
    Subclause,
}
