using Ascribe.Language;

namespace Ascribe.Sources;

/// <summary>The language of a report whose source does not say it.</summary>
internal static class ReportLanguage
{
    /// <summary>What is taken where the text does not clearly say otherwise.</summary>
    private const string Default = "en";

    /// <summary>Texts of fewer UTF-16 code units are headlines or names, which may come from anywhere.</summary>
    private const int LeastLength = 40;

    private const double LeastConfidence = 0.8;

    // Loaded for the first report that needs it: those that say their language must not pay.
    private static readonly Lazy<LanguageIdentifier> s_identifier = new(() => LanguageIdentifier.Load());

    /// <summary>ISO 639-1 code.</summary>
    public static string Of(string? title, string text)
    {
        var whole = title is null ? text : title + "\n" + text;
        if (whole.Length < LeastLength) return Default;
        return s_identifier.Value.Identify(whole, out var confidence) is { } language && confidence >= LeastConfidence ? language : Default;
    }
}
