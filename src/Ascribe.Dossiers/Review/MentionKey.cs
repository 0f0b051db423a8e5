using Ascribe.Records;

namespace Ascribe.Dossiers.Review;

/// <summary>An incident as one report tells it.</summary>
/// <param name="Report">Id of the report.</param>
/// <param name="Number">0 for the first or only incident that the report is about.</param>
public readonly record struct MentionKey(string Report, int Number)
{
    /// <summary>56 bits: among ten million two are the same with a chance of 0.0007.</summary>
    internal const int Digits = 14;

    /// <summary>A short id of this mention: "d" and 14 hex digits. The dossier that holds the mention answers to it.</summary>
    public string Id => "d" + RecordJson.HashOf($"{Report}\n{Number}")[..Digits];

    internal string? Fault => string.IsNullOrEmpty(Report) ? "the report of a mention is missing." : Number < 0 ? "the number of a mention is not negative." : null;
}
