[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Ascribe.Browser;

/// <summary>Tests that change nothing share a desk.</summary>
[CollectionDefinition("reading")]
public sealed class ReadingCollection : ICollectionFixture<DeskFixture>;
