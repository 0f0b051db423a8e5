using System.Collections.Concurrent;
using Ascribe.Language;

namespace Ascribe.Reports;

/// <summary>A report to its analysed document, in the report's language. Pure and thread-safe; load it once and share it.</summary>
public sealed class ReportAnalyzer
{
    private readonly string? _modelsDirectory;
    private readonly ConcurrentDictionary<string, (TextAnalyzer Text, LayoutReader Layout)> _languages = new(StringComparer.Ordinal);

    private ReportAnalyzer(string? modelsDirectory) => _modelsDirectory = modelsDirectory;

    /// <param name="modelsDirectory">A folder of models to use in place of the embedded ones, or null.</param>
    public static ReportAnalyzer Load(string? modelsDirectory = null) => new(modelsDirectory);

    /// <exception cref="InvalidDataException">A model or lexicon of the report's language is missing or damaged; the message says which.</exception>
    public ReportDocument Analyze(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var (analyzer, layout) = Of(report.Language);
        var (text, bodyStart) = ReportDocument.Compose(report);
        var document = analyzer.Analyze(text, bodyStart);
        return new ReportDocument(report, document, bodyStart, layout.Read(document, bodyStart));
    }

    /// <summary>Names the models of a language; see <see cref="TextAnalyzer.ModelVersion"/>.</summary>
    public string ModelVersion(string language) => Of(language).Text.ModelVersion;

    private (TextAnalyzer Text, LayoutReader Layout) Of(string language) =>
        _languages.GetOrAdd(language, key => (TextAnalyzer.Load(key, _modelsDirectory), LayoutReader.Load(key)));
}
