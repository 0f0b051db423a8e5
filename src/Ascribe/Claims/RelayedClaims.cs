using Ascribe.Language;
using Ascribe.Records;

namespace Ascribe.Claims;

/// <summary>
/// "The governor said shepherds had told his office that …" is one claim, the shepherds', through the governor: whoever says nothing but what another says is its relayer. "The spokesman denied that the king had
/// accused …" is one, too, the spokesman's: what is denied to have been said is no claim. "The army said it believed …" is one with what both cues show. Plans and hopes of others are no statements, and stay with whoever tells them.
/// </summary>
internal static class RelayedClaims
{
    /// <param name="found">Linked by <see cref="Attribution.Outer"/>.</param>
    /// <param name="lexicon">Knows what makes a finding a first one.</param>
    /// <param name="words">Those of the document.</param>
    /// <param name="mentions">Know whom a pronoun stands for; null: nobody knows.</param>
    public static List<Attribution> Of(Document document, List<Attribution> found, CueLexicon lexicon, ClaimWords words, ReportMentions? mentions)
    {
        var isGone = new bool[found.Count];
        for (var i = 0; i < found.Count; i++)
        {
            if (Withholder(document, words, found[i], found) is >= 0 and var asked)
            {
                isGone[i] = true;
                if (found[asked].Stance == Stance.Asserts) found[asked] = found[asked] with { Stance = Stance.Withholds, Certainty = Certainty.Unknown };
                continue;
            }

            if (found[i].Outer is not (>= 0 and var o) || !IsWholeOf(document, words, found[i], found[o])) continue;

            // "The group is suspected of the raid, police said": it is theirs.
            if (found[i].Source.IsEmpty)
            {
                // "The army said the toll was expected to rise": it expects it.
                if (found[i].Stance == found[o].Stance && found[i].Stance == Stance.Expects) isGone[i] = true;
                if (isGone[i] || found[i].Certainty == Certainty.Certain || found[o].Stance != Stance.Asserts) continue;
                isGone[i] = true;
                found[o] = found[o] with { Stance = found[i].Stance, Certainty = found[i].Certainty, Accused = found[i].Accused };
                continue;
            }

            // "The spokesman said initial information indicated that …": he says it, hedged, and information is no speaker.
            if (found[o].Stance == Stance.Asserts && lexicon.CertaintyIn(document, found[i].Source) == Certainty.Hedged)
            {
                isGone[i] = true;
                found[o] = found[o] with { Certainty = Certainty.Hedged };
            }
            else if ((found[o].Stance == Stance.Asserts || found[o].Stance == found[i].Stance) && (IsOwnPronoun(document, words, found[i].Source) || IsSamePerson(document, found[i], found[o], mentions)))
            {
                isGone[i] = true;
                found[o] = found[o] with { Stance = found[i].Stance, Certainty = found[i].Certainty };
            }
            else if (found[o].Certainty == Certainty.Hedged) continue;
            else if (found[o].Stance == Stance.Asserts && found[i].Stance != Stance.Expects && document[found[i].Source.First].Tag != PartOfSpeech.PRP) isGone[o] = true;
            else if (found[o].Stance == Stance.Denies && document[found[i].Cue.End - 1].Tag.IsVerb()) isGone[i] = true;
        }

        return Array.Exists(isGone, g => g) ? Without(found, isGone) : found;
    }

    /// <summary>"Police said it was not clear who had fired": whoever says that it is not clear withholds it, and nobody else; -1: another case.</summary>
    private static int Withholder(Document document, ClaimWords words, Attribution attribution, List<Attribution> found)
    {
        if (attribution is not { Stance: Stance.Withholds, SourceHead: < 0, Outer: >= 0 and var outer }) return -1;

        // "Police said it was not known who had fired", but not "that two had not been named".
        var last = attribution.Cue.End - 1;
        if (document[last].Tag.IsVerb() && (document.Child(last, Dependency.NsubjPass) is not (>= 0 and var it) || !words.Is(it, ClaimWordUse.Expletive))) return -1;
        for (var t = found[outer].Content[0].First; t < attribution.Cue.First; t++)
        {
            if (document[t].Tag.IsNoun() || document[t].Tag == PartOfSpeech.CC) return -1;
        }

        return outer;
    }

    /// <summary>"The army said it believed that …": what stands for the speaker, and not for another person.</summary>
    private static bool IsOwnPronoun(Document document, ClaimWords words, TokenRange source) => source.Count == 1 && document[source.First].Tag == PartOfSpeech.PRP && !words.Is(source.First, ClaimWordUse.Person);

    /// <summary>"The minister said he feared that …": the pronoun is the speaker's.</summary>
    private static bool IsSamePerson(Document document, Attribution inner, Attribution outer, ReportMentions? mentions) =>
        mentions is not null && inner.Source.Count == 1 && document[inner.Source.First].Tag == PartOfSpeech.PRP
        && mentions.SpeakerAt(inner.Source, inner.SourceHead) is >= 0 and var chain && chain == mentions.SpeakerAt(outer.Source, outer.SourceHead);

    /// <summary>The inner one, from its speaker to its last word, is all that the outer one says.</summary>
    private static bool IsWholeOf(Document document, ClaimWords words, Attribution inner, Attribution outer)
    {
        if (outer.Source.IsEmpty || inner.Cue.IsEmpty || inner.Stance == Stance.Absent || outer is not { Content: [var whole] }) return false;

        // "“… react,” the minister said, the paper reported": what an outlet quotes with its speaker.
        if (outer.Form != QuotationForm.Indirect && (outer.Form != QuotationForm.Mixed || outer.Voice != Voice.Document || inner.Source.IsEmpty || inner.Content.Count > 1)) return false;
        var first = Math.Min(inner.Cue.First, inner.Content[0].First);
        if (!inner.Source.IsEmpty) first = Math.Min(first, inner.Source.First);
        var end = Math.Max(Math.Max(inner.Source.End, inner.Cue.End), inner.Content[^1].End);
        if (document[whole.First].Relation == Dependency.Mark && words.Is(whole.First, ClaimWordUse.That)) first--;
        return first <= whole.First && end >= whole.End;
    }

    private static List<Attribution> Without(List<Attribution> found, bool[] isGone)
    {
        var left = new List<Attribution>(found.Count);
        var places = new int[found.Count];
        for (var i = 0; i < found.Count; i++)
        {
            places[i] = left.Count;
            if (!isGone[i]) left.Add(found[i]);
        }

        for (var i = 0; i < left.Count; i++)
        {
            var outer = left[i].Outer;
            var relayers = left[i].Relayers.ToList();
            while (outer >= 0 && isGone[outer])
            {
                relayers.Insert(0, new Relayer(found[outer].Source, found[outer].SourceHead, found[outer].Voice));
                outer = found[outer].Outer;
            }

            left[i] = left[i] with { Relayers = relayers, Outer = outer < 0 ? -1 : places[outer] };
        }

        return left;
    }
}
