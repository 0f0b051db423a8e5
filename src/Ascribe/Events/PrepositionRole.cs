namespace Ascribe.Events;

/// <summary>What a phrase with a preposition is to the event word that governs it.</summary>
internal enum PrepositionRole : byte
{
    None,
    Target,
    Agent,
    Weapon,
    Patient,

    /// <summary>Of an event noun or verb its agent, of the noun of a person where that person is from: "from".</summary>
    Source,

    /// <summary>Beside <see cref="Target"/>: where somebody is killed or hurt, which is no target: "at".</summary>
    Place,

    /// <summary>What is spoken of: "about".</summary>
    Topic,

    /// <summary>One of those who fight each other: "between", "involving".</summary>
    Side,

    /// <summary>Of an event noun that is said of somebody, the one who did it: "the group is behind the attack".</summary>
    Author,

    /// <summary>What somebody is attacked for in words: "over", "for".</summary>
    Reason,
}
