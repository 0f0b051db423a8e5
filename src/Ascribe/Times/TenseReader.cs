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
        if (FollowsFutureWord(document, token)) return ClauseTense.Future;
        if (document[token].Tag == PartOfSpeech.Unknown) return HasFutureEnding(document, token) ? ClauseTense.Future : ClauseTense.Unknown;
        for (var t = token; t >= 0; t = document[t].Head)
        {
            var view = document[t];
            if (t < token && words.Is(document, t, TimeClass.Future)) return ClauseTense.Future;
            if (!view.Tag.IsVerb() && document.Child(t, Dependency.Cop) < 0) continue;
            var tense = FormOf(view.Tag);
            var isToCome = false;
            foreach (var child in document.Children(t))
            {
                if (child > t && document[child].Relation is not (Dependency.Aux or Dependency.AuxPass or Dependency.Cop)) continue;
                isToCome |= words.Is(document, child, TimeClass.Future) || document[child].Tag == PartOfSpeech.TO;
                // "has been", "was hit", "is meeting": the helping verb, or the copula, bears the tense.
                if (document[child].Relation is Dependency.Aux or Dependency.AuxPass or Dependency.Cop && FormOf(document[child].Tag) is not ClauseTense.Unknown and var told) tense = told;
                // "may have been hit".
                if (document[child].Relation == Dependency.Aux && words.Is(document, child, TimeClass.Perfect)) return ClauseTense.Past;
            }

            return isToCome ? ClauseTense.Future : tense;
        }

        return ClauseTense.Unknown;
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
