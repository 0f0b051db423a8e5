using Ascribe.Language;
using Ascribe.Lexicons;
using Ascribe.Reports;

namespace Ascribe.Claims;

/// <summary>Reads words that are the whole of what is told, and that nobody need say: "no claim of responsibility for the raid", "no comment from the army", "not clear who did it".</summary>
internal sealed class BareCueReader(Document document, QuotationMarks quotes, ClaimWords words, AttributionTraits traits)
{
    /// <summary>What the words tell, or null. What is withheld has a speaker or words of its own: a motive may be unclear without anybody being asked.</summary>
    public Attribution? Read(PhraseMatcher<CueEntry>.Match match)
    {
        var cue = match.Tokens;
        if (match.Value.Stance == Stance.Withholds && quotes.IsInside(cue.First)) return null;
        TokenRange thing = default, clause = default;
        var source = -1;
        var isNoun = document[cue.End - 1].Tag.IsNoun();
        for (var t = cue.First; t < cue.End; t++)
        {
            foreach (var child in document.Children(t))
            {
                if (child < cue.End) continue;
                if (document[child].Relation is Dependency.Csubj or Dependency.Ccomp or Dependency.Advcl or Dependency.Acl && clause.IsEmpty || !isNoun && document[child].Relation is Dependency.AdvclRelcl or Dependency.AclRelcl) clause = document.Subtree(child);
                if (document[child].Relation is not (Dependency.Nmod or Dependency.Obl)) continue;
                if (match.Value.Stance == Stance.Withholds && words.IsUnder(child, ClaimWordUse.Origin)) source = child;
                else if (document[child].Relation == Dependency.Nmod && thing.IsEmpty) thing = document.Subtree(child);
            }
        }

        if (match.Value.Stance == Stance.Withholds && source < 0 && thing.IsEmpty && clause.IsEmpty) return null;
        var phrase = source < 0 ? default : document.NounPhrase(source);
        return new Attribution
        {
            Source = phrase,
            SourceHead = source,
            Cue = cue,
            Content = [clause.IsEmpty || match.Value.Stance != Stance.Withholds ? thing.IsEmpty ? cue : cue.Union(thing) : Segments.WithoutMarks(document, clause)],
            Form = QuotationForm.Indirect,
            Stance = match.Value.Stance,
            Certainty = match.Value.Certainty,
            Polarity = Polarity.Positive,
            Voice = traits.Voice(phrase, source),
        };
    }
}
