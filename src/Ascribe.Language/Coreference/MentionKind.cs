namespace Ascribe.Language.Coreference;

/// <summary>What a <see cref="Mention"/> is by its head.</summary>
public enum MentionKind : byte
{
    Pronoun,

    /// <summary>The head is a proper noun or stands in a name.</summary>
    Name,

    /// <summary>The head is a common noun.</summary>
    Nominal,

    /// <summary>The head is a figure: a year, a sum.</summary>
    Number,

    /// <summary>Several phrases joined by "and" or the like, taken together; the head is that of the first.</summary>
    Coordination,
}
