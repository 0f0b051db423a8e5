namespace Ascribe.Claims;

/// <summary>How source and content hang on a cue.</summary>
internal enum CueFrame : byte
{
    /// <summary>The subject says the clause: "police said that …", "…, police said".</summary>
    Clause,

    /// <summary>As <see cref="Clause"/>, with the one spoken to as object: "told reporters that …".</summary>
    Addressed,

    /// <summary>The subject says something of the object: "accused X of …", "denied involvement".</summary>
    Object,

    /// <summary>"according to X".</summary>
    According,

    /// <summary>The words are the whole of it, and nobody says them: "no claim of responsibility".</summary>
    Bare,

    /// <summary>A noun with what is said behind it: "the ministry's claim that …".</summary>
    Noun,

    /// <summary>"Ministry: …", found without a lexicon.</summary>
    Colon,
}
