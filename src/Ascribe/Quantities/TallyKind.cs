namespace Ascribe.Quantities;

/// <summary>What a tally counts over.</summary>
public enum TallyKind : byte
{
    /// <summary>Counted up from a start that is still open: "84 attacks since the war began".</summary>
    Running,

    /// <summary>A strength or a stock: "2,500 troops in Iraq".</summary>
    Standing,

    /// <summary>A closed period: "1,200 people were killed in 2016".</summary>
    Period,
}
