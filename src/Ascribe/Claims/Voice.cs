namespace Ascribe.Claims;

/// <summary>Where a claim comes from.</summary>
public enum Voice : byte
{
    /// <summary>The report itself.</summary>
    Reporter,

    /// <summary>Somebody with a name (a person or an organisation).</summary>
    Named,

    /// <summary>A role without a name: "a security official".</summary>
    Unnamed,

    /// <summary>A paper, a broadcast, an agency: "a statement", "state television".</summary>
    Document,

    /// <summary>Many without a name: "witnesses", "residents".</summary>
    Collective,

    /// <summary>Nobody is told: "is believed to".</summary>
    Passive,
}
