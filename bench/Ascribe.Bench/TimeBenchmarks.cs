using Ascribe.Reports;
using Ascribe.Times;
using BenchmarkDotNet.Attributes;

namespace Ascribe.Bench;

/// <summary>
/// Time expressions found and resolved in documents that are analysed already, over all samples. The time of an operation divided by the number
/// of expressions that its setup tells is the time an expression, the search in the words between them included.
/// </summary>
[MemoryDiagnoser]
public class TimeBenchmarks
{
    private readonly TimeReader _reader = TimeReader.Load("en");
    private ReportDocument[] _documents = [];

    [GlobalSetup]
    public void Analyze()
    {
        var analyzer = ReportAnalyzer.Load();
        _documents = [.. Samples.Reports.Select(analyzer.Analyze)];
        Console.WriteLine($"One operation finds and resolves {FindAndResolve()} expressions.");
    }

    [Benchmark]
    public int FindAndResolve() => _documents.Sum(document => _reader.Read(document).Count);
}
