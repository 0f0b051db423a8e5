namespace Ascribe.Lab.Predictions;

/// <summary>What <c>lab predict</c> was asked for.</summary>
/// <param name="Inputs">Input files in the formats of the corpora; gzip and xz by their ending.</param>
/// <param name="Output">Where the predictions go.</param>
/// <param name="Models">A folder of models, or null: those that ship.</param>
/// <param name="Raw">parse: the input is plain text and not CoNLL-U.</param>
internal sealed record PredictionRun(IReadOnlyList<string> Inputs, string Output, string? Models, bool Raw);
