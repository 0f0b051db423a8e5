using System.Globalization;
using Ascribe.Language;

namespace Ascribe.Places;

/// <summary>Reads what stands before place names of one document: "20 km north of", "on the road to", "in the northern town of".</summary>
internal sealed class PlaceContextReader
{
    /// <summary>How many words may stand between a preposition and the name: "in the small rebel-held mountain town of Arsal".</summary>
    private const int Reach = 8;

    private readonly Document _document;
    private readonly PlaceLexicon _lexicon;
    private readonly (int First, PlaceWord? Word)[] _words;

    public PlaceContextReader(Document document, PlaceLexicon lexicon)
    {
        _document = document;
        _lexicon = lexicon;
        _words = lexicon.WordsByEnd(document);
    }

    /// <summary>True where a direction ends right before the token: "northern" before "Mali".</summary>
    public bool IsAfterPart(int token) => _words[token - 1].Word is { Cue: PlaceCue.Part };

    /// <summary>What stands before the name that begins with the token.</summary>
    public PlaceContext Before(int name)
    {
        var sentence = _document.SentenceTokens(_document.SentenceOf(name)).First;
        PlaceWord? part = null;
        for (var t = name - 1; t >= sentence && t >= name - Reach; t--)
        {
            if (_words[t].Word is { } word)
            {
                if (word.Cue == PlaceCue.Part)
                {
                    if (t == name - 1) part = word;
                    t = _words[t].First;
                    continue;
                }

                if (word.Cue is PlaceCue.Road or PlaceCue.Outskirts || word.Cue == PlaceCue.Of && IsOfClass(t)) continue;
                // "20 km from", "within 5 km of".
                if (word.Cue is PlaceCue.From or PlaceCue.Of && IsAfterDistance(_words[t].First, sentence)) return new PlaceContext(PlaceCue.Near, part, DistanceBefore(_words[t].First, sentence));
                if (word.Cue == PlaceCue.Distance) return new PlaceContext(null, part, null);
                return new PlaceContext(word.Cue, part, word.Cue is >= PlaceCue.Near and <= PlaceCue.OnRoad ? DistanceBefore(_words[t].First, sentence) : null);
            }

            var tag = _document[t].Tag;
            if (tag is PartOfSpeech.DT or PartOfSpeech.PRPS or PartOfSpeech.HYPH or PartOfSpeech.POS or PartOfSpeech.CD || tag.IsAdjective() || tag.IsNoun() || _document[t].Form == "-") continue;
            if (tag is PartOfSpeech.VBN or PartOfSpeech.VBG && _document[t].Relation == Dependency.Amod) continue;
            break;
        }

        return new PlaceContext(null, part, null);
    }

    /// <summary>What a word beside the name says that it is: "Homs province", "the town of Hit"; null where none does.</summary>
    public PlacePrecision? Told(TokenRange name)
    {
        var sentence = _document.SentenceTokens(_document.SentenceOf(name.First));
        if (name.End < sentence.End && _document[name.End].Tag.IsNoun() && _lexicon.ClassAt(_document, name.End) is { } after and <= PlacePrecision.Province and not PlacePrecision.Site) return after;
        if (name.First - 2 >= sentence.First && _document[name.First - 1].Form == "of") return _lexicon.ClassAt(_document, name.First - 2);
        return name.First > sentence.First && _document[name.First - 1].Tag == PartOfSpeech.NN ? _lexicon.ClassAt(_document, name.First - 1) : null;
    }

    /// <summary>The name with the word for its class after it: "Homs province".</summary>
    public TokenRange WithClass(TokenRange name) =>
        name.End < _document.Count && _document.SentenceOf(name.End) == _document.SentenceOf(name.First) && _document[name.End].Tag.IsNoun()
            && _lexicon.ClassAt(_document, name.End) is >= PlacePrecision.Quarter ? name.Union(TokenRange.Of(name.End)) : name;

    /// <summary>True where a common noun says that the name is a quarter, town, district or province: "the village of Umm Dabbah", "Jadida district".</summary>
    /// <param name="isNamed">True where the recogniser takes it for another name: then only a class before it tells.</param>
    public bool IsTold(TokenRange name, bool isNamed)
    {
        var sentence = _document.SentenceTokens(_document.SentenceOf(name.First));
        if (!isNamed && name.End < sentence.End && _document[name.End].Tag is PartOfSpeech.NN && IsSettled(name.End)) return true;
        return name.First - 2 >= sentence.First && _document[name.First - 1].Form == "of" && IsSettled(name.First - 2);

        bool IsSettled(int t) => _lexicon.ClassAt(_document, t) is >= PlacePrecision.Quarter and <= PlacePrecision.Province;
    }

    /// <summary>True for a word for a road; "Gusau Road" is a street, and "the Gusau road" leads there.</summary>
    public bool IsRoad(int token) => _words[token].Word is { Cue: PlaceCue.Road } && char.IsLower(_document[token].Text[0]);

    /// <summary>True where a word for a road stands right behind the name: "the Gusau road".</summary>
    public bool IsBeforeRoad(TokenRange name) => name.End < _document.Count && _document.SentenceOf(name.End) == _document.SentenceOf(name.First) && IsRoad(name.End);

    /// <summary>True where the name's outskirts are meant: "Mosul's northern outskirts", "the Mosul outskirts".</summary>
    public bool IsBeforeOutskirts(TokenRange name)
    {
        for (var t = name.End; t < _document.Count && t < name.End + 4 && _document.SentenceOf(t) == _document.SentenceOf(name.First); t++)
        {
            if (_words[t].Word is { Cue: PlaceCue.Outskirts }) return true;
            if (_document[t].Tag != PartOfSpeech.POS && !_document[t].Tag.IsAdjective()) return false;
        }

        return false;
    }

    /// <summary>"the town of", "the province of": the preposition stands before the class.</summary>
    private bool IsOfClass(int of) => of > 0 && _lexicon.ClassAt(_document, of - 1) is not null;

    /// <summary>True where a unit of distance, perhaps with another in brackets, stands before the token.</summary>
    private bool IsAfterDistance(int token, int sentence)
    {
        var t = token - 1;
        while (t > sentence && _document[t].Tag is PartOfSpeech.RightBracket or PartOfSpeech.RB) t--;
        return t > sentence && _words[t].Word is { Cue: PlaceCue.Distance };
    }

    /// <summary>"20 km" of "20 km north of", "about 20 kilometres (12 miles) north of".</summary>
    private double? DistanceBefore(int first, int sentence)
    {
        for (var t = first - 1; t > sentence && t >= first - 6; t--)
        {
            if (_words[t].Word is not { Cue: PlaceCue.Distance } unit) continue;
            var number = t - 1;
            if (_document[number].Form == "-" && number > sentence) number--;
            if (double.TryParse(_document[number].Text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var count)
                && count is > 0 and < 2000) return Math.Round(count * unit.Km, 1);
        }

        return null;
    }
}
