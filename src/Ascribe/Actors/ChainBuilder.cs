using Ascribe.Language;
using Ascribe.Reports;

namespace Ascribe.Actors;

/// <summary>
/// Puts candidates that speak of the same actor into one chain: by identity (the actor table, a country), by name (a surname after a full
/// name, an acronym), by apposition, and by definite description ("the group"). Each candidate is looked up by keys, so the time is linear.
/// </summary>
internal sealed class ChainBuilder
{
    private const int MaxHomonyms = 8;

    private readonly ReportDocument _report;
    private readonly Document _document;
    private readonly TitleLexicon _titles;
    private readonly List<ActorChainDraft> _chains = [];
    private readonly Dictionary<string, ActorChainDraft> _byIdentity = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ActorChainDraft>> _bySurname = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Noun, string? Country), ActorChainDraft> _byNoun = [];
    private readonly Dictionary<string, ActorChainDraft> _byRole = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ActorChainDraft> _byBody = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ActorChainDraft> _bySector = new(StringComparer.Ordinal);
    private readonly Dictionary<int, ActorCandidate> _byHead = [];
    private readonly List<ActorCandidate> _placed = [];

    /// <summary>By the first token of a name the last one of what is said to go by it.</summary>
    private readonly Dictionary<int, int> _goesBy = [];
    private ActorChainDraft? _lastGroup;
    private ActorChainDraft? _lastState;

    private ChainBuilder(ReportDocument report, TitleLexicon titles)
    {
        _report = report;
        _document = report.Document;
        _titles = titles;
    }

    /// <summary>The chains; every candidate is in one.</summary>
    /// <param name="namings">What the text itself calls bodies and groups.</param>
    public static List<ActorChainDraft> Build(ReportDocument report, TitleLexicon titles, List<ActorCandidate> candidates, IReadOnlyList<NamingFinder.Naming> namings)
    {
        var builder = new ChainBuilder(report, titles);
        foreach (var (described, name) in namings) builder._goesBy[name.First] = described;
        foreach (var candidate in candidates)
        {
            if (!candidate.IsOffice) builder._byHead.TryAdd(candidate.Head, candidate);
        }

        foreach (var candidate in candidates)
        {
            builder.Place(candidate);
            if (!candidate.IsOffice) builder._placed.Add(candidate);
        }

        foreach (var candidate in candidates) builder.TiePredicate(candidate);
        builder._chains.RemoveAll(c => c.Candidates.Count == 0);
        return builder._chains;
    }

    private void Place(ActorCandidate candidate)
    {
        var chain = Find(candidate)?.Live;
        var governor = Apposed(candidate);
        if (governor?.Chain is { } other && !ReferenceEquals(other, chain))
        {
            if (chain is null) chain = IsAnotherPerson(candidate, other) ? null : other;
            else if (chain.PersonName.IsEmpty || other.PersonName.IsEmpty) chain.Absorb(other);
        }

        if (chain is null) _chains.Add(chain = new ActorChainDraft());
        chain.Add(candidate);
        Remember(candidate, chain);
    }

    /// <summary>"Ana Ruiz, 34, was on her way home, Colonel Pedro Sanz said": two names that share no word are two persons, whatever the parse says.</summary>
    private bool IsAnotherPerson(ActorCandidate candidate, ActorChainDraft chain) =>
        candidate.Kind == ActorKind.Person && !candidate.Name.IsEmpty && !chain.PersonName.IsEmpty && !WordsOf(candidate.Name).Intersect(WordsOf(chain.PersonName)).Any();

    private ActorChainDraft? Find(ActorCandidate candidate)
    {
        if (candidate.Known is { } known) return _byIdentity.GetValueOrDefault(known.Id);
        if (candidate.IsOffice) return _byIdentity.GetValueOrDefault(OfficeKey(candidate));
        if (candidate.StateName is not null) return _byIdentity.GetValueOrDefault(StateKey(candidate.Country!));
        if (!candidate.Name.IsEmpty)
            return candidate.Kind == ActorKind.Person ? FindPerson(candidate) : _byIdentity.GetValueOrDefault(NameKey(candidate.Name)) ?? FindTail(candidate);
        return FindDescribed(candidate);
    }

    /// <summary>"the Front" after "Levant Salvation Front".</summary>
    private ActorChainDraft? FindTail(ActorCandidate candidate) =>
        candidate.Name.Count == 1 ? _byBody.GetValueOrDefault(_document[candidate.Name.First].Form) : null;

    private ActorChainDraft? FindPerson(ActorCandidate candidate)
    {
        var words = WordsOf(candidate.Name);
        if (words.Count == 0 || !_bySurname.TryGetValue(words[^1], out var homonyms)) return null;
        for (var i = homonyms.Count - 1; i >= Math.Max(0, homonyms.Count - MaxHomonyms); i--)
        {
            var chain = homonyms[i];
            if (chain.Candidates.Count == 0) continue;
            var others = WordsOf(chain.PersonName);
            var (shorter, longer) = others.Count < words.Count ? (others, words) : (words, others);
            if (Genders(chain.Gender, candidate.Gender) && shorter.TrueForAll(longer.Contains)) return chain;
        }

        return null;
    }

    private static bool Genders(Gender a, Gender b) => a == b || a == Gender.Unknown || b == Gender.Unknown;

    private ActorChainDraft? FindDescribed(ActorCandidate candidate)
    {
        if (candidate.Noun is not { } noun) return null;
        if (candidate.Kind == ActorKind.State)
        {
            if (candidate.Country is { } country) return _byIdentity.GetValueOrDefault(StateKey(country)) ?? NewState(country);
            return candidate.IsDefinite && noun.Refers == AgentReference.Government ? _lastState : null;
        }

        // "Hezbollah fighters" are Hezbollah; "two Hezbollah fighters" are two of its people.
        if (candidate.IsPlural && !candidate.IsIndefinite && !candidate.Organization.IsEmpty && noun.Count != AgentCount.Body
            && AgentNoun.IsForce(noun.Sector) && OrganizationOf(candidate)?.Chain is { } body) return body;
        if (candidate.IsIndefinite) return null;
        if (!candidate.IsDefinite && noun.Count == AgentCount.One && !(candidate.IsPlural && IsFirstAfterTitle(candidate, noun))) return null;
        if (candidate.IsDefinite && noun is { Role: not null, Count: AgentCount.One } && !candidate.IsPlural && RoleHolder(candidate, noun) is { } holder) return holder;
        if (_byNoun.TryGetValue((noun.Noun, candidate.Country), out var same) && Agree(same, candidate)) return same;
        if (candidate.Country is null)
        {
            if (_byNoun.TryGetValue((noun.Noun, ""), out same) && Agree(same, candidate)) return same;
        }
        else if (_byNoun.TryGetValue((noun.Noun, null), out same) && Agree(same, candidate) && same.Country is null && noun.Count != AgentCount.One)
        {
            return same;
        }

        if (!candidate.IsDefinite) return null;
        if (noun.Refers == AgentReference.Group && !candidate.IsPlural && candidate.Organization.IsEmpty && _lastGroup is not null) return _lastGroup;
        if (noun.Refers == AgentReference.Body && !candidate.IsPlural && _byBody.TryGetValue(_document[candidate.NounToken].Form, out same)) return same;
        if (noun.Sector is "armed" && candidate.Country is null && _bySector.TryGetValue(noun.Sector, out same) && same.IsPlural == candidate.IsPlural && !same.IsNamed) return same;
        return null;
    }

    private static bool Agree(ActorChainDraft chain, ActorCandidate candidate) =>
        chain.Candidates.Count > 0 && (chain.IsPlural == candidate.IsPlural || chain.IsNamed) && (chain.Country is null || candidate.Country is null || chain.Country == candidate.Country);

    /// <summary>"Gunmen" of the first sentence are those of the headline.</summary>
    private bool IsFirstAfterTitle(ActorCandidate candidate, AgentNoun noun) =>
        !_report.IsTitle(_document.SentenceOf(candidate.Head)) && _byNoun.TryGetValue((noun.Noun, candidate.Country), out var chain)
            && chain.Candidates.Count > 0 && _report.IsTitle(_document.SentenceOf(chain.Candidates[^1].Head));

    /// <summary>The last person who was called by the noun: "the spokesman", "the president".</summary>
    private ActorChainDraft? RoleHolder(ActorCandidate candidate, AgentNoun noun)
    {
        if (!_byRole.TryGetValue(noun.Noun, out var chain) && !_byRole.TryGetValue(_document[candidate.NounToken].Form, out chain)) return null;
        if (chain.Candidates.Count == 0 || chain.IsPlural) return null;
        return chain.Country is null || candidate.Country is null || chain.Country == candidate.Country ? chain : null;
    }

    private ActorCandidate? OrganizationOf(ActorCandidate candidate)
    {
        for (var t = candidate.Organization.First; t < candidate.Organization.End; t++)
        {
            if (_byHead.TryGetValue(t, out var body) && body.Name == candidate.Organization) return body.Chain is null ? null : body;
        }

        return null;
    }

    private ActorChainDraft? NewState(string country)
    {
        var chain = new ActorChainDraft();
        _chains.Add(chain);
        _byIdentity[StateKey(country)] = chain;
        return chain;
    }

    /// <summary>The candidate to which this one stands in apposition, if both can be the same.</summary>
    private ActorCandidate? Apposed(ActorCandidate candidate)
    {
        var view = _document[candidate.Head];
        if (view.Relation == Dependency.Appos && view.Head >= 0 && _byHead.TryGetValue(view.Head, out var governor) && AreCompatible(governor, candidate))
            return governor;
        return Called(candidate) ?? BesideComma(candidate);
    }

    /// <summary>"a militia called Levant Front", "gunmen calling themselves the Sons of Dawn": the name is that of what is described before it.</summary>
    private ActorCandidate? Called(ActorCandidate candidate) =>
        candidate.IsNamed && _goesBy.TryGetValue(candidate.Name.First, out var last) && Before(last + 1) is { } described && AreCompatible(described, candidate) ? described : null;

    private static bool IsGroup(ActorCandidate candidate) => candidate.Kind is ActorKind.ArmedGroup or ActorKind.Political;

    /// <summary>
    /// "Omar Nadim, the interior minister, said": parsers often take an apposition for a coordination. What stands right behind a comma,
    /// governs no clause and is coordinated by no conjunction is taken for one when it describes a person and the other is a person's name.
    /// </summary>
    private ActorCandidate? BesideComma(ActorCandidate candidate)
    {
        var comma = candidate.Tokens.First - 1;
        if (comma < 1 || _document[comma].Tag != PartOfSpeech.Comma || Before(comma, candidate.IsPerson) is not { } previous) return null;
        if (!AreCompatible(previous, candidate) || _document.Child(candidate.Head, Dependency.Cc) >= 0) return null;
        var described = previous.IsNamed ? candidate : previous;
        if (described.IsNamed == (previous.IsNamed ? previous : candidate).IsNamed || described.Noun is not { } noun) return null;
        if (described.IsPerson ? noun.Role is null : noun.Refers != AgentReference.Group || described.IsPlural || !IsGroup(previous.IsNamed ? previous : candidate))
            return null;
        var relation = _document[candidate.Head].Relation;
        return relation.IsSubject() && _document[previous.Head].Relation.IsSubject() is false || relation is Dependency.Obj or Dependency.Obl ? null : previous;
    }

    /// <summary>The actor whose phrase, or the person whose phrase with what hangs on it ("the ambassador to Cyprus"), ends before the token.</summary>
    /// <param name="isPerson">True where only a person is looked for: of "a spokesman for the army, Omar Nadim" not the army.</param>
    private ActorCandidate? Before(int token, bool isPerson = false)
    {
        for (var i = _placed.Count - 1; i >= Math.Max(0, _placed.Count - 4); i--)
        {
            var candidate = _placed[i];
            if (candidate.Tokens.End == token && (candidate.IsPerson || !isPerson)) return candidate;
            if (!candidate.IsPerson || _document.SentenceOf(candidate.Head) != _document.SentenceOf(token)) continue;
            for (int t = token - 1, steps = 0; t >= 0 && steps < 6; t = _document[t].Head, steps++)
            {
                if (t == candidate.Head) return candidate;
            }
        }

        return null;
    }

    private static bool AreCompatible(ActorCandidate a, ActorCandidate b)
    {
        if (a.IsNamed && b.IsNamed) return false;
        if (a.IsPerson != b.IsPerson || a.IsPlural != b.IsPlural && !(a.IsNamed || b.IsNamed)) return false;
        return Genders(a.Gender, b.Gender) && a.Kind != ActorKind.State && b.Kind != ActorKind.State;
    }

    /// <summary>"Omar Nadim is a spokesman for the group": the predicate speaks of the subject.</summary>
    private void TiePredicate(ActorCandidate predicate)
    {
        if (predicate.IsNamed || predicate.Noun is null || _document.Child(predicate.Head, Dependency.Cop) < 0) return;
        var subject = _document.Child(predicate.Head, Dependency.Nsubj);
        if (subject < 0 || !_byHead.TryGetValue(subject, out var named) || ReferenceEquals(named.Chain, predicate.Chain)) return;
        if (!AreCompatible(named, predicate) || predicate.Chain is not { Candidates.Count: 1 } alone) return;
        named.Chain!.Absorb(alone);
    }

    private void Remember(ActorCandidate candidate, ActorChainDraft chain)
    {
        if (candidate.Known is { } known) _byIdentity[known.Id] = chain;
        if (candidate.IsOffice) _byIdentity[OfficeKey(candidate)] = chain;
        if (candidate.StateName is not null)
        {
            _byIdentity[StateKey(candidate.Country!)] = chain;
            _lastState = chain;
        }

        if (!candidate.Name.IsEmpty)
        {
            if (candidate.Kind == ActorKind.Person)
            {
                var words = WordsOf(candidate.Name);
                if (words.Count > 0)
                {
                    if (!_bySurname.TryGetValue(words[^1], out var homonyms)) _bySurname[words[^1]] = homonyms = [];
                    if (homonyms.Count == 0 || !ReferenceEquals(homonyms[^1], chain)) homonyms.Add(chain);
                }
            }
            else
            {
                _byIdentity.TryAdd(NameKey(candidate.Name), chain);
                // "Popular Defence Movement (PDM)": later uses of the letters are the same.
                if (!candidate.Acronym.IsEmpty) _byIdentity.TryAdd(NameKey(candidate.Acronym), chain);
                _byBody[_document[candidate.Name.End - 1].Form] = chain;
                if (chain.Kind is ActorKind.ArmedGroup or ActorKind.Political) _lastGroup = chain;
            }
        }

        if (candidate.Noun is not { } noun || candidate.NounToken < 0) return;
        if (candidate.IsPerson && noun.Role is not null)
        {
            _byRole[noun.Noun] = chain;
            _byRole[_document[candidate.NounToken].Form] = chain;
        }

        if (!candidate.Name.IsEmpty) return;
        if (!chain.IsNamed || noun.Count != AgentCount.One)
        {
            _byNoun[(noun.Noun, candidate.Country)] = chain;
            // Under "" stands the last one of any country.
            _byNoun[(noun.Noun, "")] = chain;
            _bySector[noun.Sector] = chain;
        }

        if (noun.Refers == AgentReference.Group && !candidate.IsPlural) _lastGroup = chain;
        if (chain.IsState) _lastState = chain;
    }

    private static string StateKey(string country) => "state:" + country;

    private string OfficeKey(ActorCandidate candidate) => "office:" + _document.TextOf(candidate.Tokens);

    /// <summary>The letters and digits of a name.</summary>
    private string NameKey(TokenRange name)
    {
        var key = new System.Text.StringBuilder("name:");
        for (var t = name.First; t < name.End; t++)
        {
            foreach (var c in _document[t].Form)
            {
                if (char.IsLetterOrDigit(c)) key.Append(c);
            }
        }

        return key.ToString();
    }

    /// <summary>The words of a person's name without particles, marks and initials.</summary>
    private List<string> WordsOf(TokenRange name)
    {
        var words = new List<string>(name.Count);
        for (var t = name.First; t < name.End; t++)
        {
            var form = _document[t].Form;
            if (!char.IsLetterOrDigit(form[0]) || _titles.IsParticle(form) || form.Length <= 2 && (form.Length == 1 || form[1] == '.')) continue;
            words.Add(form);
        }

        return words;
    }
}
