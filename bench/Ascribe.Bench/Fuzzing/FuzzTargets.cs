using Ascribe.Bench.Fuzzing.Targets;

namespace Ascribe.Bench.Fuzzing;

/// <summary>All parsers that meet foreign bytes.</summary>
/// <param name="workplace">Not used before a target is.</param>
internal sealed class FuzzTargets(Workplace workplace)
{
    public IReadOnlyList<FuzzTarget> All { get; } =
    [
        .. SourceTargets.All(),
        .. ReaderTargets.All(workplace),
        .. RecordTargets.All(workplace),
        .. LedgerTargets.All(workplace),
        .. QueryTargets.All(),
        .. DeskTargets.All(workplace),
        .. McpTargets.All(workplace),
        .. FileTargets.All(workplace),
    ];

    public IEnumerable<string> Names => All.Select(t => t.Name);
}
