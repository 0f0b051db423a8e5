using Ascribe.Language;

namespace Ascribe.Actors;

/// <summary>A chain while it is being made.</summary>
internal sealed class ActorChainDraft
{
    private readonly List<ActorCandidate> _candidates = [];
    private readonly List<ActorMention> _pronouns = [];

    private ActorChainDraft? _absorbedBy;

    public IReadOnlyList<ActorCandidate> Candidates => _candidates;

    /// <summary>This chain, or the one that took it over.</summary>
    public ActorChainDraft Live
    {
        get
        {
            var chain = this;
            while (chain._absorbedBy is { } next) chain = next;
            return chain;
        }
    }

    public NamedActor? Known { get; private set; }

    public ActorKind Kind { get; private set; }

    public string? Country { get; private set; }

    public Gender Gender { get; set; }

    public bool IsNamed { get; private set; }

    public bool IsPerson { get; private set; }

    public bool IsPlural { get; private set; }

    /// <summary>The name of the person, or empty.</summary>
    public TokenRange PersonName { get; private set; }

    public bool IsState => Kind == ActorKind.State && Country is not null;

    public void Add(ActorCandidate candidate)
    {
        candidate.Chain = this;
        var isFirst = _candidates.Count == 0;
        _candidates.Add(candidate);
        Known ??= candidate.Known;
        // What a name is outweighs what a description calls it.
        if (isFirst || Kind == ActorKind.Unknown || candidate.IsNamed && !IsNamed && candidate.Kind != ActorKind.Unknown) Kind = candidate.Kind;
        Country ??= candidate.Country;
        if (Gender == Gender.Unknown) Gender = candidate.Gender;
        IsPerson = isFirst ? candidate.IsPerson : IsPerson || candidate.IsPerson;
        IsPlural = isFirst ? candidate.IsPlural : IsPlural && candidate.IsPlural;
        IsNamed |= candidate.IsNamed;
        if (candidate.Kind == ActorKind.Person && candidate.Name.Count > PersonName.Count) PersonName = candidate.Name;
        if (Known is { Kind: not ActorKind.Unknown } known) Kind = known.Kind;
    }

    public void AddPronoun(ActorMention mention) => _pronouns.Add(mention);

    /// <summary>Takes over all candidates of another chain.</summary>
    public void Absorb(ActorChainDraft other)
    {
        if (ReferenceEquals(this, other)) return;
        foreach (var candidate in other._candidates) Add(candidate);
        other._candidates.Clear();
        other._absorbedBy = this;
    }

    public ActorChain ToChain(Document document)
    {
        var mentions = new List<ActorMention>(_candidates.Count + _pronouns.Count);
        foreach (var candidate in _candidates) mentions.Add(new ActorMention(candidate.Tokens, candidate.Head));
        mentions.AddRange(_pronouns);
        mentions.Sort((a, b) => a.Tokens.CompareTo(b.Tokens));
        var (role, organization) = RoleIn(document);
        return new ActorChain
        {
            Name = NameIn(document),
            Kind = Kind,
            Country = Country,
            ActorId = Known?.Id,
            Role = role,
            Organization = organization,
            IsNamed = IsNamed,
            IsPlural = IsPlural,
            IsAuthority = IsAuthority(),
            IsForce = Kind == ActorKind.ArmedGroup || AgentNoun.IsForce(Known?.Sector) || _candidates.Exists(c => AgentNoun.IsForce(c.Noun?.Sector)),
            Mentions = mentions,
        };
    }

    private string NameIn(Document document)
    {
        string? name = null;
        foreach (var candidate in _candidates)
        {
            if (IsState && candidate.StateName is { } state) return state;
            if (candidate.Name.IsEmpty) continue;
            var text = Plain(document, candidate.Name);
            if (name is null || text.Length > name.Length) name = text;
        }

        if (name is not null) return name;
        var first = _candidates[0];
        if (IsState && first.StateName is null) return Plain(document, first.Tokens);
        return Described(document, first);
    }

    /// <summary>The phrase without article and number, and without the first half of "Iran-backed": "Iraqi security official", "militias"; "42-year-old resident" keeps its number.</summary>
    private static string Described(Document document, ActorCandidate candidate)
    {
        var start = candidate.Tokens.First;
        while (start < candidate.NounToken && document[start].Tag is PartOfSpeech.DT or PartOfSpeech.PRPS or PartOfSpeech.CD or PartOfSpeech.PDT && document[start + 1].Form != "-") start++;
        if (start > 0 && start < candidate.NounToken && document[start - 1].Form == "-" && !document[start].SpaceBefore) start++;
        return Plain(document, new TokenRange(start, candidate.Tokens.End));
    }

    private (string? Role, string? Organization) RoleIn(Document document)
    {
        string? role = null, organization = null, title = null;
        foreach (var candidate in _candidates)
        {
            if (!candidate.IsPerson) continue;
            title ??= candidate.TitleRole;
            if (role is null && !candidate.Description.IsEmpty) role = Plain(document, candidate.Description);
            if (organization is null && !candidate.Organization.IsEmpty) organization = Plain(document, candidate.Organization);
        }

        return (role ?? title, organization);
    }

    private bool IsAuthority()
    {
        if (Kind is ActorKind.State or ActorKind.GovernmentBody) return true;
        foreach (var candidate in _candidates)
        {
            if (candidate.Noun is { IsAuthority: true }) return true;
        }

        return false;
    }

    /// <summary>The words with single blanks, whatever stands between them in the text.</summary>
    private static string Plain(Document document, TokenRange tokens)
    {
        var text = document.TextOf(tokens);
        return text.AsSpan().IndexOfAny('\n', '\r', '\t') < 0 ? text : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
