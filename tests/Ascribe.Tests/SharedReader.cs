using Ascribe.Records;

namespace Ascribe.Tests;

/// <summary>One reader for all tests: it is thread-safe, and models are loaded once.</summary>
internal static class SharedReader
{
    public static RecordReader Instance { get; } = RecordReader.Load();
}
