using Ascribe.Language;

namespace Ascribe.Times;

/// <summary>The tense of the clause that holds a token of a text, from tags and parse; asked for again at the same token, it is remembered.</summary>
internal sealed class TenseReader(TimeText text, TimeWords words)
{
    private (int Token, ClauseTense Tense) _last = (-1, ClauseTense.Unknown);

    public ClauseTense TenseAt(int token)
    {
        if (_last.Token != token) _last = (token, TenseOf(token));
        return _last.Tense;
    }

    /// <summary>
    /// To come: the verb stands with "will" or "would", is an infinitive with "to" (but not of what was tried), or a word of the lexicon ("due", "scheduled") governs the token
    /// or it. Otherwise what the verb's own form tells.
    /// </summary>
    private ClauseTense TenseOf(int token)
    {
        var document = text.Document;
        var owns = document.Child(token, Dependency.Case) is >= 0 and var mark && document[mark].Tag == PartOfSpeech.POS;
        // "until Friday's attack": up to what has the day.
        var follows = !owns && FollowsFutureWord(token);
        if (document[token].Tag == PartOfSpeech.Unknown) return follows || HasFutureEnding(document, token) ? ClauseTense.Future : ClauseTense.Unknown;
        // "announced Wednesday".
        if (!follows && token > 0 && document[token - 1].Tag == PartOfSpeech.VBD) return ClauseTense.Past;
        for (int t = token, from = -1; t >= 0; from = t, t = document[t].Head)
        {
            var view = document[t];
            if (t < token && text.Is(t, TimeClass.Future)) return ClauseTense.Future;
            if (!view.Tag.IsVerb() && document.Child(t, Dependency.Cop) < 0) continue;
            // "tried to stab a guard on Sunday": when he tried. "Used tear gas to disperse a crowd on Sunday": when it was used.
            if (view is { Relation: Dependency.Xcomp, Head: >= 0 and var tried } && text.Is(tried, TimeClass.Done)
                || view is { Relation: Dependency.Advcl, Tag: PartOfSpeech.VB, Head: >= 0 and var used } && used < t && document[used].Tag == PartOfSpeech.VBD) continue;
            var tense = FormOf(view.Tag);
            var (isToCome, isNegated) = (follows, false);
            foreach (var child in document.Children(t))
            {
                if (child == from || child > t && document[child].Relation is not (Dependency.Aux or Dependency.AuxPass or Dependency.Cop)) continue;
                // "to deal with Friday's attack": what has a day of its own need not be to come.
                isToCome |= text.Is(child, TimeClass.Future) || !owns && document[child].Tag == PartOfSpeech.TO && view.Tag is PartOfSpeech.VB or PartOfSpeech.VBN;
                isNegated |= text.Is(child, TimeClass.Negation);
                // "has been", "was hit", "is meeting": the helping verb, or the copula, bears the tense.
                if (document[child].Relation is Dependency.Aux or Dependency.AuxPass or Dependency.Cop && FormOf(document[child].Tag) is not ClauseTense.Unknown and var told) tense = told;
                // "would have been hit".
                if (document[child].Relation == Dependency.Aux && text.Is(child, TimeClass.Perfect)) return ClauseTense.Past;
            }

            // "was not told until Friday", "continued until Friday".
            return isToCome && !(follows && (isNegated || text.Is(t, TimeClass.Done)) && tense == ClauseTense.Past) ? ClauseTense.Future : tense;
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
    private bool FollowsFutureWord(int token)
    {
        for (var length = 1; length <= 3 && length <= token; length++)
        {
            if (text[token - length].Form is not { } form) continue;
            foreach (var word in form.Words)
            {
                if (word.Class == TimeClass.Future && word.Length == length && text.Matches(token - length, token, word)) return true;
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
