using Ascribe.Events;
using Ascribe.Language;
using Ascribe.Ontology;
using Ascribe.Records;
using NodaTime;

namespace Ascribe.Lab.Muc4;

/// <summary>A document of the corpus as it was read, with the phrases that may fill slots.</summary>
internal sealed class IncidentText
{
    private static readonly Lazy<(EventTypes Types, ResponsibilityWords Words)> s_responsibility = new(() => (EventTypes.Load(), ResponsibilityWords.Load("en")));

    private ILookup<int, Phrase>? _bySentence;
    private IReadOnlyList<ResponsibilityLink>? _links;
    private List<string>? _headerWords;

    public required string Id { get; init; }

    public required Reading Reading { get; init; }

    /// <summary>The first token of the body, behind dateline and header tags.</summary>
    public required int BodyStart { get; init; }

    public required IReadOnlyList<Phrase> Phrases { get; init; }

    /// <summary>Of the report.</summary>
    public required LocalDate? Day { get; init; }

    /// <summary>The answers; empty where they are not given or the document reports no incident.</summary>
    public IReadOnlyList<KeyTemplate> Key { get; init; } = [];

    /// <summary>The phrases of a sentence.</summary>
    public IEnumerable<Phrase> PhrasesOf(int sentence) => (_bySentence ??= Phrases.ToLookup(p => p.Sentence))[sentence];

    /// <summary>The words in front of the body: place, source and kind of the text; no figures.</summary>
    public IReadOnlyList<string> HeaderWords => _headerWords ??= [.. Enumerable.Range(0, BodyStart).Select(LemmaOf).Where(w => w.Length > 1 && char.IsLetter(w[0])).Distinct()];

    /// <summary>Who is said to have done what, as our own reading has it.</summary>
    public IReadOnlyList<ResponsibilityLink> Links => _links ??= new ResponsibilityReader(Reading, s_responsibility.Value.Types, s_responsibility.Value.Words).Read();

    /// <summary>The links of an entity.</summary>
    public IEnumerable<ResponsibilityLink> LinksOf(Entity entity) => Links.Where(l => l.Chain >= 0 && entity.Phrases.Any(p => Reading.Mentions.ChainAt(p.Head) == l.Chain));

    /// <summary>The lemma of a token, folded; "^" outside the text.</summary>
    public string LemmaOf(int token) => token < 0 || token >= Document.Count ? "^" : Document[token].Lemma.ToLowerInvariant();

    public Document Document => Reading.Mentions.Document;

    /// <summary>The words with single spaces between them.</summary>
    public string TextOf(TokenRange tokens) => string.Join(' ', Document.TextOf(tokens).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
