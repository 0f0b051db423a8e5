using Ascribe.Claims;
using Ascribe.Language;

namespace Ascribe.Records;

/// <summary>Which claim states a value: the innermost attribution with a speaker whose content holds the value's words.</summary>
internal sealed class ClaimSources(Reading reading)
{
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
        for (var a = 0; a < reading.Attributions.Count; a++)
        {
            var attribution = reading.Attributions[a];
            if (attribution.Stance == Stance.Absent) continue;
            foreach (var content in attribution.Content)
            {
                if (!content.Contains(tokens) || content.Count >= bestLength) continue;
                best = a;
                bestLength = content.Count;
            }
        }

        return best;
    }
}
