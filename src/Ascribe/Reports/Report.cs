namespace Ascribe.Reports;

/// <summary>
/// A news report as it came in: text and what is known about it. Nothing here is read out of the text. Half a surrogate pair, which no file and no JSON can hold,
/// becomes U+FFFD, so that offsets stay and what is written is read again to the same.
/// </summary>
public sealed record Report
{
    /// <summary>Unique within a ledger or batch; never empty.</summary>
    public required string Id { get; init => field = Whole(value); }

    public string? Title { get; init => field = value is null ? null : Whole(value); }

    /// <summary>The body. All spans of a record are offsets into it (or into the title, where they say so).</summary>
    public required string Text { get; init => field = Whole(value); }

    public string? Outlet { get; init => field = value is null ? null : Whole(value); }

    public PublicationTime? Published { get; init; }

    /// <summary>ISO 639-1 code.</summary>
    public string Language { get; init; } = "en";

    public string? Url { get; init => field = value is null ? null : Whole(value); }

    /// <summary>Agencies and authors credited, as given by the source; the reader adds those that it finds in the text.</summary>
    public IReadOnlyList<string> Credits { get; init => field = value.Any(c => !ReferenceEquals(c, Whole(c))) ? [.. value.Select(Whole)] : value; } = [];

    private static string Whole(string text)
    {
        for (var at = text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff'); at >= 0 && at < text.Length; at++)
        {
            if (!char.IsSurrogate(text[at])) continue;
            if (at + 1 == text.Length || !char.IsSurrogatePair(text[at], text[at + 1])) return string.Concat(text.EnumerateRunes());
            at++;
        }

        return text;
    }
}
