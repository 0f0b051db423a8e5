using Ascribe.Language;

namespace Ascribe.Times;

/// <summary>The tense of the clause that holds a token, from tags and parse.</summary>
internal sealed class TenseReader(TimeWords words)
{
    /// <summary>
    /// To come: the verb stands with "will" or "would", is an infinitive with "to", or a word of the lexicon ("due", "scheduled") governs the token
    /// or it. Otherwise what the verb's own form tells.
    /// </summary>
    public ClauseTense TenseOf(Document document, int token)
    {
        var follows = FollowsFutureWord(document, token);
        if (document[token].Tag == PartOfSpeech.Unknown) return follows || HasFutureEnding(document, token) ? ClauseTense.Future : ClauseTense.Unknown;
        var owns = document.Child(token, Dependency.Case) is >= 0 and var mark && document[mark].Tag == PartOfSpeech.POS;
        for (int t = token, from = -1; t >= 0; from = t, t = document[t].Head)
        {
            var view = document[t];
            if (t < token && words.Is(document, t, TimeClass.Future)) return ClauseTense.Future;
            if (!view.Tag.IsVerb() && document.Child(t, Dependency.Cop) < 0) continue;
            var tense = FormOf(view.Tag);
            var (isToCome, isNegated) = (follows, false);
            foreach (var child in document.Children(t))
            {
                if (child == from || child > t && document[child].Relation is not (Dependency.Aux or Dependency.AuxPass or Dependency.Cop)) continue;
                // "to deal with Friday's attack": what has a day of its own need not be to come.
                isToCome |= words.Is(document, child, TimeClass.Future) || !owns && document[child].Tag == PartOfSpeech.TO && view.Tag is PartOfSpeech.VB or PartOfSpeech.VBN;
                isNegated |= words.Is(document, child, TimeClass.Negation);
                // "has been", "was hit", "is meeting": the helping verb, or the copula, bears the tense.
                if (document[child].Relation is Dependency.Aux or Dependency.AuxPass or Dependency.Cop && FormOf(document[child].Tag) is not ClauseTense.Unknown and var told) tense = told;
                // "would have been hit".
                if (document[child].Relation == Dependency.Aux && words.Is(document, child, TimeClass.Perfect)) return ClauseTense.Past;
            }

            // "was not told until Friday".
            return isToCome && !(follows && isNegated && tense == ClauseTense.Past) ? ClauseTense.Future : tense;
        }

        return follows ? ClauseTense.Future : ClauseTense.Unknown;
    }

    /// <summary>Without tags: a verb's ending of the lexicon between the commas about the token.</summary>
    private bool HasFutureEnding(Document document, int token)
    {
        var sentence = document.SentenceTokens(document.SentenceOf(token));
        for (var t = token - 1; t >= sentence.First && document[t].Text is not (","); t--)
        {
            if (words.HasFutureEnding(document[t].Text)) return true;
        }

        for (var t = token + 1; t < sentence.End && document[t].Text is not (","); t++)
        {
            if (words.HasFutureEnding(document[t].Text)) return true;
        }

        return false;
    }

    /// <summary>"until Friday", "as early as Friday".</summary>
    private bool FollowsFutureWord(Document document, int token)
    {
        for (var length = 1; length <= 3 && length <= token; length++)
        {
            foreach (var word in words.Of(document[token - length].Form))
            {
                if (word.Class == TimeClass.Future && word.Length == length && words.Matches(document, token - length, token, word)) return true;
            }
        }

        return false;
    }

    private static ClauseTense FormOf(PartOfSpeech tag) => tag switch
    {
        PartOfSpeech.VBD or PartOfSpeech.VBN => ClauseTense.Past,
        PartOfSpeech.VBP or PartOfSpeech.VBZ => ClauseTense.Present,
        _ => ClauseTense.Unknown,
    };
}
