using Ascribe.Language;

namespace Ascribe.Places;

/// <content>What speaks for a name being that of a place.</content>
internal sealed partial class ToponymFinder
{
    /// <summary>How much speaks for a place; the units are those of <see cref="Enough"/>.</summary>
    /// <param name="before">The toponym found last before it, or null.</param>
    private double Evidence(Toponym toponym, TokenRange sentence, bool isHeadline, Toponym? before)
    {
        var tokens = toponym.Tokens;
        if (toponym.IsDemonym) return IsInPerson(tokens) ? 0 : 5;
        var evidence = 0.0;
        var candidate = toponym.Candidates[0];
        var isKnown = candidate.Known is not null;
        if (isKnown) evidence += tokens.Count > 1 ? 4 : 3;
        evidence += RecognisedEvidence(tokens, isKnown);
        var population = _index.PopulationOf(candidate);
        evidence += isKnown ? 0 : population >= 500_000 ? 2.5 : population >= 100_000 ? 2 : population >= 10_000 ? 1 : population > 0 ? 0.2 : -0.5;
        if (IsCapital(toponym)) evidence += 1.5;
        if (_index.ClassOf(candidate) >= GazetteerClass.Site) evidence -= 1.5;
        if (candidate.IsAlternate) evidence -= population >= 100_000 ? 0.5 : 1;
        if (toponym.Told is not null) evidence += 2;
        var cue = _context.Before(tokens.First).Cue;
        if (cue is not null) evidence += cue <= PlaceCue.OnRoad ? 1.5 : cue is PlaceCue.From or PlaceCue.To ? 1 : 0.3;
        var isBeforeContainer = IsBeforeContainer(tokens.End, sentence.End);
        if (isBeforeContainer) evidence += 1.5;
        if (before is not null && IsListed(before.Tokens.End, tokens.First)) evidence += 1.5;
        if (IsIndefinite(tokens)) evidence -= 4;
        if (tokens.Count > 1) evidence += 0.7;
        if (!_document[tokens.First].Tag.IsProperNoun() && tokens.Count == 1 && !IsRecognised(tokens)) evidence -= tokens.First > sentence.First ? 1 : 2;
        if (tokens.First == sentence.First && tokens.Count == 1) evidence -= 0.5;
        if (!isKnown && IsActor(toponym)) evidence -= 3;
        if (!isKnown && tokens.Count == 1 && toponym.Told is null && !isBeforeContainer && (_lexicon.IsHomograph(toponym.Key) || _lexicon.ClassAt(_document, tokens.First) is not null)) evidence -= 3;
        if (isHeadline) evidence -= 0.3;
        else evidence -= NeighbourPenalty(tokens, sentence);
        if (tokens.Count == 1 && !isBeforeContainer) evidence -= PersonPenalty(toponym, isKnown);
        return evidence;
    }

    /// <summary>What speaks for a person of the same name: hardly anything against countries, capitals and places of our own table; much against large cities.</summary>
    private double PersonPenalty(Toponym toponym, bool isKnown)
    {
        var word = _document[toponym.Tokens.First].Form;
        var isCapital = isKnown || IsCapital(toponym);
        var isLarge = toponym.Candidates[0] is { IsAlternate: false } candidate && _index.PopulationOf(candidate) >= 500_000;
        var penalty = !_persons.IsPartOfName(word) ? 0 : isKnown ? 1 : _persons.IsSurname(word) && !isCapital && !isLarge ? 3.5 : 3;
        var votes = _persons.Votes(word);
        if (isKnown || votes <= 0) return penalty;
        return Math.Max(penalty, isCapital || isLarge && votes < 2 ? 0.5 : 4);
    }

    /// <summary>"a Turkey", and not "a Baghdad court": what there are several of is no place.</summary>
    private bool IsIndefinite(TokenRange tokens) =>
        tokens.First > 0 && _document[tokens.First - 1].Form is "a" or "an" && (tokens.End >= _document.Count || !(_document[tokens.End].Tag.IsNoun() || _document[tokens.End].Tag.IsAdjective() || _document[tokens.End].Form == "-"));

    /// <summary>The name of a large capital is known by everybody: "Washington said".</summary>
    private bool IsCapital(Toponym toponym)
    {
        for (var i = 0; i < Math.Min(3, toponym.Candidates.Count); i++)
        {
            if (toponym.Candidates[i] is { IsAlternate: false } candidate && _index.ClassOf(candidate) == GazetteerClass.Capital && _index.PopulationOf(candidate) >= 100_000) return true;
        }

        return false;
    }

    /// <summary>"Hamas", and "Shabab" after "al".</summary>
    private bool IsActor(Toponym toponym) =>
        _lexicon.IsActor(toponym.Key) || toponym.Tokens.First > 0 && ToponymKey.IsArticle(_document[toponym.Tokens.First - 1].Form) && _lexicon.IsActor("al " + toponym.Key);

    /// <summary>"al-Qaeda commander": a name of an actor with a common noun behind it.</summary>
    private bool IsOfActor(TokenRange tokens)
    {
        var end = tokens.End;
        while (end > tokens.First + 1 && char.IsLower(_document[end - 1].Text[0]) && _document[end - 1].Tag.IsNoun()) end--;
        return end < tokens.End && IsActor(Given(new TokenRange(tokens.First, end)));
    }

    /// <summary>"Abuja and Kaduna", "Mosul, Kirkuk".</summary>
    private bool IsListed(int from, int to)
    {
        for (var t = from; t < to; t++)
        {
            if (_document[t].Form is not "," && _document[t].Tag != PartOfSpeech.CC) return false;
        }

        return to > from && to - from <= 2;
    }

    private bool IsInPerson(TokenRange tokens) =>
        _nameAt[tokens.First] is >= 0 and var n && _document.Names[n] is { Kind: NameKind.Person, Tokens.Count: > 1 };

    private double RecognisedEvidence(TokenRange tokens, bool isKnown)
    {
        var n = _nameAt[tokens.First] >= 0 ? _nameAt[tokens.First] : _nameAt[tokens.End - 1];
        if (n < 0) return 0;
        var name = _document.Names[n];
        var isInside = name.Tokens.Contains(tokens) && name.Tokens.Count > tokens.Count;
        switch (name.Kind.Broad())
        {
            case NameKind.Location:
                return !isInside ? 2.5 : RestDescribes(name.Tokens, tokens) ? 2 : isKnown ? 0 : -2;
            case NameKind.Person:
                // "Jordan said": where nobody is called so in full, the country is likelier.
                return isInside ? -5 : isKnown && !_persons.IsPartOfName(_document[tokens.First].Form) ? -0.5 : -1.5;
            case NameKind.Organization:
                return !isInside ? -0.5 : tokens.First == name.Tokens.First ? -0.7 : -2.5;
            default:
                return isInside ? -2 : 0;
        }
    }

    /// <summary>"Northern Mali", "Homs Province", "Gusau road": the rest of the recognised name only describes.</summary>
    private bool RestDescribes(TokenRange name, TokenRange tokens)
    {
        for (var t = name.First; t < name.End; t++)
        {
            if (tokens.Contains(t) || _document[t].Tag is PartOfSpeech.DT or PartOfSpeech.POS) continue;
            if (_lexicon.ClassAt(_document, t) is null && !_context.IsRoad(t) && !_context.IsAfterPart(t + 1) && _document[t].Form is not (",")) return false;
        }

        return true;
    }

    /// <summary>"Hit, Iraq", but not "In June, Libya's government".</summary>
    private bool IsBeforeContainer(int end, int sentenceEnd) =>
        end + 1 < sentenceEnd && _document[end].Form == "," && LongestAt(end + 1, sentenceEnd) is { IsDemonym: false } next
        && !(next.Tokens.End < sentenceEnd && _document[next.Tokens.End].Tag == PartOfSpeech.POS && _lexicon.IsHomograph(_document[end - 1].Form))
        && (next.Candidates[0].Known is { Place.Precision: PlacePrecision.Country } || next.Candidates.Any(c => c.Entry >= 0 && _index.PrecisionOf(c) == PlacePrecision.Province));

    /// <summary>A capitalised neighbour makes it a part of another name: "Victoria Smith", "Bank of Lagos Holdings".</summary>
    private double NeighbourPenalty(TokenRange tokens, TokenRange sentence)
    {
        var penalty = 0.0;
        if (tokens.First - 1 > sentence.First && IsForeign(tokens.First - 1)) penalty += 1.5;
        if (tokens.End < sentence.End && IsForeign(tokens.End) && _lexicon.ClassAt(_document, tokens.End) is null) penalty += 1.5;
        return penalty;

        bool IsForeign(int t)
        {
            if (!char.IsUpper(_document[t].Text[0]) || !_document[t].Tag.IsProperNoun() || _context.IsAfterPart(t + 1)) return false;
            Span<char> key = stackalloc char[ToponymKey.MaxLength];
            var length = ToponymKey.Write(_document[t].Text, key);
            return length > 0 && !_index.IsKnown(key[..length]) && !_lexicon.IsHomograph(_document[t].Form);
        }
    }
}
