using Ascribe.Claims;
using Ascribe.Records;

namespace Ascribe.Dossiers.Exports;

/// <summary>Names those who speak.</summary>
internal static class SpeakerName
{
    /// <summary>The name, else the words that tell of them, else what kind of voice it is; null: the report in its own voice.</summary>
    public static string? Of(Speaker speaker) =>
        speaker.Voice == Voice.Reporter && speaker.Name is null ? null
        : speaker.Name ?? (speaker.Spans.Count > 0 ? speaker.Spans[0].Text : RecordJson.NameOf(speaker.Voice));
}
