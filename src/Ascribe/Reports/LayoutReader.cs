using Ascribe.Language;

namespace Ascribe.Reports;

/// <summary>
/// Tells the story of a report from what stands around it, paragraph by paragraph: a short paragraph with a cue of the lexicon in its place is a byline,
/// stamp, caption or furniture; lines without a full stop before the text are its standfirst, those inside it headings. When in doubt,
/// a paragraph is body. Pure and thread-safe.
/// </summary>
internal sealed class LayoutReader
{
    /// <summary>A stamp or an author's line stands among this many first or last paragraphs.</summary>
    private const int EdgeParagraphs = 5;

    private const int LongestHeading = 9;
    private const int LongestStandfirst = 40;

    private readonly LayoutLexicon _lexicon;
    private readonly CreditReader _credits;
    private readonly StampReader _stamps;

    private LayoutReader(LayoutLexicon lexicon)
    {
        _lexicon = lexicon;
        _credits = new CreditReader(lexicon);
        _stamps = new StampReader(lexicon);
    }

    /// <exception cref="InvalidDataException">A lexicon is missing or malformed; the message says which.</exception>
    public static LayoutReader Load(string language) => new(LayoutLexicon.Load(language));

    public Layout Read(Document document, int bodyStart)
    {
        var passages = new PassageKind[document.SentenceCount];
        var credits = new List<Credit>();
        PublicationTime? stamp = null;
        string? outlet = null;
        var body = 0;
        while (body < passages.Length && document.Sentence(body).Span.End <= bodyStart) passages[body++] = PassageKind.Title;

        var paragraphs = Paragraphs(document, body);
        if (!document.Dateline.IsEmpty) _credits.ReadDateline(document, credits);
        for (var p = 0; p < paragraphs.Count; p++)
        {
            var (first, end) = paragraphs[p];
            var tokens = TokensOf(document, first, end);
            var edge = p < EdgeParagraphs || p >= paragraphs.Count - EdgeParagraphs;
            var cue = edge || tokens.Count < 30 ? CueOf(document, tokens, edge) : null;
            if (cue is null && p == paragraphs.Count - 1 && end - first > 1)
            {
                // The credits may stand in the last paragraph of the story.
                var last = TokensOf(document, end - 1, end);
                if (CueOf(document, last, edge) is { Cue.Passage: PassageKind.Byline } ending) (cue, first, tokens) = (ending, end - 1, last);
            }

            if (cue is not { } found) continue;
            Array.Fill(passages, found.Cue.Passage, first, end - first);
            if (found.Cue.Credit is not null) _credits.Read(document, tokens, credits);
            if (found.Cue.NamesOutlet) outlet ??= CreditReader.OutletAfter(document, found.Tokens.End, tokens.End);
            if (found.Cue.Passage == PassageKind.Stamp) stamp ??= _stamps.Read(document, tokens);
        }

        MarkHeadings(document, paragraphs, passages);
        return new Layout(passages, document.Dateline.IsEmpty ? null : document.SpanOf(document.Dateline), credits, stamp, outlet);
    }

    private (LayoutCue Cue, TokenRange Tokens)? CueOf(Document document, TokenRange tokens, bool edge)
    {
        if (tokens.Count > _lexicon.Longest) return null;
        var start = tokens.First;
        while (start < tokens.End - 1 && !char.IsLetterOrDigit(document[start].Text[0]) && !_lexicon.Cues.All(document, TokenRange.Of(start)).Any()) start++;
        for (var t = start; t < tokens.End; t++)
        {
            foreach (var match in _lexicon.Cues.At(document, t))
            {
                var cue = match.Value;
                if (tokens.Count > cue.Longest || match.Tokens.End > tokens.End) continue;
                if (cue.Position == CuePosition.Start && t != start) continue;
                if (cue.Position == CuePosition.End && tokens.End - match.Tokens.End > 2) continue;
                var fits = cue.Passage switch
                {
                    PassageKind.Stamp => edge && _stamps.Read(document, tokens) is not null,
                    PassageKind.Byline => edge && _credits.IsCreditLine(document, match.Tokens, tokens),
                    _ => true,
                };
                if (fits) return (cue, match.Tokens);
            }
        }

        return null;
    }

    /// <summary>Paragraphs without a mark at their end: before the text its standfirst, alone inside it a heading.</summary>
    private static void MarkHeadings(Document document, List<(int First, int End)> paragraphs, PassageKind[] passages)
    {
        var text = paragraphs.FindIndex(p => passages[p.First] == PassageKind.Body && EndsSentence(document, p.End - 1));
        if (text < 0) return;
        for (var p = 0; p < paragraphs.Count - 1; p++)
        {
            var (first, end) = paragraphs[p];
            if (passages[first] != PassageKind.Body || EndsSentence(document, end - 1)) continue;
            var tokens = TokensOf(document, first, end);
            if (p < text)
            {
                if (tokens.Count <= LongestStandfirst) Array.Fill(passages, PassageKind.Standfirst, first, end - first);
            }
            else if (end - first == 1 && IsHeading(document, tokens) && EndsSentence(document, paragraphs[p - 1].End - 1) && EndsSentence(document, paragraphs[p + 1].End - 1))
            {
                passages[first] = PassageKind.Heading;
            }
        }
    }

    /// <summary>Short, begins with a capital, without a finite verb: a line that tells something is body.</summary>
    private static bool IsHeading(Document document, TokenRange tokens)
    {
        if (tokens.Count > LongestHeading || !char.IsUpper(document[tokens.First].Text[0])) return false;
        for (var t = tokens.First; t < tokens.End; t++)
        {
            var token = document[t];
            if (token.Tag is PartOfSpeech.VBD or PartOfSpeech.VBZ or PartOfSpeech.VBP or PartOfSpeech.MD or PartOfSpeech.VBN or PartOfSpeech.CD) return false;
            if (token.Text[^1] is '"' or '”' or ':' or ';' or ',') return false;
        }

        return true;
    }

    private static bool EndsSentence(Document document, int sentence)
    {
        var tokens = document.SentenceTokens(sentence);
        for (var t = tokens.End - 1; t >= tokens.First; t--)
        {
            var last = document[t].Text[^1];
            if (last is '.' or '!' or '?' or '…' or ':' or ';') return true;
            if (last is not ('"' or '\'' or '”' or '’' or ')' or ']')) return false;
        }

        return false;
    }

    private static List<(int First, int End)> Paragraphs(Document document, int first)
    {
        var paragraphs = new List<(int First, int End)>();
        for (var s = first; s < document.SentenceCount; s++)
        {
            if (paragraphs.Count == 0 || document.OpensParagraph(s)) paragraphs.Add((s, s + 1));
            else paragraphs[^1] = (paragraphs[^1].First, s + 1);
        }

        return paragraphs;
    }

    private static TokenRange TokensOf(Document document, int first, int end) =>
        new(document.SentenceTokens(first).First, document.SentenceTokens(end - 1).End);
}
