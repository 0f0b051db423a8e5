using Ascribe.Language;
using Ascribe.Reports;

namespace Ascribe.Claims;

/// <summary>Reads a source that a colon or a dash parts from what it says: "Ministry: two killed in blast" and "Two killed in blast: ministry" of headlines, "Karim: “…”" of transcripts.</summary>
internal sealed class ColonReader(ReportDocument report, CueLexicon lexicon, AttributionTraits traits)
{
    private readonly Document _document = report.Document;
    private readonly QuotationMarks _quotes = report.Quotations;

    /// <summary>What the sentence says so, or null.</summary>
    public Attribution? Read(TokenRange sentence)
    {
        var isTitle = report.IsTitle(_document.SentenceOf(sentence.First));
        int colon = -1, dash = -1;
        for (var t = sentence.First + 1; t < sentence.End - 1; t++)
        {
            if (_quotes.IsInside(t)) continue;
            if (colon < 0 && _document[t].Form == ":") colon = t;
            if (_document[t] is { SpaceBefore: true, Form: "-" or "–" or "—" } && _document[t + 1].SpaceBefore) dash = t;
        }

        if (colon >= 0)
        {
            var left = new TokenRange(sentence.First, colon);
            var right = new TokenRange(colon + 1, sentence.End);
            if (IsSource(left) && (isTitle ? !IsPlace(left) && (IsClausal(right) || IsOfEvent(right)) : _quotes.Opens(right.First))) return OfColon(left, colon, right);
            return isTitle && IsSource(right) && right.Count <= 3 && IsClausal(left) ? OfColon(right, colon, left) : null;
        }

        // "Priest killed by rebels - police"; what stands there most often is the outlet.
        if (!isTitle || dash < 0) return null;
        var (said, by) = (new TokenRange(sentence.First, dash), new TokenRange(dash + 1, sentence.End));
        return by.Count <= 3 && IsSource(by) && IsClausal(said) && lexicon.IsAgent(_document, by.End - 1) && !said.Contains(_document[by.End - 1].Head) ? OfColon(by, dash, said) : null;
    }

    /// <summary>"Mali: army kills 30": where it happened, and no government that speaks.</summary>
    private bool IsPlace(TokenRange tokens)
    {
        foreach (var name in _document.Names)
        {
            if (name.Tokens == tokens) return name.Kind == NameKind.Location;
        }

        return false;
    }

    /// <summary>"Ukraine behind attack on bridge": an event, without a verb.</summary>
    private bool IsOfEvent(TokenRange tokens)
    {
        for (var t = tokens.First; t < tokens.End; t++)
        {
            if (lexicon.IsMute(_document, t)) return true;
        }

        return false;
    }

    private Attribution OfColon(TokenRange source, int colon, TokenRange said)
    {
        var content = new List<TokenRange> { Segments.WithoutMarks(_document, said) };
        var head = source.End - 1;
        return traits.Attributed(source, head, TokenRange.Of(colon), content, CueEntry.Colon);
    }

    /// <summary>A short run of nouns that ends in a proper noun, a plural or a word for somebody who may speak: "Police:", "Minister:".</summary>
    private bool IsSource(TokenRange tokens)
    {
        if (tokens.IsEmpty || tokens.Count > 6) return false;
        for (var t = tokens.First; t < tokens.End; t++)
        {
            if (!_document[t].Tag.IsNoun() && !_document[t].Tag.IsAdjective() && _document[t].Tag is not (PartOfSpeech.DT or PartOfSpeech.POS or PartOfSpeech.HYPH)) return false;
        }

        return _document[tokens.End - 1].Tag is PartOfSpeech.NNP or PartOfSpeech.NNPS or PartOfSpeech.NNS || lexicon.IsSpeaker(_document, tokens.End - 1);
    }

    private bool IsClausal(TokenRange tokens)
    {
        for (var t = tokens.First; t < tokens.End; t++)
        {
            if (_document[t].Tag.IsVerb() || _quotes.Opens(t)) return true;
        }

        return false;
    }
}
