namespace Ascribe.Actors;

/// <summary>How one actor stands to another. "Former_…" says that it was so.</summary>
public enum RelationKind : byte
{
    MemberOf,
    PartOf,
    AffiliatedWith,
    AlignedWith,
    BackedBy,
    CommanderOf,
    HeadOf,
    SpokesmanOf,
    HoldsOffice,
    EmployedBy,
    SplitFrom,
    RivalOf,
    Fights,
    AccusedOf,
    FormerMemberOf,
    FormerHeadOf,
    FormerHoldsOffice,
}
