using Ascribe.Records;
using BenchmarkDotNet.Attributes;

namespace Ascribe.Bench;

/// <summary>Reports to records, over all samples. <see cref="Samples.Words"/> words an operation.</summary>
[MemoryDiagnoser]
public class ReadingBenchmarks
{
    private readonly RecordReader _reader = RecordReader.Load();
    private Record[] _records = [];

    [GlobalSetup]
    public void ReadOnce() => _records = [.. Samples.Reports.Select(_reader.Read)];

    [Benchmark(Baseline = true)]
    public int Read() => Samples.Reports.Sum(report => _reader.Read(report).Claims.Count);

    [Benchmark]
    public int WriteJson() => _records.Sum(record => RecordJson.Write(record).Length);

    [Benchmark]
    public RecordReader Load() => RecordReader.Load();
}
