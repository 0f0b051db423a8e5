namespace Ascribe.Language;

/// <summary>What kinds of names have in common.</summary>
public static class NameKinds
{
    /// <summary>
    /// The kind among person, organisation, location and other that most corpora know: armed groups and military units are organisations, facilities are locations,
    /// weapons and nationalities others.
    /// </summary>
    public static NameKind Broad(this NameKind kind) => kind switch
    {
        NameKind.ArmedGroup or NameKind.MilitaryUnit => NameKind.Organization,
        NameKind.Facility => NameKind.Location,
        NameKind.Weapon or NameKind.Nationality => NameKind.Other,
        _ => kind,
    };
}
