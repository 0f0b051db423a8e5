namespace Ascribe.Language;

/// <summary>
/// Penn Treebank tags as used in the XPOS column of UD English EWT and GUM. Tags that are punctuation marks have names:
/// <see cref="FullStop"/> is ".", <see cref="Colon"/> ":", <see cref="OpenQuote"/> "``", <see cref="LeftBracket"/> "-LRB-".
/// The text form is <see cref="PartsOfSpeech.Name(PartOfSpeech)"/>.
/// </summary>
public enum PartOfSpeech : byte
{
    Unknown,
    ADD, AFX, CC, CD, DT, EX, FW, GW, HYPH, IN, JJ, JJR, JJS, LS, MD, NFP, NN, NNP, NNPS, NNS, PDT, POS, PRP, PRPS, RB, RBR, RBS, RP,
    SYM, TO, UH, VB, VBD, VBG, VBN, VBP, VBZ, WDT, WP, WPS, WRB, XX,
    Comma, FullStop, Colon, OpenQuote, CloseQuote, LeftBracket, RightBracket, Dollar,
}

/// <summary>Text forms and classes of <see cref="PartOfSpeech"/>.</summary>
public static class PartsOfSpeech
{
    private static readonly string[] s_names =
    [
        "_",
        "ADD", "AFX", "CC", "CD", "DT", "EX", "FW", "GW", "HYPH", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NFP", "NN", "NNP", "NNPS", "NNS",
        "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP",
        "WP$", "WRB", "XX",
        ",", ".", ":", "``", "''", "-LRB-", "-RRB-", "$",
    ];

    private static readonly Dictionary<string, PartOfSpeech> s_byName =
        s_names.Select((name, index) => (name, index)).ToDictionary(p => p.name, p => (PartOfSpeech)p.index, StringComparer.Ordinal);

    public static int Count => s_names.Length;

    /// <summary>The tag as treebanks write it.</summary>
    public static string Name(this PartOfSpeech tag) => s_names[(int)tag];

    /// <summary>The tag of a treebank's text form; <see cref="PartOfSpeech.Unknown"/> for any other text.</summary>
    public static PartOfSpeech Parse(string name) => s_byName.GetValueOrDefault(name, PartOfSpeech.Unknown);

    public static bool IsNoun(this PartOfSpeech tag) => tag is PartOfSpeech.NN or PartOfSpeech.NNS or PartOfSpeech.NNP or PartOfSpeech.NNPS;

    public static bool IsProperNoun(this PartOfSpeech tag) => tag is PartOfSpeech.NNP or PartOfSpeech.NNPS;

    public static bool IsVerb(this PartOfSpeech tag) => tag is >= PartOfSpeech.VB and <= PartOfSpeech.VBZ;

    public static bool IsAdjective(this PartOfSpeech tag) => tag is PartOfSpeech.JJ or PartOfSpeech.JJR or PartOfSpeech.JJS;

    public static bool IsPunctuation(this PartOfSpeech tag) =>
        tag is >= PartOfSpeech.Comma and <= PartOfSpeech.RightBracket or PartOfSpeech.HYPH or PartOfSpeech.NFP;
}
