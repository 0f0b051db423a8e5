using Ascribe.Language;

namespace Ascribe.Places;

/// <summary>What place names are used for, told by their place in the parse.</summary>
internal static class PlaceRoles
{
    /// <param name="precision">Only countries and capitals stand for governments.</param>
    /// <param name="isCapital">True for the seat of a state's government.</param>
    public static PlaceRole RoleOf(Document document, TokenRange tokens, PlacePrecision precision, bool isCapital, AccusedPlaces accused)
    {
        var head = HeadOf(document, tokens);
        var relation = document[head].Relation;
        var governor = document[head].Head;
        if (relation is Dependency.Compound or Dependency.Amod or Dependency.NmodDesc && governor >= tokens.End && !document[governor].Tag.IsVerb()) return PlaceRole.Demonym;
        if (precision == PlacePrecision.Country && IsModifier(document, tokens)) return PlaceRole.Demonym;
        if (precision != PlacePrecision.Country && !isCapital || OpensSentence(document, tokens)) return PlaceRole.Location;
        if (accused.Holds(document, head)) return PlaceRole.Government;
        if (governor < 0 || !document[governor].Tag.IsVerb()) return PlaceRole.Location;

        // "Turkey bombed camps": a name right before a verb is its subject, even where the parse makes one phrase of all three.
        return relation is Dependency.Nsubj or Dependency.OblAgent || relation == Dependency.Compound && governor == tokens.End || relation == Dependency.Obj && precision == PlacePrecision.Country
            ? PlaceRole.Government
            : PlaceRole.Location;
    }

    /// <summary>"In Niger, a bomb killed …": a preposition and a place before the first comma, even where the parse takes the place for the subject.</summary>
    private static bool OpensSentence(Document document, TokenRange tokens)
    {
        var sentence = document.SentenceTokens(document.SentenceOf(tokens.First));
        return tokens.First == sentence.First + 1 && document[sentence.First].Tag == PartOfSpeech.IN && tokens.End < sentence.End && document[tokens.End].Tag == PartOfSpeech.Comma;
    }

    /// <summary>"the attack on US embassy": a country's letters right before a noun are part of its phrase, whatever the parse of a headline says.</summary>
    private static bool IsModifier(Document document, TokenRange tokens) =>
        tokens.Count == 1 && tokens.End < document.SentenceTokens(document.SentenceOf(tokens.First)).End && document[tokens.End].Tag is PartOfSpeech.NN or PartOfSpeech.NNS
        && document[tokens.First].Text.Length <= 4 && !document[tokens.First].Text.ContainsAnyInRange('a', 'z');

    /// <summary>The token of a name that is governed from outside.</summary>
    public static int HeadOf(Document document, TokenRange tokens)
    {
        for (var t = tokens.First; t < tokens.End; t++)
        {
            if (document[t].Head < 0 || !tokens.Contains(document[t].Head)) return t;
        }

        return tokens.First;
    }
}
