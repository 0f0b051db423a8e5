[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Ascribe.Browser;

/// <summary>Tests that change nothing share a desk.</summary>
[CollectionDefinition("reading")]
public sealed class ReadingCollection : ICollectionFixture<DeskFixture>;

/// <summary>Tests that decide share another; each takes dossiers of its own.</summary>
[CollectionDefinition("deciding")]
public sealed class DecidingCollection : ICollectionFixture<DeskFixture>;
