namespace Ascribe.Claims;

/// <summary>Where in what is said a phrase of content-stances.tsv tells a stance.</summary>
internal enum ContentPart : byte
{
    /// <summary>Anywhere in its first sentence.</summary>
    Word,

    /// <summary>As its first finite verb.</summary>
    Modal,

    /// <summary>Behind a pronoun, in indirect speech that of the speaker: "it carried out".</summary>
    Own,

    /// <summary>As own, of a plain deed, which tells a stance only where it is negated: "it had not carried out the attack".</summary>
    Deed,

    /// <summary>Behind somebody who is not the speaker.</summary>
    Other,

    /// <summary>Anywhere, of a charge or a claim that is its subject or object: "the charge was absurd".</summary>
    Verdict,

    /// <summary>As its first finite verb, with a name behind it: "was carried out by the Front", but not "by two men".</summary>
    Agent,
}
