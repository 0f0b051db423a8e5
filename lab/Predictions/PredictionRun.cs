namespace Ascribe.Lab.Predictions;

/// <summary>What <c>lab predict</c> was asked for.</summary>
/// <param name="Inputs">Input files in the formats of the corpora; gzip and xz by their ending.</param>
/// <param name="Output">Where the predictions go.</param>
/// <param name="Models">A folder of models, or null: those that ship.</param>
/// <param name="Raw">parse: the input is plain text and not CoNLL-U.</param>
/// <param name="GoldMentions">coref: the mentions of the input are given and only their chains are asked for.</param>
internal sealed record PredictionRun(IReadOnlyList<string> Inputs, string Output, string? Models, bool Raw, bool GoldMentions)
{
    /// <summary>clusters, candidates, counting: files of records made of the inputs before; reports that are not there are read.</summary>
    public IReadOnlyList<string> Records { get; init; } = [];

    /// <summary>clusters: reports whose dates lie more days apart are never of one incident; for corpora whose dates are those of the events. Null: there is no limit.</summary>
    public int? LongestGap { get; init; }
}
