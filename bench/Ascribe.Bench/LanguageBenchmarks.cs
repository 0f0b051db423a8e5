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
    private readonly Tagger _tagger = Tagger.Load(ModelStore.Open("en", null));
    private readonly DependencyParser _parser = DependencyParser.Load(ModelStore.Open("en", null));
    private readonly NameRecognizer _names = NameRecognizer.Load(ModelStore.Open("en", null));
    private readonly string[] _texts = [.. Samples.Reports.Select(r => ReportDocument.Compose(r).Text)];
    private Document[] _documents = [];

    [GlobalSetup]
    public void Analyze() => _documents = [.. _texts.Select(_analyzer.Analyze)];

    [Benchmark]
    public int Segment() => _texts.Sum(text => _analyzer.Segment(text).Count);

    [Benchmark]
    public void Tag() => Array.ForEach(_documents, _tagger.Tag);

    [Benchmark]
    public int Lemmas() => _documents.Sum(document => _lemmatizer.Lemmas(document).Length);

    [Benchmark]
    public void Parse() => Array.ForEach(_documents, _parser.Parse);

    [Benchmark]
    public void Names() => Array.ForEach(_documents, _names.Recognize);

    [Benchmark(Baseline = true)]
    public int WholeDocument() => _texts.Sum(text => _analyzer.Analyze(text).Count);
}
