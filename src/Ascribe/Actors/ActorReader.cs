using Ascribe.Places;
using Ascribe.Reports;

namespace Ascribe.Actors;

/// <summary>Finds everybody of whom a report speaks, with all mentions. Pure and thread-safe.</summary>
internal sealed class ActorReader
{
    private readonly AgentLexicon _agents;
    private readonly TitleLexicon _titles;
    private readonly FunctionWords _words;
    private readonly NameFinder _names;
    private readonly NamingFinder _namings;
    private readonly Lazy<OfficeHolders> _offices;

    private ActorReader(ActorTable table, AgentLexicon agents, TitleLexicon titles, FunctionWords words, NamingFinder namings, Func<OfficeHolders> offices)
    {
        _agents = agents;
        _titles = titles;
        _words = words;
        _names = new NameFinder(table, agents, titles);
        _namings = namings;
        _offices = new Lazy<OfficeHolders>(offices);
    }

    /// <exception cref="InvalidDataException">A lexicon is malformed; the message names file and line.</exception>
    public static ActorReader Load(string language)
    {
        var (agents, titles) = (AgentLexicon.Load(language), TitleLexicon.Load(language));
        return new ActorReader(ActorTable.Load(language), agents, titles, FunctionWords.Load(language), NamingFinder.Load(language, agents, titles), () => OfficeHolders.Load(language));
    }

    /// <summary>The actors in order of first mention.</summary>
    public IReadOnlyList<ActorChain> Read(ReportDocument report, IReadOnlyList<PlaceMention> places)
    {
        var document = report.Document;
        var placeAt = new PlaceMention?[document.Count];
        foreach (var place in places)
        {
            for (var t = place.Tokens.First; t < place.Tokens.End; t++) placeAt[t] = place;
        }

        var namings = _namings.Find(document);
        var nameAt = _names.Find(report, placeAt, namings);
        var candidates = CandidateFinder.Find(report, _agents, _titles, _words, placeAt, nameAt);
        var drafts = ChainBuilder.Build(report, _titles, candidates, namings);
        PronounResolver.Resolve(report, _words, candidates);
        var chains = new List<ActorChain>(drafts.Count);
        foreach (var draft in drafts) chains.Add(WithOffice(draft.ToChain(document), report.PublishedOn));
        chains.Sort((a, b) => a.Mentions[0].Tokens.CompareTo(b.Mentions[0].Tokens));
        return chains;
    }

    private ActorChain WithOffice(ActorChain chain, NodaTime.LocalDate? day) =>
        day is { } known && chain is { Kind: ActorKind.Person, IsNamed: true, Role: null } && chain.Name.Contains(' ')
            ? chain with { KnownOffice = _offices.Value.On(chain.Name, known, chain.Country) }
            : chain;

    /// <summary>Bylines, stamps and page furniture speak of nobody in the story.</summary>
    internal static bool IsFurniture(ReportDocument report, int sentence) =>
        report.PassageOf(sentence) is PassageKind.Byline or PassageKind.Stamp or PassageKind.Furniture;
}
