using Ascribe.Actors;
using Ascribe.Places;
using Ascribe.Reports;

namespace Ascribe.Tests.Actors;

/// <summary>The steps up to the actors, loaded once for all tests.</summary>
internal static class ActorReading
{
    private static readonly Lazy<ReportAnalyzer> s_analyzer = new(() => ReportAnalyzer.Load(null));
    private static readonly Lazy<PlaceReader> s_places = new(() => PlaceReader.Load("en"));
    private static readonly Lazy<ActorReader> s_actors = new(() => ActorReader.Load("en"));
    private static readonly Lazy<RelationReader> s_relations = new(() => RelationReader.Load("en"));

    public static (ReportDocument Report, IReadOnlyList<ActorChain> Chains) Read(string text, string? title = null, PublicationTime? published = null)
    {
        var report = s_analyzer.Value.Analyze(new Report { Id = "test", Title = title, Text = text, Published = published });
        return (report, s_actors.Value.Read(report, s_places.Value.Read(report)));
    }

    public static IReadOnlyList<RelationMention> Relations(ReportDocument report, IReadOnlyList<ActorChain> chains) =>
        s_relations.Value.Read(report, chains);

    public static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Ascribe.slnx"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
