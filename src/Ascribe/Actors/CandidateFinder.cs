using Ascribe.Language;
using Ascribe.Places;
using Ascribe.Reports;

namespace Ascribe.Actors;

/// <summary>Finds the noun phrases of one report that name or describe somebody, in text order.</summary>
internal sealed class CandidateFinder
{
    private readonly ReportDocument _report;
    private readonly Document _document;
    private readonly AgentLexicon _agents;
    private readonly TitleLexicon _titles;
    private readonly FunctionWords _words;
    private readonly PlaceMention?[] _placeAt;
    private readonly NameSpan?[] _nameAt;
    private readonly bool[] _taken;
    private readonly List<ActorCandidate> _found = [];

    private CandidateFinder(
        ReportDocument report, AgentLexicon agents, TitleLexicon titles, FunctionWords words, PlaceMention?[] placeAt, NameSpan?[] nameAt)
    {
        _report = report;
        _document = report.Document;
        _agents = agents;
        _titles = titles;
        _words = words;
        _placeAt = placeAt;
        _nameAt = nameAt;
        _taken = new bool[_document.Count];
    }

    public static List<ActorCandidate> Find(
        ReportDocument report, AgentLexicon agents, TitleLexicon titles, FunctionWords words, PlaceMention?[] placeAt, NameSpan?[] nameAt)
    {
        var finder = new CandidateFinder(report, agents, titles, words, placeAt, nameAt);
        finder.AddNames();
        finder.AddDescriptions();
        finder.AddStates();
        finder._found.Sort((a, b) => a.Tokens.CompareTo(b.Tokens));
        return finder._found;
    }

    private void AddNames()
    {
        for (var t = 0; t < _document.Count; t++)
        {
            if (_nameAt[t] is not { } name || name.Tokens.First != t) continue;
            AddName(name);
            t = name.Tokens.End - 1;
        }
    }

    private void AddName(NameSpan name)
    {
        var sentence = _document.SentenceTokens(_document.SentenceOf(name.Tokens.First));
        var left = name.Tokens.First;
        string? titleRole = null;
        var gender = Gender.Unknown;
        if (name.IsPerson)
        {
            while (left > sentence.First && _nameAt[left - 1] is null && _titles.TitleAt(_document, left - 1) is { } title && !EndsRole(left - 1))
            {
                left--;
                titleRole = title.Role is null ? titleRole : title.Role + (titleRole is null ? "" : " " + titleRole);
                if (title.Gender != Gender.Unknown) gender = title.Gender;
            }
        }

        AgentLexicon.Match? description = null;
        if (left > sentence.First && _nameAt[left - 1] is null && _agents.EndingAt(_document, left - 1) is { } match
            && (name.IsPerson ? match.Noun.Count == AgentCount.One : match.Noun.Count == AgentCount.Body && !match.IsPlural))
        {
            description = match;
            left = match.First;
            if (gender == Gender.Unknown) gender = match.Noun.Gender;
        }

        var described = new TokenRange(left, name.Tokens.First);
        var stop = left;
        // "Iraqi military spokesman": the description reaches into the name of the body before it.
        if (_nameAt[left] is { IsPerson: false } body && body.Tokens.End < name.Tokens.First) stop = Math.Max(stop, body.Tokens.End);
        // "Popular Front leader Omar Nadim": the body right before a role belongs to it, wherever the parse hangs it.
        if (description is { Noun.Role: not null } && left > sentence.First && _nameAt[left - 1] is { IsPerson: false } holder) left = holder.Tokens.First;
        if (described.Count > 0) left = WidenLeft(left, name.Tokens.End, sentence.First);
        else if (!name.IsPerson) left = PremodifiersOf(name.Tokens, sentence.First);
        var tokens = new TokenRange(left, name.Tokens.End);
        var modifiers = new TokenRange(left, Math.Max(left, stop));
        var kind = name.IsPerson ? ActorKind.Person : name.Known?.Kind ?? ActorKind.Unknown;
        var noun = description?.Noun;
        if (!name.IsPerson && name.Known is null)
        {
            var last = _agents.EndingAt(_document, name.Tokens.End - 1);
            // "Emergency Lawyers": a body that is called after the people in it.
            var isAfterMembers = description is null && last is { IsPlural: true, Noun: { Kind: ActorKind.Person, IsAuthority: false } };
            noun ??= last?.Noun;
            kind = isAfterMembers ? ActorKind.Civilian : noun?.Kind ?? ActorKind.Unknown;
        }

        var (country, organization) = TiesIn(modifiers);
        if (description is { } d && organization.IsEmpty)
        {
            organization = BodyBefore(d, left);
            if (name.IsPerson && !organization.IsEmpty) AddBody(organization, country);
        }

        for (var t = left; t < name.Tokens.First; t++) _taken[t] |= description is not null || t >= stop;
        for (var t = name.Tokens.First; t < name.Tokens.End; t++) _taken[t] = true;
        if (_titles.IsParticle(_document[name.Tokens.First].Form) && name.Tokens.Count == 1) return;
        var head = HeadOf(tokens, name.Tokens);
        if (name.IsPerson && organization.IsEmpty && !HoldsCountry(modifiers)) AddOffice(new TokenRange(stop, name.Tokens.First), description);
        _found.Add(new ActorCandidate
        {
            Tokens = tokens,
            Head = head,
            Name = name.Tokens,
            Acronym = name.Acronym,
            Kind = kind,
            Known = name.Known,
            Noun = noun,
            NounToken = description is null ? -1 : name.Tokens.First - 1,
            Description = name.IsPerson && description is not null ? DescriptionOf(left, described) : default,
            TitleRole = titleRole,
            Gender = gender,
            IsDefinite = true,
            Country = country ?? (name.IsPerson ? null : name.Known?.Country ?? CountryIn(name.Tokens)),
            Organization = name.IsPerson ? organization : default,
        });
    }

    /// <summary>"General" in "Attorney General Omar Nadim": a part of the role, and no rank; in "Major General" it is one.</summary>
    private bool EndsRole(int token) =>
        _agents.EndingAt(_document, token) is { Noun.Role: not null } match && match.First < token && _titles.TitleAt(_document, match.First) is null;

    private bool HoldsCountry(TokenRange tokens)
    {
        for (var t = tokens.First; t < tokens.End; t++)
        {
            if (_placeAt[t] is { Place.Precision: PlacePrecision.Country }) return true;
        }

        return false;
    }

    /// <summary>"President" before a name, where nothing tells of which state: the office is what its holder is tied to.</summary>
    private void AddOffice(TokenRange tokens, AgentLexicon.Match? description)
    {
        if (tokens.IsEmpty) return;
        var token = tokens.End - 1;
        if (description is { } match ? match.Noun.Role != RelationKind.HoldsOffice : _titles.TitleAt(_document, token) is not { Kind: TitleKind.Office }) return;
        _found.Add(new ActorCandidate { Tokens = tokens, Head = token, Kind = ActorKind.GovernmentBody, IsOffice = true, IsIndefinite = true });
    }

    /// <summary>"foreign ministry" in "foreign ministry spokesman Omar Nadim".</summary>
    private void AddBody(TokenRange tokens, string? country)
    {
        if (_agents.EndingAt(_document, tokens.End - 1) is not { Noun.Kind: not ActorKind.Media } match) return;
        _found.Add(new ActorCandidate
        {
            Tokens = tokens,
            Head = tokens.End - 1,
            Kind = match.Noun.Kind,
            Noun = match.Noun,
            NounToken = tokens.End - 1,
            Description = tokens,
            IsPlural = match.IsPlural,
            IsDefinite = true,
            Country = country,
        });
    }

    private void AddDescriptions()
    {
        for (var s = 0; s < _document.SentenceCount; s++)
        {
            if (ActorReader.IsFurniture(_report, s)) continue;
            var sentence = _document.SentenceTokens(s);
            for (var t = sentence.First; t < sentence.End; t++)
            {
                if (_taken[t] || _nameAt[t] is not null) continue;
                var view = _document[t];
                // Taggers take "the military said" for an adjective and a first word "Witnesses" for a verb; the parse knows subjects.
                if (!view.Tag.IsNoun() && view.Tag != PartOfSpeech.Unknown && !view.Relation.IsSubject() && !FollowsDeterminer(t, sentence)
                    && !(t > sentence.First && _placeAt[t - 1] is { Place.Precision: PlacePrecision.Country })) continue;
                if (_agents.EndingAt(_document, t) is { } match) AddDescription(match, t, sentence);
            }
        }
    }

    /// <summary>"the official" where no noun follows.</summary>
    private bool FollowsDeterminer(int token, TokenRange sentence) =>
        token > sentence.First && _words.IsDefinite(_document[token - 1].Form) && _document[token].Tag == PartOfSpeech.JJ
            && (token + 1 >= sentence.End || !_document[token + 1].Tag.IsNoun() && !_document[token + 1].Tag.IsAdjective());

    private void AddDescription(AgentLexicon.Match match, int token, TokenRange sentence)
    {
        // A plural of people describes no other noun, whatever the parse says: "Gunmen shot …".
        var modifies = Modifies(token, sentence.End) && !(match.IsPlural && match.Noun.Count == AgentCount.One);
        if (modifies && !IsBodyOfRole(match, token) && !IsDoer(match, token)) return;
        var phrase = modifies ? WithNationality(new TokenRange(match.First, token + 1)) : PhraseOf(match.First, token, sentence.First);
        var modifiers = new TokenRange(phrase.First, Math.Max(phrase.First, match.First));
        var (country, organization) = TiesIn(modifiers);
        if (!modifies) country ??= CountryAfter(token);
        if (match.Noun.Count == AgentCount.Act) return;
        if (match.Noun.Count == AgentCount.Means)
        {
            if (country is null || NationalityIn(modifiers) is not { } nationality) return;
            AddState(phrase, token, nationality);
            return;
        }

        if (match.Noun.Kind == ActorKind.State && match.Noun.Refers == AgentReference.Government && NationalityIn(modifiers) is { Place.Precision: PlacePrecision.Country } state)
        {
            AddState(phrase, token, state, match.Noun);
            return;
        }

        if (organization.IsEmpty) organization = BodyBefore(match, phrase.First);
        for (var t = match.First; t <= token; t++) _taken[t] = true;
        var first = _document[phrase.First].Form;
        var isCounted = Holds(phrase, PartOfSpeech.CD);
        var name = modifies || match.Noun.Count != AgentCount.Body ? default : CapitalisedName(phrase.First, token);
        var isDefinite = !modifies && (_words.IsDefinite(first) || phrase.First > sentence.First && _document[phrase.First - 1].Tag == PartOfSpeech.POS);
        _found.Add(new ActorCandidate
        {
            Tokens = phrase,
            Head = token,
            Name = name,
            Kind = match.Noun.Kind,
            Noun = match.Noun,
            NounToken = token,
            Description = DescriptionOf(phrase.First, new TokenRange(match.First, token + 1)),
            Gender = match.Noun.Gender,
            IsPlural = match.IsPlural,
            IsDefinite = isDefinite,
            IsIndefinite = !isDefinite && (isCounted || _words.IsIndefinite(first)),
            Country = country,
            Organization = organization,
        });
    }

    /// <summary>"Syrian regime" in "Syrian regime warplanes".</summary>
    private TokenRange WithNationality(TokenRange noun) =>
        noun.First > 0 && _nameAt[noun.First - 1] is null && _placeAt[noun.First - 1] is { Place.Precision: PlacePrecision.Country } nationality && _document.SentenceOf(nationality.Tokens.First) == _document.SentenceOf(noun.First)
            ? nationality.Tokens.Union(noun)
            : noun;

    /// <summary>"Baghdad Operations Command": a body whose noun and the words before it are capitalised is named; empty for others.</summary>
    private TokenRange CapitalisedName(int left, int noun)
    {
        if (!_document[noun].Tag.IsProperNoun() || _report.IsTitle(_document.SentenceOf(noun))) return default;
        var first = noun;
        while (first >= left && char.IsUpper(_document[first].Text[0]) && _document[first].Tag is not (PartOfSpeech.DT or PartOfSpeech.PRPS)) first--;
        return noun - first < 2 ? default : new TokenRange(first + 1, noun + 1);
    }

    private void AddStates()
    {
        PlaceMention? last = null;
        for (var t = 0; t < _document.Count; t++)
        {
            if (_placeAt[t] is not { Place.Country: not null } place || ReferenceEquals(place, last)) continue;
            last = place;
            var isFree = true;
            for (var i = place.Tokens.First; i < place.Tokens.End; i++) isFree &= _nameAt[i] is null;
            if (!isFree || ActorReader.IsFurniture(_report, _document.SentenceOf(t))) continue;
            var head = HeadOf(place.Tokens, place.Tokens);
            if (IsState(place, head)) AddState(place.Tokens, head, place);
        }
    }

    /// <summary>Whether a place name stands for a government.</summary>
    private bool IsState(PlaceMention place, int head)
    {
        if (place.Role == PlaceRole.Government) return true;
        if (place.Role == PlaceRole.Dateline) return false;
        var next = place.Tokens.End;
        var governor = _document[head].Head;
        // "Iran-backed", "US-led"
        if (next + 1 < _document.Count && _document[next].Form == "-" && _document[next + 1].Tag is PartOfSpeech.VBN or PartOfSpeech.VBD or PartOfSpeech.JJ)
            return !_words.IsSeated(_document[next + 1].Form);
        if (governor < 0 || place.Place.Precision != PlacePrecision.Country) return false;
        var noun = _agents.EndingAt(_document, governor)?.Noun ?? RoleBefore(next, governor);
        switch (_document[head].Relation)
        {
            case Dependency.Nsubj or Dependency.NsubjPass or Dependency.Obj or Dependency.OblAgent:
                return place.Role != PlaceRole.Demonym;
            case Dependency.Obl or Dependency.Nmod:
                var preposition = _document.Child(head, Dependency.Case);
                return noun?.Role is not null || preposition >= 0 && _words.IntroducesActor(_document[preposition].Form);
            case Dependency.Conj:
                foreach (var candidate in _found)
                {
                    if (candidate.Head == governor && candidate.StateName is not null) return true;
                }

                return false;
            case Dependency.Amod or Dependency.Compound or Dependency.NmodPoss or Dependency.NmodDesc:
                // "Syrian or Russian warplanes": what stands right before the noun names it, and what is joined to that stands alone.
                return noun is { Count: AgentCount.Act } or { Role: RelationKind.HoldsOffice or RelationKind.SpokesmanOf }
                    || noun is { Count: AgentCount.Means } && next < _document.Count && _document[next].Tag == PartOfSpeech.CC;
            default:
                return RightOf(next) is { Role: RelationKind.HoldsOffice or RelationKind.SpokesmanOf };
        }
    }

    /// <summary>The agent noun that begins right here, one to three words long, or null.</summary>
    private AgentNoun? RightOf(int first)
    {
        for (var t = Math.Min(_document.Count, first + 3) - 1; t >= first; t--)
        {
            if (_agents.EndingAt(_document, t) is { } match && match.First == first) return match.Noun;
        }

        return null;
    }

    /// <summary>The role noun between a nationality and the name that it hangs on: "Iraqi Prime Minister Omar Nadim".</summary>
    private AgentNoun? RoleBefore(int first, int governor)
    {
        if (_nameAt[governor] is not { IsPerson: true }) return null;
        for (var t = Math.Min(governor, first + 6) - 1; t >= first; t--)
        {
            if (_agents.EndingAt(_document, t) is { Noun.Role: not null } match) return match.Noun;
        }

        return null;
    }

    private void AddState(TokenRange tokens, int head, PlaceMention place, AgentNoun? noun = null) => _found.Add(new ActorCandidate
    {
        Tokens = tokens,
        Head = head,
        Kind = ActorKind.State,
        IsDefinite = true,
        Country = place.Place.Country,
        Noun = noun,
        NounToken = noun is null ? -1 : head,
        StateName = place.Place.Precision == PlacePrecision.Country ? place.Place.Name : _document.TextOf(place.Tokens),
    });

    /// <summary>"police" in "a police spokesman" is a body of its own.</summary>
    private bool IsBodyOfRole(AgentLexicon.Match match, int token) =>
        match.Noun is { Count: AgentCount.Body or AgentCount.Many, Kind: not ActorKind.Media } && _document[token].Head is >= 0 and var head
            && (_agents.EndingAt(_document, head)?.Noun ?? RoleBefore(token + 1, head)) is { Role: not null };

    /// <summary>"rebel shelling", "government air strikes", "army helicopters": the force before an act does it, and that before a weapon uses it.</summary>
    private bool IsDoer(AgentLexicon.Match match, int token)
    {
        if (match.Noun.Kind is not (ActorKind.State or ActorKind.GovernmentBody or ActorKind.ArmedGroup)) return false;

        // "an army air strike": the parse hangs the army on the air.
        for (var t = _document[token].Head; t > token; t = _document[t].Head)
        {
            if (_agents.EndingAt(_document, t)?.Noun.Count is AgentCount.Act or AgentCount.Means) return true;
            if (_document[t].Relation != Dependency.Compound) return false;
        }

        return false;
    }

    /// <summary>True when the token describes the noun after it and heads no phrase of its own.</summary>
    private bool Modifies(int token, int end)
    {
        var view = _document[token];
        if (view.Head < 0) return token + 1 < end && _nameAt[token + 1] is null && _agents.EndingAt(_document, token + 1) is { } next && next.First <= token;
        return view.Head > token && view.Relation is Dependency.Compound or Dependency.Amod or Dependency.NmodDesc or Dependency.Flat;
    }

    private TokenRange PhraseOf(int nounFirst, int head, int sentenceFirst)
    {
        var phrase = _document.NounPhrase(head);
        var first = Math.Max(Math.Min(phrase.First, nounFirst), sentenceFirst);
        // An attachment error must not swallow what stands before a comma or a preposition.
        for (var t = nounFirst - 1; t >= first; t--)
        {
            if (_nameAt[t] is not null || _placeAt[t] is not null || IsPremodifier(_document[t].Tag)) continue;
            first = t + 1;
            break;
        }

        if (first == nounFirst && first > sentenceFirst && (IsDeterminer(first - 1) || _placeAt[first - 1] is { Place.Precision: PlacePrecision.Country } || IsNameTakenForVerb(first - 1)))
            first--;
        if (first < head && IsWithPreposition(first)) first++;
        return new TokenRange(Math.Min(first, head), head + 1);
    }

    /// <summary>"IS fighters", which taggers read as "is".</summary>
    private bool IsNameTakenForVerb(int token) => _nameAt[token] is { IsPerson: false, Known: not null } && _document[token].Tag.IsVerb();

    /// <summary>"at least 15 people": "least" goes with the word before it and not with the noun.</summary>
    private bool IsWithPreposition(int token) => token > 0 && _document[token].Tag == PartOfSpeech.JJS && _document[token - 1] is { Relation: Dependency.Case, Head: var head } && head == token;

    /// <summary>"the", "these", but not "that" of "said that soldiers …".</summary>
    private bool IsDeterminer(int token) => _words.IsDefinite(_document[token].Form) && _document[token] is { Tag: not PartOfSpeech.IN, Relation: not Dependency.Mark };

    /// <summary>Takes the modifiers to the left of a description or name that the parse hangs on it.</summary>
    private int WidenLeft(int left, int end, int sentenceFirst)
    {
        if (_nameAt[left] is { IsPerson: false } body && body.Tokens.End < end) left = body.Tokens.First;
        while (left > sentenceFirst)
        {
            var t = left - 1;
            if (_nameAt[t] is { IsPerson: false } name && name.Tokens.End == left && Hangs(name.Tokens, end))
            {
                left = name.Tokens.First;
                continue;
            }

            var view = _document[t];
            // A nationality belongs to what follows it, whatever the parse says.
            if (_nameAt[t] is null && _placeAt[t] is { Place.Precision: PlacePrecision.Country } nationality && nationality.Tokens.First >= sentenceFirst)
            {
                left = nationality.Tokens.First;
                continue;
            }

            if (_nameAt[t] is not null || !IsPremodifier(view.Tag) || view.Tag != PartOfSpeech.POS && !Hangs(TokenRange.Of(t), end)) break;
            left = t;
            if (view.Tag is PartOfSpeech.DT or PartOfSpeech.PRPS) break;
        }

        if (left + 1 < end && (_document[left].Tag is PartOfSpeech.POS or PartOfSpeech.HYPH || IsWithPreposition(left))) left++;
        if (left > sentenceFirst && _document[left].Tag != PartOfSpeech.DT && IsDeterminer(left - 1)) left--;
        return left;
    }

    private int PremodifiersOf(TokenRange name, int sentenceFirst) =>
        Modifies(HeadOf(name, name), _document.SentenceTokens(_document.SentenceOf(name.First)).End) ? name.First : WidenLeft(name.First, name.End, sentenceFirst);

    private bool Hangs(TokenRange tokens, int end)
    {
        for (var t = tokens.First; t < tokens.End; t++)
        {
            var head = _document[t].Head;
            if (head >= tokens.End && head < end) return true;
        }

        return false;
    }

    private static bool IsPremodifier(PartOfSpeech tag) =>
        tag.IsNoun() || tag.IsAdjective() || tag is PartOfSpeech.POS or PartOfSpeech.HYPH or PartOfSpeech.DT or PartOfSpeech.PRPS or PartOfSpeech.CD
            or PartOfSpeech.VBN or PartOfSpeech.VBG or PartOfSpeech.AFX or PartOfSpeech.RB or PartOfSpeech.RBS;

    /// <summary>The description without the determiner, nationality and organisation before it.</summary>
    private TokenRange DescriptionOf(int left, TokenRange core)
    {
        var first = core.First;
        while (first > left)
        {
            var tag = _document[first - 1].Tag;
            if (_nameAt[first - 1] is not null || _placeAt[first - 1] is not null) break;
            if (!tag.IsNoun() && !tag.IsAdjective() && tag is not (PartOfSpeech.HYPH or PartOfSpeech.VBN or PartOfSpeech.AFX or PartOfSpeech.RB)) break;
            first--;
        }

        // The rest of a number: "Thirty-nine pupils".
        if (first < core.First && _document[first].Tag == PartOfSpeech.HYPH) first = core.First;
        var end = core.End;
        while (end > first + 1 && _titles.TitleAt(_document, end - 1) is { Role: null }) end--;
        return new TokenRange(first, end);
    }

    /// <summary>Country and organisation that the modifiers name.</summary>
    private (string? Country, TokenRange Organization) TiesIn(TokenRange modifiers)
    {
        TokenRange organization = default;
        string? country = null;
        for (var t = modifiers.First; t < modifiers.End; t++)
        {
            if (_nameAt[t] is { IsPerson: false } name && name.Tokens.End <= modifiers.End)
            {
                organization = name.Tokens;
                country ??= name.Known?.Country;
            }
            else if (_nameAt[t] is null)
            {
                country ??= _placeAt[t]?.Place.Country;
            }
        }

        return (country, organization);
    }

    private string? CountryIn(TokenRange tokens)
    {
        for (var t = tokens.First; t < tokens.End; t++)
        {
            if (_placeAt[t] is { Place.Country: { } country }) return country;
        }

        return CountryAfter(tokens.End - 1);
    }

    /// <summary>"the president of Iraq", "police in Baghdad".</summary>
    private string? CountryAfter(int head)
    {
        foreach (var child in _document.Children(head))
        {
            if (child > head && _document[child].Relation == Dependency.Nmod && _placeAt[child]?.Place.Country is { } country) return country;
        }

        return null;
    }

    private PlaceMention? NationalityIn(TokenRange tokens)
    {
        for (var t = tokens.First; t < tokens.End; t++)
        {
            if (_placeAt[t] is { Place.Country: not null } place && (place.Role == PlaceRole.Demonym || place.Place.Precision == PlacePrecision.Country)) return place;
        }

        return null;
    }

    /// <summary>"interior ministry" in "an interior ministry spokesman"; empty where there is none.</summary>
    private TokenRange BodyBefore(AgentLexicon.Match role, int left)
    {
        if (role.Noun.Count != AgentCount.One || role.Noun.Kind != ActorKind.Person) return default;
        for (var t = role.First; t >= Math.Max(left, role.First - 1); t--)
        {
            if (_agents.EndingAt(_document, t) is { Noun.Count: AgentCount.Body or AgentCount.Many } body && body.First >= left)
                return new TokenRange(body.First, t + 1);
        }

        return default;
    }

    private bool Holds(TokenRange tokens, PartOfSpeech tag)
    {
        for (var t = tokens.First; t < tokens.End; t++)
        {
            if (_document[t].Tag == tag) return true;
        }

        return false;
    }

    /// <summary>The token of the range whose governor lies outside; of several the first subject, else the first noun, else the last token.</summary>
    private int HeadOf(TokenRange tokens, TokenRange core)
    {
        var head = -1;
        for (var t = tokens.First; t < tokens.End; t++)
        {
            var view = _document[t];
            if (view.Head >= 0 && tokens.Contains(view.Head) || view.Head < 0 && view.Relation == Dependency.Unknown) continue;
            if (view.Relation.IsSubject()) return t;
            if (head < 0 && (view.Tag.IsNoun() || core.Contains(t))) head = t;
        }

        return head >= 0 ? head : core.End - 1;
    }
}
