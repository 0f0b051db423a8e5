namespace Ascribe.Reports;

/// <summary>What somebody credited did.</summary>
public enum CreditKind : byte
{
    /// <summary>A news agency whose copy it is.</summary>
    Agency,

    /// <summary>Wrote or reported it.</summary>
    Author,

    /// <summary>Edited it.</summary>
    Editor,

    /// <summary>Took a picture of it.</summary>
    Photographer,
}
