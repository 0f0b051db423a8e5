using Ascribe.Reports;

namespace Ascribe.Actors;

/// <summary>Finds ties between actors.</summary>
internal sealed class RelationReader
{
    private readonly IReadOnlyList<RelationMention> _none = [];

    private RelationReader()
    {
    }

    public static RelationReader Load(string language) => new();

    public IReadOnlyList<RelationMention> Read(ReportDocument report, IReadOnlyList<ActorChain> chains) => _none;
}
