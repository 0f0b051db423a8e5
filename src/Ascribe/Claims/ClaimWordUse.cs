namespace Ascribe.Claims;

/// <summary>What a function word does in a claim; a word may have several uses.</summary>
[Flags]
internal enum ClaimWordUse
{
    None = 0,

    /// <summary>"said that …"</summary>
    That = 1 << 0,

    /// <summary>"did not say whether …"</summary>
    Whether = 1 << 1,

    /// <summary>"did not say how many …"</summary>
    Question = 1 << 2,

    /// <summary>"nobody has claimed it"</summary>
    Nobody = 1 << 3,

    /// <summary>"nothing was hit"</summary>
    Nothing = 1 << 4,

    /// <summary>"no group has claimed it"</summary>
    No = 1 << 5,

    /// <summary>Nobody behind a negation: "any group".</summary>
    Any = 1 << 6,

    /// <summary>"neither the army nor the rebels"</summary>
    Neither = 1 << 7,

    /// <summary>"it appears that …"</summary>
    Expletive = 1 << 8,

    /// <summary>"we", in a speaker's own words.</summary>
    FirstPerson = 1 << 9,

    /// <summary>"he": a person, and not the body that spoke before.</summary>
    Person = 1 << 10,

    /// <summary>"its spokesman": a possessive that may be a body's.</summary>
    OfBody = 1 << 11,

    /// <summary>"them": a pronoun that is no subject.</summary>
    Object = 1 << 12,

    /// <summary>"a faction of the army"</summary>
    Article = 1 << 13,

    /// <summary>"was claimed by the group"</summary>
    Agent = 1 << 14,

    /// <summary>"no comment from the army"</summary>
    Origin = 1 << 15,

    /// <summary>"in a statement"</summary>
    Medium = 1 << 16,

    /// <summary>"on Twitter"</summary>
    Platform = 1 << 17,

    /// <summary>"on Friday", "late Friday"</summary>
    BeforeDay = 1 << 18,

    /// <summary>"during a visit"</summary>
    Circumstance = 1 << 19,

    /// <summary>"without giving details"</summary>
    Lacking = 1 << 20,

    /// <summary>"while the army denied it"</summary>
    Contrast = 1 << 21,

    /// <summary>"has not shelled it"</summary>
    Perfect = 1 << 22,

    /// <summary>"according to the ministry"</summary>
    According = 1 << 23,

    /// <summary>"an order to leave", "according to"</summary>
    To = 1 << 24,

    /// <summary>"would be difficult"</summary>
    Conditional = 1 << 25,
}
