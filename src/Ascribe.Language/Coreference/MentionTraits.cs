using Ascribe.Language.Models;

namespace Ascribe.Language.Coreference;

/// <summary>What is known of a mention by itself. Words are hashes of lemmas, as <see cref="FeatureHash"/> makes them; 0 is none.</summary>
internal struct MentionTraits
{
    public Mention Mention;
    public int Sentence;

    /// <summary>The word that a name goes by (its last), else the head.</summary>
    public uint HeadWord;

    /// <summary>The form of a pronoun; 0 for other mentions.</summary>
    public uint Pronoun;

    /// <summary>The words of the phrase in their order, without determiner and 's.</summary>
    public uint Text;

    /// <summary>The determiner's form, or a mark for a possessor; 0 for none.</summary>
    public uint Determiner;

    /// <summary>The initials of a phrase of two or more capitalised words.</summary>
    public uint Initials;

    /// <summary>The form in capitals that may be initials.</summary>
    public uint Acronym;

    /// <summary>0: not in a name, else 1 + <see cref="NameKind"/>.</summary>
    public byte NameKind;

    /// <summary>True where the head stands in a name longer than the phrase.</summary>
    public bool IsInsideName;
    public bool IsPlural;
    public bool HasClause;

    /// <summary>The content words besides the head word: a slice of the document's.</summary>
    public int WordsFirst;
    public int WordsEnd;
}
