namespace Ascribe.Claims;

/// <summary>How source and content hang on a cue.</summary>
internal enum CueFrame : byte
{
    /// <summary>The subject says the clause: "police said that …", "…, police said".</summary>
    Clause,

    /// <summary>The subject says something of the object: "accused X of …", "denied involvement".</summary>
    Object,

    /// <summary>"according to X".</summary>
    According,
}
