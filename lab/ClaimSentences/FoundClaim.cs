using Ascribe.Claims;
using Ascribe.Records;

namespace Ascribe.Lab.ClaimSentences;

/// <summary>A claim as it was read, in the form that is compared with a <see cref="LabelledClaim"/>.</summary>
/// <param name="Speaker">All words that the record has for the speaker: spans, name, role, organisation and mentions of the actor; empty where nobody is told.</param>
/// <param name="Via">The same for each who passed it on, the nearest to the report first.</param>
/// <param name="Cue">Characters of the text; none: null.</param>
/// <param name="Content">Characters of the text.</param>
internal sealed record FoundClaim(
    string Speaker, IReadOnlyList<string> Via, FoundClaim.Extent? Cue, IReadOnlyList<FoundClaim.Extent> Content, string Voice, string Stance, string Certainty, string Polarity)
{
    /// <summary>The claims of a record, without those that lie in its title.</summary>
    public static IReadOnlyList<FoundClaim> Of(Record record) => [.. record.Claims.Where(c => c.Content.All(q => !q.InTitle)).Select(c => new FoundClaim(
        WordsOf(record, c.Speaker),
        [.. c.Via.Select(v => WordsOf(record, v))],
        c.Cue is { } cue ? new Extent(cue.Span.Start, cue.Span.End) : null,
        [.. c.Content.Select(q => new Extent(q.Span.Start, q.Span.End))],
        RecordJson.NameOf(c.Speaker.Voice),
        RecordJson.NameOf(c.Stance),
        RecordJson.NameOf(c.Certainty),
        RecordJson.NameOf(c.Polarity)))];

    private static string WordsOf(Record record, Speaker speaker) => string.Join(" ", speaker.Spans.Select(s => s.Text)
        .Concat(record.Actors.Where(a => a.Id == speaker.Actor).SelectMany(a => a.Mentions.Select(m => m.Text).Append(a.Name)))
        .Concat(new[] { speaker.Name, speaker.Role, speaker.Organization }.OfType<string>()).Distinct());

    /// <summary>Half-open UTF-16 offsets.</summary>
    internal readonly record struct Extent(int Start, int End);
}
