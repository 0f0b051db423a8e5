namespace Ascribe.Claims;

/// <summary>Whether the content is stated or negated.</summary>
public enum Polarity : byte
{
    Positive,
    Negative,
}
