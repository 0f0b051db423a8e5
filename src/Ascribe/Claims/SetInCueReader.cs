using Ascribe.Language;
using Ascribe.Lexicons;
using Ascribe.Reports;

namespace Ascribe.Claims;

/// <summary>Reads a speaker who is set into the report's own words: "The attack, which the rebels say killed 40", "the men who police believe killed him".</summary>
internal sealed class SetInCueReader(Document document, QuotationMarks quotes, CueLexicon lexicon, ClaimWords words, SpeakerNouns nouns, AttributionTraits traits)
{
    /// <summary>What the relative clause says of its noun, whatever the parse makes of it; null: another case.</summary>
    public Attribution? Read(PhraseMatcher<CueEntry>.Match match, TokenRange sentence)
    {
        var verb = match.Tokens.First;
        if (match.Tokens.Count > 1 || match.Value is not { IsClaim: true, Frame: CueFrame.Clause } || !document[verb].Tag.IsVerb() || quotes.IsInside(verb)) return null;
        var next = match.Tokens.End;
        while (next < sentence.End && document[next].Tag == PartOfSpeech.RB) next++;
        if (next >= sentence.End || document[next].Tag is not (PartOfSpeech.VBD or PartOfSpeech.VBN or PartOfSpeech.VBZ or PartOfSpeech.VBP or PartOfSpeech.MD)) return null;
        var cue = CueSite.At(document, words, match.Tokens, match.Value);
        var source = nouns.NounsBefore(cue);
        var pronoun = source.First - 1;
        if (source.IsEmpty || pronoun <= sentence.First || document[pronoun].Tag is not (PartOfSpeech.WDT or PartOfSpeech.WP)) return null;
        var noun = document[verb] is { Relation: Dependency.AclRelcl, Head: >= 0 and var described } && described < pronoun ? described : nouns.Antecedent(pronoun);
        if (noun == pronoun) return null;
        var head = source.End - 1;
        if (!lexicon.IsSpeaker(document, head) && document[head].Tag != PartOfSpeech.PRP) return null;
        var end = next + 1;
        while (end < cue.Sentence.End && (document[end].Tag != PartOfSpeech.Comma || quotes.IsInside(end))) end++;
        List<TokenRange> content = [document.NounPhrase(noun), new TokenRange(match.Tokens.End, end)];
        if (content[0].End > pronoun) content[0] = Segments.WithoutMarks(document, new TokenRange(content[0].First, pronoun));
        return traits.Attributed(source, head, cue.Cue, content, match.Value);
    }
}
