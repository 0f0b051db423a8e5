using Ascribe.Language;

namespace Ascribe.Claims;

/// <summary>A cue where it stands.</summary>
/// <param name="Verb">The token that governs source and content.</param>
/// <param name="Words">The words of the lexicon's phrase.</param>
/// <param name="Cue">The same with auxiliaries, negation and adverbs before them.</param>
/// <param name="Sentence">The sentence without its full stop.</param>
/// <param name="IsBare">Passive, and without its auxiliary: "Iran accused of bombing bank".</param>
/// <param name="IsStray">The parse does not know the word as a verb: "Officials blamed/JJ the group."</param>
internal readonly record struct CueSite(
    int Verb, TokenRange Words, TokenRange Cue, TokenRange Sentence, CueEntry Entry, bool IsNegated, bool IsPassive, bool IsBare = false, bool IsStray = false)
{
    /// <summary>A verb with more words has a day between them.</summary>
    private const int LongestPhrase = 3;

    public static CueSite At(Document document, ClaimWords functions, TokenRange words, CueEntry entry)
    {
        var verb = Governor(document, words);
        var first = words.First;
        var negated = false;
        foreach (var child in document.Children(verb))
        {
            var token = document[child];
            if (token.Relation == Dependency.Advmod && IsNegation(token)) negated = true;
        }

        while (first > 0 && document.SentenceOf(first - 1) == document.SentenceOf(verb) && words.First - first < 4 && JoinsVerb(document[first - 1]))
        {
            first--;
            if (IsNegation(document[first])) negated = true;
        }

        var sentence = document.SentenceTokens(document.SentenceOf(verb));
        var end = sentence.End;
        while (end > words.End && document[end - 1].Tag is PartOfSpeech.FullStop) end--;
        var isPassive = verb == words.First && (IsPassiveAt(document, functions, words) || TakesAccused(document, words, entry));
        var isBare = !isPassive && verb == words.First && IsPassiveWithout(document, words, entry);
        return new CueSite(
            verb, words, new TokenRange(first, words.End), new TokenRange(sentence.First, end), entry, negated, isPassive || isBare, isBare);
    }

    /// <summary>
    /// "was available for comment", "could not be reached for comment": the word of the phrase that its "be" hangs on; "neither confirmed nor denied": of two verbs the one to which the parse gives the
    /// subject; else its first word.
    /// </summary>
    private static int Governor(Document document, TokenRange words) =>
        words.Count > 1 && document[words.First].Tag.IsVerb() && document[words.End - 1].Tag.IsVerb() && document[words.First].Head != words.End - 1 && document.Child(words.First, Dependency.Nsubj) < 0 && document.Child(words.End - 1, Dependency.Nsubj) is >= 0 and var subject && subject < words.First ? words.End - 1
        : document[words.First] is { Relation: Dependency.Cop or Dependency.AuxPass, Head: var head } && words.Contains(head) ? head : words.First;

    /// <summary>
    /// A passive without its auxiliary, as headlines have it: "Iran accused of bombing bank", where an accuser would name whom he accuses, and "Rebels said to have bombed bank", where the
    /// infinitive is what others say of them.
    /// </summary>
    private static bool IsPassiveWithout(Document document, TokenRange words, CueEntry entry)
    {
        var verb = words.First;
        if (words.Count > 1 || words.End + 1 >= document.Count || document[verb].Tag is not (PartOfSpeech.VBN or PartOfSpeech.VBD) || entry.Use == CueUse.Attitude) return false;
        if (document.Child(verb, Dependency.Obj) >= 0 || document.Child(verb, Dependency.Aux) >= 0) return false;
        // "an attack (that) the government blamed on rebels": its object is the noun that it describes.
        if (document[verb].Relation is Dependency.AclRelcl or Dependency.Acl && document.Child(verb, Dependency.Nsubj) >= 0) return false;
        if (entry.Stance is Stance.Accuses && entry.Frame == CueFrame.Object && document[words.End].Tag == PartOfSpeech.IN) return true;
        return entry.Stance is Stance.Accuses or Stance.Asserts && document[words.End].Tag == PartOfSpeech.TO && IsPerfectInfinitive(document, words.End);
    }

    /// <summary>"to have bombed"</summary>
    private static bool IsPerfectInfinitive(Document document, int to) =>
        document[to + 1] is { Tag: PartOfSpeech.VB, Relation: Dependency.Aux, Head: >= 0 and var deed } && deed > to + 1 && document[deed].Tag is PartOfSpeech.VBN or PartOfSpeech.VBD;

    private static bool JoinsVerb(Token token) =>
        token.Relation is Dependency.Aux or Dependency.AuxPass && token.Tag != PartOfSpeech.TO || token.Tag is PartOfSpeech.MD
        || token.Relation == Dependency.Advmod && token.Tag is PartOfSpeech.RB or PartOfSpeech.RBR || IsNegation(token);

    public static bool IsNegation(Token token) => token.Form is "not" or "n't" or "never";

    /// <summary>"two bombings blamed on the Front": a participle right before the accused, whatever the parse hangs it on.</summary>
    private static bool TakesAccused(Document document, TokenRange words, CueEntry entry) =>
        entry.Accused.Length > 0 && document[words.First].Tag == PartOfSpeech.VBN && words.End < document.Count && document[words.End].Form == entry.Accused
        && document.Child(words.First, Dependency.Aux) < 0 && document.Child(words.First, Dependency.Obj) < 0;

    private static bool IsPassiveAt(Document document, ClaimWords functions, TokenRange words)
    {
        var verb = words.First;

        // "The envoy called on Monday for an inquiry": a day between the words of a phrase, and no auxiliary.
        if (words.Count > LongestPhrase && document.Child(verb, Dependency.AuxPass) < 0) return false;
        if (document[verb].Tag is not (PartOfSpeech.VBN or PartOfSpeech.VBD) || IsActive(document, functions, verb) || words.Count > 1 && IsMainVerb(document, verb)) return false;
        foreach (var child in document.Children(verb))
        {
            if (document[child].Relation is Dependency.AuxPass or Dependency.NsubjPass) return true;
        }

        // "men reported to be members", whatever the tag
        if (document[verb].Relation != Dependency.Acl || document.Child(verb, Dependency.Obj) >= 0) return false;
        return document[verb].Tag == PartOfSpeech.VBN || verb + 1 < document.Count && document[verb + 1].Tag == PartOfSpeech.TO;
    }

    /// <summary>"Ali Hassan, a resident, called on the army to leave": the only verb of its sentence that may be finite, behind an apposition.</summary>
    private static bool IsMainVerb(Document document, int verb)
    {
        if (verb == 0 || document[verb] is not { Relation: Dependency.Acl, Head: >= 0 and var noun } || document[noun].Head >= 0 || document[verb - 1].Tag != PartOfSpeech.Comma || document.Child(noun, Dependency.Appos) is not (>= 0 and var named) || named > verb) return false;
        return !Segments.IsFinite(document, document.SentenceTokens(document.SentenceOf(verb)));
    }

    /// <summary>"Doctors confirmed to the agency that seven were missing": the parse takes the subject for a passive's, but no auxiliary stands before the verb, and a clause behind it is what is said.</summary>
    private static bool IsActive(Document document, ClaimWords functions, int verb)
    {
        var subject = document[verb] is { Relation: Dependency.Acl, Head: >= 0 and var noun } && document[noun].Head < 0 ? noun : document.Child(verb, Dependency.NsubjPass);
        if (subject < 0 || subject > verb || document.Child(verb, Dependency.AuxPass) >= 0 || document.Child(verb, Dependency.Aux) >= 0) return false;
        foreach (var child in document.Children(verb))
        {
            if (child > verb && document[child].Relation is Dependency.Ccomp or Dependency.Advcl && document.Child(child, Dependency.Mark) is var mark && mark > verb && functions.Is(mark, ClaimWordUse.That)) return true;
        }

        return false;
    }
}
