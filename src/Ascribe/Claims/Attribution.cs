using Ascribe.Language;
using Ascribe.Times;

namespace Ascribe.Claims;

/// <summary>
/// Source, cue and content in the text: the anchored form of a claim before it is known what it is about.
/// </summary>
public sealed record Attribution
{
    /// <summary>The words that name the speaker, empty where nobody is told.</summary>
    public required TokenRange Source { get; init; }

    /// <summary>The token that governs the source's phrase, or -1.</summary>
    public required int SourceHead { get; init; }

    /// <summary>"said", "according to", "claimed responsibility".</summary>
    public required TokenRange Cue { get; init; }

    /// <summary>What is said, in one or more pieces, in text order; never empty.</summary>
    public required IReadOnlyList<TokenRange> Content { get; init; }

    public required QuotationForm Form { get; init; }

    public required Stance Stance { get; init; }

    public required Certainty Certainty { get; init; }

    public required Polarity Polarity { get; init; }

    public required Voice Voice { get; init; }

    /// <summary>Words that name those who passed it on, nearest to the report first: "a statement", "the state news agency".</summary>
    public IReadOnlyList<TokenRange> Via { get; init; } = [];

    /// <summary>What the cue's own verb says that it was said by ("tweeted": Twitter), or an empty string.</summary>
    public string Medium { get; init; } = "";

    /// <summary>The source is a paper or recording that somebody speaks by: "the statement", "his letter".</summary>
    public bool IsPaper { get; init; }

    /// <summary>Those who say nothing but what this speaker says, nearest to the report first: "the governor said shepherds had told him that …".</summary>
    public IReadOnlyList<Relayer> Relayers { get; init; } = [];

    /// <summary>When it was said: "on Wednesday", or null.</summary>
    public TimeMention? Made { get; init; }

    /// <summary>False for a mere attitude ("supports the plan"), which says nothing about what happened.</summary>
    public bool IsClaim { get; init; } = true;

    /// <summary>The token that names the accused where the cue's preposition tells ("blamed the blast on rebels"), or -1.</summary>
    public int Accused { get; init; } = -1;

    /// <summary>Index in the list of attributions of the one whose content holds this one (X said that Y denied …), or -1.</summary>
    public int Outer { get; init; } = -1;
}
