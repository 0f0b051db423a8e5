using Ascribe.Language;

namespace Ascribe.Lab.Training;

/// <summary>What re3d says of two mentions.</summary>
/// <param name="Type">"CoLocated", "FightingAgainst" …</param>
internal readonly record struct Re3dRelation(string Type, TextSpan Source, TextSpan Target)
{
    public static readonly IReadOnlyList<string> Types =
        ["CoLocated", "FightingAgainst", "BelongsTo", "IsSynonymOf", "HasAttrOf", "InChargeOf", "CommWith", "AlliesOf", "Likes", "Dislikes", "Apart"];

    /// <summary>True for relations that hold both ways: the corpus writes some of them twice, once each way.</summary>
    public static bool IsMutual(string type) => type is "CoLocated" or "IsSynonymOf" or "CommWith" or "AlliesOf" or "Apart";

    /// <summary>The same; a mutual relation begins with what stands first.</summary>
    public Re3dRelation InOrder() => IsMutual(Type) && Target < Source ? new Re3dRelation(Type, Target, Source) : this;

    /// <summary>True where both have the type, and each argument shares a character with the other's.</summary>
    public bool Meets(Re3dRelation other) => Type == other.Type
        && (Source.Overlaps(other.Source) && Target.Overlaps(other.Target) || IsMutual(Type) && Source.Overlaps(other.Target) && Target.Overlaps(other.Source));
}
