using Ascribe.Language;

namespace Ascribe.Places;

/// <summary>
/// Finds the place names of a report: runs of capitalised words that the index knows, weighed by the name recogniser, the words around
/// and the size of the place; and names of locations that no list has.
/// </summary>
internal sealed partial class ToponymFinder
{
    private const int LongestName = 6;

    /// <summary>Evidence from which a name counts as a place; from <see cref="Repeated"/> on where the report has it elsewhere.</summary>
    private const double Enough = 1.6;

    private const double Repeated = 0.5;

    /// <summary>What it counts that the report tells of the country that a town lies in.</summary>
    private const double Compatriot = 1.5;

    private readonly PlaceIndex _index;
    private readonly PlaceLexicon _lexicon;
    private readonly Document _document;
    private readonly PlaceContextReader _context;
    private readonly int[] _nameAt;
    private readonly PersonWords _persons;

    public ToponymFinder(PlaceIndex index, PlaceLexicon lexicon, Document document, PlaceContextReader context)
    {
        _index = index;
        _lexicon = lexicon;
        _document = document;
        _context = context;
        _nameAt = new int[document.Count];
        Array.Fill(_nameAt, -1);
        for (var n = 0; n < document.Names.Count; n++)
        {
            var name = document.Names[n];
            for (var t = name.Tokens.First; t < name.Tokens.End; t++) _nameAt[t] = n;
        }

        _persons = new PersonWords(document, context);
    }

    /// <summary>In text order, not overlapping.</summary>
    public List<Toponym> Find()
    {
        var found = new List<Toponym>();
        var doubtful = new List<(Toponym Toponym, double Evidence)>();
        var unlikely = new List<(Toponym Toponym, double Evidence)>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        for (var s = 0; s < _document.SentenceCount; s++)
        {
            var sentence = _document.SentenceTokens(s);
            var isHeadline = IsHeadline(sentence);
            for (var t = sentence.First; t < sentence.End;)
            {
                if (LongestAt(t, sentence.End) is not { } toponym || IsAgency(t) || IsLanguage(toponym.Tokens))
                {
                    t++;
                    continue;
                }

                var evidence = Evidence(toponym, sentence, isHeadline, found.Count > 0 ? found[^1] : null);
                if (evidence >= Enough)
                {
                    found.Add(toponym);
                    keys.Add(toponym.Key);
                    t = toponym.Tokens.End;
                }
                else
                {
                    if (evidence >= Repeated) doubtful.Add((toponym, evidence));
                    else if (evidence >= Enough - Compatriot) unlikely.Add((toponym, evidence));
                    t++;
                }
            }
        }

        foreach (var (toponym, _) in doubtful)
        {
            if (keys.Contains(toponym.Key) && !found.Exists(f => f.Tokens.Overlaps(toponym.Tokens))) found.Add(toponym);
        }

        AddCompatriots(found, [.. doubtful, .. unlikely]);
        AddUnknown(found);
        found.Sort((a, b) => a.Tokens.CompareTo(b.Tokens));
        FindContainers(found);
        return found;
    }

    /// <summary>"Hit" where the report tells of Iraq, "Nice" where it tells of the French: words that the country makes names.</summary>
    private void AddCompatriots(List<Toponym> found, List<(Toponym Toponym, double Evidence)> doubtful)
    {
        var sure = found.Count;
        foreach (var (toponym, evidence) in doubtful)
        {
            if (evidence < Enough - Compatriot || !IsRecognised(toponym.Tokens) || found.Exists(f => f.Tokens.Overlaps(toponym.Tokens))) continue;
            for (var i = 0; i < sure; i++)
            {
                if (found[i].Candidates[0].Known is not { Place: { Precision: PlacePrecision.Country, Country: { } country } } || !IsTownOf(country, toponym)) continue;
                found.Add(toponym);
                break;
            }
        }
    }

    private bool IsTownOf(string country, Toponym toponym) =>
        toponym.Candidates[0] is { IsAlternate: false, Known: null } town && _index.CountryOf(town) == country && _index.PopulationOf(town) >= 10_000;

    private bool IsRecognised(TokenRange tokens) =>
        _nameAt[tokens.First] is >= 0 and var n && _document.Names[n].Tokens == tokens && _document.Names[n].Kind.Broad() == NameKind.Location;

    /// <summary>The toponym of exactly these tokens, known or not; for names whose place in the text is given.</summary>
    public Toponym Given(TokenRange tokens)
    {
        var key = ToponymKey.Of(_document.SpanOf(tokens).In(_document.Text));
        return Make(tokens, key) ?? new Toponym { Tokens = tokens, Key = key, Candidates = [], Told = _context.Told(tokens) };
    }

    /// <summary>"Hit, Anbar", "Quetta, in Balochistan province", "the town of Hit in Anbar", "Hit (Anbar)".</summary>
    public void FindContainers(List<Toponym> toponyms)
    {
        for (var i = 0; i + 1 < toponyms.Count; i++)
        {
            var (left, right) = (toponyms[i], toponyms[i + 1]);
            if (_document.SentenceOf(left.Tokens.First) != _document.SentenceOf(right.Tokens.First)) continue;
            if (right.Tokens.First - left.Tokens.End is var gap && (gap < 0 || gap > 6)) continue;
            if (LeadsToContainer(left.Tokens.End, right.Tokens.First)) left.Container = i + 1;
        }
    }

    private bool LeadsToContainer(int from, int to)
    {
        for (var t = from; t < to; t++)
        {
            var token = _document[t];
            if (token.Form is "," or "(" or "in" or "of") continue;
            if (token.Tag is PartOfSpeech.DT or PartOfSpeech.POS || token.Tag.IsAdjective() || _lexicon.ClassAt(_document, t) is not null) continue;
            return false;
        }

        return from < to;
    }

    /// <summary>"(Wire)" in a dateline is no place.</summary>
    private bool IsAgency(int token) => _document.Dateline.Contains(token) && token > 0 && _document[token - 1].Form == "(";

    /// <summary>"English-speaking"</summary>
    private bool IsLanguage(TokenRange tokens) =>
        tokens.End + 1 < _document.Count && _document[tokens.End].Form == "-" && !_document[tokens.End].SpaceBefore && _document[tokens.End + 1].Tag == PartOfSpeech.VBG;

    private Toponym? LongestAt(int first, int sentenceEnd)
    {
        if (!MayBegin(first, sentenceEnd)) return null;
        var end = first + 1;
        while (end < sentenceEnd && end - first < LongestName && MayContinue(end)) end++;
        Span<char> key = stackalloc char[ToponymKey.MaxLength];
        for (; end > first; end--)
        {
            var tokens = new TokenRange(first, end);
            var last = _document[end - 1].Text[0];
            var isSmall = !char.IsUpper(last) && !char.IsAsciiDigit(last);
            if (isSmall && (end == first + 1 || !char.IsLetter(last))) continue;
            var length = ToponymKey.Write(_document.SpanOf(tokens).In(_document.Text), key);
            // "Rafah crossing": only our own table has names that end in small letters.
            if (isSmall && !_index.IsKnown(key[..length])) continue;
            if (length < 2 || !Spells(tokens, length)) continue;
            if (Make(tokens, key[..length]) is { } toponym) return toponym;
        }

        return null;
    }

    private Toponym? Make(TokenRange tokens, ReadOnlySpan<char> key)
    {
        var candidates = _index.Find(key, out var isDemonym);
        if (candidates.Count == 0 && ToponymKey.WithoutArticle(key) is { Length: > 3 } bare) candidates = _index.Find(bare, out isDemonym);
        return candidates.Count == 0 ? null : new Toponym
        {
            Tokens = tokens,
            Key = key.ToString(),
            Candidates = candidates,
            IsDemonym = isDemonym,
            Told = _context.Told(tokens),
        };
    }

    /// <summary>A name of two or three letters is an abbreviation and written in capitals; a state's postal code follows a comma.</summary>
    private bool Spells(TokenRange tokens, int length)
    {
        if (length > 3) return true;
        var capitals = true;
        foreach (var c in _document.SpanOf(tokens).In(_document.Text)) capitals &= !char.IsLower(c);
        var isCode = capitals && length == 2 && _index.IsPostalCode(ToponymKey.Of(_document.SpanOf(tokens).In(_document.Text)));
        if (isCode) return tokens.First > 0 && _document[tokens.First - 1].Form == ",";
        return length == 3 && !IsAllCapitals(_document.SentenceTokens(_document.SentenceOf(tokens.First))) || capitals && length <= 3;
    }

    private bool MayBegin(int token, int sentenceEnd)
    {
        var text = _document[token].Text;
        if (char.IsUpper(text[0]) || char.IsLetter(text[0]) && !char.IsLower(text[0])) return true;
        // "al-Hasakah": the article may be small.
        return text.Length <= 3 && token + 2 < sentenceEnd && _document[token + 1].Form == "-" && !_document[token + 1].SpaceBefore
            && char.IsUpper(_document[token + 2].Text[0]) && ToponymKey.IsArticle(_document[token].Form);
    }

    private bool MayContinue(int token)
    {
        var c = _document[token].Text[0];
        return char.IsLetterOrDigit(c) || c is '-' or '\'' or '’' or '.' && !_document[token].SpaceBefore;
    }

    /// <summary>Names that no list has: those that the recogniser takes for locations, and "the village of X", "X district".</summary>
    private void AddUnknown(List<Toponym> found)
    {
        var taken = new bool[_document.Count];
        foreach (var toponym in found)
        {
            for (var t = toponym.Tokens.First; t < toponym.Tokens.End; t++) taken[t] = true;
        }

        foreach (var name in _document.Names)
        {
            if (name.Kind.Broad() != NameKind.Location || name.Tokens.Count == 1 && (_lexicon.IsHomograph(_document[name.Tokens.First].Form) || _persons.IsPerson(_document[name.Tokens.First].Form))) continue;
            var isFree = true;
            for (var t = name.Tokens.First; t < name.Tokens.End; t++) isFree &= !taken[t];
            if (isFree) AddGiven(name.Tokens);
        }

        for (var t = 0; t < _document.Count; t++)
        {
            if (taken[t] || !char.IsUpper(_document[t].Text[0]) || !_document[t].Tag.IsProperNoun() || _lexicon.IsHomograph(_document[t].Form)) continue;
            var sentenceEnd = _document.SentenceTokens(_document.SentenceOf(t)).End;
            var first = t - 2 >= 0 && _document[t - 1].Form == "-" && ToponymKey.IsArticle(_document[t - 2].Form) ? t - 2 : t;
            var end = t + 1;
            while (end < sentenceEnd && !taken[end] && (_document[end].Form == "-" && !_document[end].SpaceBefore || char.IsUpper(_document[end].Text[0]) && _document[end].Tag.IsProperNoun())) end++;
            var tokens = new TokenRange(first, end);
            if (_context.IsTold(tokens, isNamed: _nameAt[t] >= 0 && _document.Names[_nameAt[t]].Kind.Broad() != NameKind.Location)) AddGiven(tokens);
            t = end - 1;
        }

        void AddGiven(TokenRange tokens)
        {
            var toponym = Given(tokens);
            if (IsAgency(tokens.First) || IsLanguage(tokens) || IsActor(toponym) || IsOfActor(tokens)) return;
            found.Add(toponym);
            for (var t = tokens.First; t < tokens.End; t++) taken[t] = true;
        }
    }

    /// <summary>Most longer words are capitalised.</summary>
    private bool IsHeadline(TokenRange sentence)
    {
        int upper = 0, all = 0;
        for (var t = sentence.First; t < sentence.End; t++)
        {
            var text = _document[t].Text;
            if (text.Length < 4 || !char.IsLetter(text[0])) continue;
            all++;
            if (char.IsUpper(text[0])) upper++;
        }

        return all >= 3 && upper * 3 > all * 2;
    }

    private bool IsAllCapitals(TokenRange sentence)
    {
        foreach (var c in _document.SpanOf(sentence).In(_document.Text))
        {
            if (char.IsLower(c)) return false;
        }

        return true;
    }
}
