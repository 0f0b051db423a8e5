namespace Ascribe.Lab.ClaimSentences;

/// <summary>A claim of a <see cref="ClaimSentence"/>, in words of its text. The head of the sentences' files tells what the fields mean.</summary>
internal sealed class LabelledClaim
{
    public string Speaker { get; set; } = "";

    public string Voice { get; set; } = "";

    public List<string> Via { get; set; } = [];

    public string Cue { get; set; } = "";

    public List<string> Content { get; set; } = [];

    public string Stance { get; set; } = "";

    public string Certainty { get; set; } = "";

    public string Polarity { get; set; } = "";
}
