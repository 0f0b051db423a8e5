namespace Ascribe.Claims;

/// <summary>What a cue's attribution is good for.</summary>
internal enum CueUse : byte
{
    /// <summary>Says something of what happened or is to come.</summary>
    Claim,

    /// <summary>A mere attitude ("supports the plan"), a claim only in quoted words.</summary>
    Attitude,

    /// <summary>Words cried out at the scene, no claim about it.</summary>
    Cry,

    /// <summary>A claim where a clause, an infinitive or a quotation is what is said; of a mere thing an attitude: "found a body".</summary>
    Saying,

    /// <summary>A claim; as a participle one of whoever spoke before it in the sentence, whatever the parse hangs it on: "said men had been ambushed, adding that some were missing".</summary>
    Adding,

    /// <summary>A mere attitude; a paper for its object is what the subject says in it: "issued a statement saying".</summary>
    Issuing,

    /// <summary>No claim and no attitude; a paper for its object is what the subject says in it: "published a letter condemning".</summary>
    Publishing,

    /// <summary>No claim; what a cue in its infinitive would say is left unsaid: "refused to confirm", "has yet to claim".</summary>
    Forgoing,

    /// <summary>Names whose words a speaker passes on ("citing a source"); of a thing an attitude.</summary>
    Citing,
}
