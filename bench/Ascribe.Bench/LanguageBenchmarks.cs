using Ascribe.Language;
using Ascribe.Language.Models;
using Ascribe.Reports;
using BenchmarkDotNet.Attributes;

namespace Ascribe.Bench;

/// <summary>Text to document, step by step, over all samples. <see cref="Samples.Words"/> words an operation.</summary>
[MemoryDiagnoser]
public class LanguageBenchmarks
{
    private readonly TextAnalyzer _analyzer = TextAnalyzer.Load("en");
    private readonly Lemmatizer _lemmatizer = Lemmatizer.Load("en");
    private readonly Segmenter _segmenter = Segmenter.Load("en", ModelStore.Open("en", null));
    private readonly SentenceModel _model = SentenceModel.Load(ModelStore.Open("en", null));
    private readonly string[] _texts = [.. Samples.Reports.Select(r => ReportDocument.Compose(r).Text)];
    private Document[] _documents = [];

    [GlobalSetup]
    public void Analyze() => _documents = [.. _texts.Select(_analyzer.Analyze)];

    [Benchmark]
    public int Segment() => _texts.Sum(text => _segmenter.Segment(text).Count);

    [Benchmark]
    public int Lemmas() => _documents.Sum(document => _lemmatizer.Lemmas(document).Length);

    [Benchmark]
    public void TagsNamesAndParse() => Array.ForEach(_documents, document => _model.Analyze(document));

    [Benchmark(Baseline = true)]
    public int WholeDocument() => _texts.Sum(text => _analyzer.Analyze(text).Count);
}
