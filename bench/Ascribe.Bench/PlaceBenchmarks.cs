using Ascribe.Language;
using Ascribe.Places;
using Ascribe.Reports;
using BenchmarkDotNet.Attributes;

namespace Ascribe.Bench;

/// <summary>Places: the gazetteer's start, names found and resolved over all samples, and names that are given resolved alone.</summary>
[MemoryDiagnoser]
public class PlaceBenchmarks
{
    private readonly PlaceReader _places = PlaceReader.Load("en");
    private ReportDocument[] _documents = [];
    private TokenRange[][] _names = [];

    /// <summary>Names that <see cref="Resolve"/> resolves in one operation.</summary>
    public int Names => _names.Sum(n => n.Length);

    [GlobalSetup]
    public void Analyze()
    {
        var analyzer = ReportAnalyzer.Load();
        _documents = [.. Samples.Reports.Select(analyzer.Analyze)];
        _names = [.. _documents.Select(d => _places.Read(d).Select(p => p.Tokens).ToArray())];
        Console.WriteLine($"One operation finds or resolves {Names} place names.");
    }

    [Benchmark]
    public int LoadGazetteer() => Gazetteer.Load().Count;

    [Benchmark]
    public int Read() => _documents.Sum(document => _places.Read(document).Count);

    [Benchmark(Baseline = true)]
    public int Resolve()
    {
        var count = 0;
        for (var i = 0; i < _documents.Length; i++) count += _places.Resolve(_documents[i], _names[i]).Count;
        return count;
    }
}
