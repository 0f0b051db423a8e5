using Ascribe.Language.Models;

namespace Ascribe.Language;

/// <summary>
/// Finds where sentences begin: after an empty line, after a line break that is not mere wrapping, after a dateline, after a semicolon of a title, and where a linear model
/// says so of the places at which a sentence may begin (see <see cref="BoundaryFeatures"/>). Pure and thread-safe.
/// </summary>
internal sealed class SentenceSplitter
{
    public const string FileName = "splitter";

    /// <summary>A run of this many tokens is cut: no sentence is that long, but tables and noise are.</summary>
    private const int LongestSentence = 400;

    /// <summary>A dateline is looked for where one of the first sentences that open a paragraph stands: after title, byline, stamp.</summary>
    private const int DatelineParagraphs = 8;

    /// <summary>
    /// By how much the score must speak for a beginning at a doubtful place (units of the weights). The treebanks hold mail and forum posts whose sentences end
    /// without a mark; news does not, and there a false end is worse than a missed one.
    /// </summary>
    private const int Certain = 150;

    private readonly Abbreviations _abbreviations;
    private readonly BoundaryRules _rules;
    private readonly Decision _begins;

    /// <param name="begins">Decides the places at which a sentence may begin.</param>
    public SentenceSplitter(Abbreviations abbreviations, Decision begins)
    {
        _abbreviations = abbreviations;
        _rules = new BoundaryRules(abbreviations);
        _begins = begins;
    }

    /// <summary>Whether a sentence begins at a place.</summary>
    /// <param name="features">Hashes of what is to be seen there.</param>
    internal delegate bool Decision(in BoundaryFeatures place, ReadOnlySpan<uint> features);

    /// <exception cref="InvalidDataException">The model is missing or damaged.</exception>
    public static SentenceSplitter Load(Abbreviations abbreviations, ModelStore models) => new(abbreviations, By(models.Read(FileName, LinearModel.Read)));

    /// <summary>The decision of the rules alone.</summary>
    public static bool ByRules(in BoundaryFeatures place, ReadOnlySpan<uint> features) => place.BeginsByRule;

    /// <summary>The decision of a model with two classes, the second of which is a beginning.</summary>
    public static Decision By(LinearModel model) => (in place, features) =>
    {
        Span<short> scores = stackalloc short[4];
        model.Score(features, scores);
        return scores[1] - scores[0] > (place.IsDoubtful ? Certain : 0);
    };

    /// <param name="Firsts">Index of the first token of each sentence.</param>
    /// <param name="OpensParagraph">For each sentence, whether a paragraph begins with it.</param>
    /// <param name="Dateline">The tokens of the dateline, a sentence of its own; empty where there is none.</param>
    internal readonly record struct Result(int[] Firsts, bool[] OpensParagraph, TokenRange Dateline);

    /// <param name="spans">The tokens of the text.</param>
    /// <param name="titleEnd">See <see cref="TextAnalyzer.Analyze"/>.</param>
    public Result Split(string text, TextSpan[] spans, int titleEnd = 0)
    {
        var breaks = LineBreaks.Of(text);
        var firsts = new List<int>(spans.Length / 16 + 1);
        var paragraphs = new List<bool>(spans.Length / 16 + 1);
        var dateline = default(TokenRange);
        for (var first = 0; first < spans.Length;)
        {
            var end = first + 1;
            while (end < spans.Length && !IsSet(breaks, text, spans, end)) end++;
            if (dateline.IsEmpty && firsts.Count <= DatelineParagraphs) dateline = DatelineOf(text, spans, first);
            firsts.Add(first);
            SplitParagraph(new BoundaryFeatures(_rules, text, spans, new TokenRange(first, end)), dateline.End, firsts, t => spans[t].Start < titleEnd && text[spans[t - 1].Start] == ';');
            paragraphs.Add(true);
            while (paragraphs.Count < firsts.Count) paragraphs.Add(false);
            first = end;
        }

        return new Result([.. firsts], [.. paragraphs], dateline);
    }

    private void SplitParagraph(BoundaryFeatures paragraph, int datelineEnd, List<int> firsts, Predicate<int> isHeadline)
    {
        Span<uint> features = stackalloc uint[BoundaryFeatures.Most];
        for (var t = paragraph.Tokens.First + 1; t < paragraph.Tokens.End; t++)
        {
            paragraph.MoveTo(t);
            if (paragraph.IsNote)
            {
                paragraph.PassNote();
                t += 2;
                continue;
            }

            if (t - firsts[^1] < LongestSentence && t != datelineEnd && !isHeadline(t) && !(paragraph.IsCertain ?? _begins(paragraph, paragraph.Write(features)))) continue;
            firsts.Add(t);
            paragraph.Begin();
        }
    }

    private static bool IsSet(LineBreaks breaks, string text, TextSpan[] spans, int t)
    {
        var lines = LinesBetween(text, spans[t - 1].End, spans[t].Start);
        return lines > 1 || (lines == 1 && breaks.IsSet(text, spans[t - 1].End, spans[t]));
    }

    private TokenRange DatelineOf(string text, TextSpan[] spans, int t)
    {
        var end = Dateline.EndAt(text, spans, t, _abbreviations);
        // A dateline with nothing after it would be a line of capitals: a heading.
        if (end == t || end >= spans.Length || LinesBetween(text, spans[end - 1].End, spans[end].Start) > 0) return default;
        return new TokenRange(t, end);
    }

    private static int LinesBetween(string text, int from, int to)
    {
        var lines = 0;
        for (var i = from; i < to; i++)
        {
            // A carriage return alone ends a line too, and so do the Unicode separators; a paragraph separator counts twice.
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 >= text.Length || text[i + 1] != '\n')) || text[i] is '\u2028' or '\u0085') lines++;
            else if (text[i] is '\u2029' or '\f') lines += 2;
        }

        return lines;
    }
}
