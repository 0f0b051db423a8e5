[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Ascribe.Browser;

/// <summary>Tests that change nothing share a desk. A class of tests that decide has one of its own, for what is decided leaves the queue; within it each test takes dossiers of its own.</summary>
[CollectionDefinition("reading")]
public sealed class ReadingCollection : ICollectionFixture<DeskFixture>;
