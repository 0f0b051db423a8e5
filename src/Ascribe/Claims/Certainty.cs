namespace Ascribe.Claims;

/// <summary>How surely a speaker says it.</summary>
public enum Certainty : byte
{
    Certain,

    /// <summary>"apparently", "initial information indicates", "may have".</summary>
    Hedged,

    /// <summary>"unclear whether", "asked if".</summary>
    Unknown,
}
