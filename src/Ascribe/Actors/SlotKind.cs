namespace Ascribe.Actors;

/// <summary>The places in which a side of a relation can stand.</summary>
internal enum SlotKind : byte
{
    /// <summary>The subject of an active verb, or what a participle in -ing describes.</summary>
    Nsubj,

    /// <summary>The object, the subject of a passive, or what a participle describes.</summary>
    Obj,

    /// <summary>The possessor of a noun.</summary>
    Poss,

    /// <summary>The name right before a noun that it describes: "NATO member".</summary>
    Compound,

    /// <summary>The noun itself, or what it is predicated of.</summary>
    Self,

    /// <summary>Behind a preposition.</summary>
    Preposition,
}
