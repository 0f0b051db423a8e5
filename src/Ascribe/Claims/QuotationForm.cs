namespace Ascribe.Claims;

/// <summary>Whether the content is given word by word.</summary>
public enum QuotationForm : byte
{
    Direct,
    Indirect,
    Mixed,
}
