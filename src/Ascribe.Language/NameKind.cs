namespace Ascribe.Language;

/// <summary>What a name is a name of, as far as the name recogniser tells.</summary>
public enum NameKind : byte
{
    Person,
    Organization,
    Location,

    /// <summary>A name of another kind: a nationality, a religion, an event, a product.</summary>
    Other,
}
