using Ascribe.Actors;
using Ascribe.Claims;
using Ascribe.Events;
using Ascribe.Ontology;
using Ascribe.Places;
using Ascribe.Quantities;
using Ascribe.Reports;
using Ascribe.Times;

namespace Ascribe.Records;

/// <summary>The front door: a report in, a record out. Pure and thread-safe; load it once and share it.</summary>
public sealed class RecordReader
{
    private const string Language = "en";

    private readonly ReportAnalyzer _analyzer;
    private readonly EventTypes _types = EventTypes.Load();
    private readonly TimeReader _times = TimeReader.Load(Language);
    private readonly PlaceReader _places;
    private readonly QuantityReader _quantities = QuantityReader.Load(Language);
    private readonly ActorReader _actors = ActorReader.Load(Language);
    private readonly RelationReader _relations = RelationReader.Load(Language);
    private readonly EventMentionReader _events;
    private readonly TallyReader _tallies = TallyReader.Load(Language);
    private readonly AttributionReader _attributions = AttributionReader.Load(Language);
    private readonly EventMerger _merger;
    private readonly ResponsibilityWords _responsibility = ResponsibilityWords.Load(Language);

    private RecordReader(Task<ReportAnalyzer> analyzer, PlaceReader places, ChoiceWeights<EventTimeFeature>? times)
    {
        _places = places;
        var lexicon = EventLexicon.Load(Language);
        _events = EventMentionReader.Load(Language, lexicon, _types, times);
        _merger = EventMerger.Load(Language, _types, lexicon);
        _analyzer = analyzer.GetAwaiter().GetResult();
        var models = new Dictionary<string, string> { [Language] = _analyzer.ModelVersion(Language) };
        if (_places.ImportedVersion is { } imported) models["gazetteer"] = imported;
        Version = new ReaderVersion(ProgramVersion, models);
    }

    /// <summary>The version of the program that reads.</summary>
    public static string ProgramVersion { get; } = typeof(RecordReader).Assembly.GetName().Version!.ToString(3);

    /// <summary>ISO 639-1 codes of the languages that can be read.</summary>
    public static IReadOnlyList<string> Languages { get; } = [Language];

    /// <summary>Which program and models make the records.</summary>
    public ReaderVersion Version { get; }

    /// <param name="modelsDirectory">A folder of models to use in place of the embedded ones, or null.</param>
    /// <param name="gazetteer">The file of an imported gazetteer ("ascribe gazetteer import"), which adds its places to the built-in ones, or null.</param>
    /// <exception cref="InvalidDataException">A model, lexicon or gazetteer is missing or damaged; the message says which and how.</exception>
    public static RecordReader Load(string? modelsDirectory = null, string? gazetteer = null) => Load(modelsDirectory, gazetteer, null);

    /// <param name="times">Weights of the times of events in place of those that ship, or null.</param>
    internal static RecordReader Load(string? modelsDirectory, string? gazetteer, ChoiceWeights<EventTimeFeature>? times) => new(Task.Run(() =>
    {
        // Unpacking the models takes as long as all the lexicons do: both at once halves the start.
        var analyzer = ReportAnalyzer.Load(modelsDirectory);
        analyzer.ModelVersion(Language);
        return analyzer;
    }), PlaceReader.Load(Language, gazetteer), times);

    public Record Read(Report report) => RecordAssembler.Assemble(ReadLayers(report), _types, _responsibility, Version);

    /// <summary>The way of a report: each step adds one layer.</summary>
    internal Reading ReadLayers(Report report)
    {
        var document = _analyzer.Analyze(report);
        var times = _times.Read(document);
        var places = _places.Read(document);
        var counts = _quantities.Read(document, times);
        var actors = _actors.Read(document, places);
        var mentions = new ReportMentions(document, times, places, counts, actors);
        var relations = _relations.Read(document, actors);
        var events = _events.Read(mentions);
        var tallies = _tallies.Read(mentions, events);
        var incidents = _merger.Merge(mentions, events, tallies);
        var attributions = _attributions.Read(mentions);
        return new Reading(mentions, events, tallies, incidents, attributions, relations);
    }
}
