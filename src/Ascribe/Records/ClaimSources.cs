using Ascribe.Claims;
using Ascribe.Language;

namespace Ascribe.Records;

/// <summary>Which claim states a value: the innermost attribution with a speaker whose content holds the value's words.</summary>
internal sealed class ClaimSources
{
    private readonly Document _document;

    /// <summary>By sentence, the pieces of content in it, each with its attribution, in the attributions' order.</summary>
    private readonly Dictionary<int, List<(int Attribution, TokenRange Content)>> _bySentence = [];

    public ClaimSources(Reading reading)
    {
        _document = reading.Mentions.Document;
        for (var a = 0; a < reading.Attributions.Count; a++)
        {
            if (reading.Attributions[a].Stance == Stance.Absent) continue;
            foreach (var content in reading.Attributions[a].Content)
            {
                for (var s = _document.SentenceOf(content.First); s <= _document.SentenceOf(content.End - 1); s++)
                {
                    if (!_bySentence.TryGetValue(s, out var pieces)) _bySentence[s] = pieces = [];
                    pieces.Add((a, content));
                }
            }
        }
    }

    /// <summary>The claim's id, or nothing: the report says it in its own voice.</summary>
    public IReadOnlyList<string> Of(TokenRange tokens)
    {
        var best = AttributionOf(tokens);
        return best < 0 ? [] : [RecordAssembler.ClaimId(best)];
    }

    /// <summary>Index of the innermost attribution that holds the tokens, or -1.</summary>
    public int AttributionOf(TokenRange tokens)
    {
        var best = -1;
        var bestLength = int.MaxValue;
        if (!_bySentence.TryGetValue(_document.SentenceOf(tokens.First), out var pieces)) return best;
        foreach (var (attribution, content) in pieces)
        {
            if (!content.Contains(tokens) || content.Count >= bestLength) continue;
            best = attribution;
            bestLength = content.Count;
        }

        return best;
    }
}
