using System.Text.Json.Serialization;
using Ascribe.Desk.Http;
using Ascribe.Desk.Security;
using Ascribe.Dossiers.Review;
using Ascribe.Records;
using Ascribe.Reports;
using Ascribe.Sources;

namespace Ascribe.Desk.Contracts;

/// <summary>A report that a client sends.</summary>
/// <param name="Id">Unique in the ledger; null: made of what was sent, so that the same report sent twice is one.</param>
/// <param name="Published">ISO 8601 day (2023-12-14) or time (2023-12-14T12:31, with or without offset).</param>
/// <param name="Marking">How far it may be passed on: TLP:GREEN, amber …; null: as it is, TLP:CLEAR for a new one.</param>
/// <param name="Language">ISO 639-1; null: told from the text.</param>
internal sealed record ReportRequest(
    string Text, string? Id = null, string? Title = null, string? Outlet = null, string? Published = null, string? Language = null, string? Url = null, IReadOnlyList<string>? Credits = null, string? Marking = null)
{
    private const int LongestField = 2000;

    /// <exception cref="ProblemException">A field is missing, too long or not what it should be; the message says which.</exception>
    public Report ToReport()
    {
        if (string.IsNullOrWhiteSpace(Text)) throw ProblemException.BadRequest("'text' is empty; the text of a report was expected.");
        if (Text.Length > Limits.LongestText) throw ProblemException.BadRequest($"'text' is longer than {Limits.LongestText} characters.");
        foreach (var (name, value) in new[] { ("id", Id), ("title", Title), ("outlet", Outlet), ("url", Url) })
        {
            if (value?.Length > LongestField) throw ProblemException.BadRequest($"'{name}' is longer than {LongestField} characters.");
        }

        if (Credits?.Any(c => c is null || c.Length > LongestField) == true) throw ProblemException.BadRequest($"'credits' are texts of at most {LongestField} characters.");
        PublicationTime? published = null;
        if (!string.IsNullOrWhiteSpace(Published))
            published = PublicationTime.TryParse(Published, out var time) ? time : throw ProblemException.BadRequest("'published' is no day (2023-12-14) or time (2023-12-14T12:31+03:00).");
        var text = Text.Trim('\r', '\n', ' ', '\t');
        var language = string.IsNullOrWhiteSpace(Language) ? ReportLanguage.Of(Title, text) : Language.Trim().ToLowerInvariant();
        if (!RecordReader.Languages.Contains(language)) throw ProblemException.BadRequest($"The language '{language}' cannot be read yet; {string.Join(" or ", RecordReader.Languages)} was expected.");
        return new Report
        {
            Id = string.IsNullOrWhiteSpace(Id) ? "r" + RecordJson.HashOf($"{Title}\n{Outlet}\n{Published}\n{text}")[..16] : Id.Trim(),
            Title = OneLine(Title),
            Text = text,
            Outlet = OneLine(Outlet),
            Published = published,
            Language = language,
            Url = OneLine(Url),
            Credits = Credits ?? [],
        };
    }

    /// <summary>The marking that came with it, or null.</summary>
    [JsonIgnore]
    public Tlp? MarkingGiven => Marking is { } text && TlpLabel.TryParse(text, out var marking) ? marking : null;

    /// <exception cref="ProblemException">The marking is none, or one of which the caller would not see the report.</exception>
    public void CheckMarking(Caller caller)
    {
        if (Marking is null) return;
        if (MarkingGiven is not { } marking) throw ProblemException.BadRequest($"'marking' is one of {string.Join(", ", TlpLabel.All)}.");
        if (marking > caller.Clearance) throw ProblemException.BadRequest($"You may mark up to {TlpLabel.Of(caller.Clearance)}.");
    }

    private static string? OneLine(string? value) =>
        string.IsNullOrWhiteSpace(value) ? null : string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
