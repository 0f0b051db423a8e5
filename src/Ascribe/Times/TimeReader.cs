using Ascribe.Language;
using Ascribe.Reports;
using NodaTime;

namespace Ascribe.Times;

/// <summary>
/// Finds time expressions by the grammar of the language and resolves them against the day of publication and the day that the story
/// told last.
/// </summary>
internal sealed class TimeReader
{
    private readonly TimeGrammar _grammar;

    private TimeReader(TimeGrammar grammar) => _grammar = grammar;

    public static TimeReader Load(string language) => new(TimeGrammar.Load(language));

    public IReadOnlyList<TimeMention> Read(ReportDocument report)
    {
        var document = report.Document;
        var found = new List<TimeMention>();
        LocalDate? anchor = null;
        for (var t = 0; t < document.Count;)
        {
            if (ReadAt(document, t, report.PublishedOn, anchor) is not { } mention)
            {
                t++;
                continue;
            }

            found.Add(mention with { IsStart = mention.Kind is TimeKind.Date or TimeKind.Time && OpensPeriod(document, t) });
            if (mention.Interval is { Precision: TimePrecision.Day, Earliest: { } day }) anchor = day;
            t = mention.Tokens.End;
        }

        return found;
    }

    private TimeMention? ReadAt(Document document, int token, LocalDate? published, LocalDate? anchor)
    {
        var end = document.SentenceTokens(document.SentenceOf(token)).End;
        TimeMention? Resolve(int first, TimeGrammar.Parse parse) =>
            new TimeResolver(published, anchor, IsToCome(document, first)).Resolve(new TokenRange(first, parse.End), parse.Operation, parse.Slots);
        if (_grammar.Longest(document, token, end, Resolve) is not { } found) return null;
        return found.Operation == TimeOperation.Date && found.End == token + 1 && found.Slots is { Year: not null, Month: null } && !IsYear(document, token)
            ? null
            : Resolve(token, found);
    }

    /// <summary>Four digits alone are a year where a word before asks for one, or where they count nothing.</summary>
    private bool IsYear(Document document, int token)
    {
        var year = int.Parse(document[token].Text, System.Globalization.CultureInfo.InvariantCulture);
        var sentence = document.SentenceTokens(document.SentenceOf(token));
        var before = token > sentence.First ? token - 1 : -1;
        if (before >= 0 && _grammar.Is(document, before, "yearcue")) return year is >= 1400 and <= 2099;
        if (year is < 1900 or > 2049 || before >= 0 && document[before].Tag is PartOfSpeech.Dollar or PartOfSpeech.CD) return false;
        var after = token + 1 < sentence.End ? document[token + 1].Tag : PartOfSpeech.FullStop;
        return after is not (PartOfSpeech.NNS or PartOfSpeech.CD or PartOfSpeech.JJ) && !(before >= 0 && document[before].Tag.IsProperNoun() && after.IsProperNoun());
    }

    /// <summary>
    /// True where the clause that holds the token speaks of what is to come: its verb stands with "will" or "would", is an infinitive with
    /// "to", or follows one of the lexicon's words ("due", "scheduled").
    /// </summary>
    private bool IsToCome(Document document, int token)
    {
        for (var t = token; t >= 0; t = document[t].Head)
        {
            var view = document[t];
            if (_grammar.Is(document, t, "future") && t < token) return true;
            if (!view.Tag.IsVerb() && document.Child(t, Dependency.Cop) < 0) continue;
            foreach (var child in document.Children(t))
            {
                if (child < t && (_grammar.Is(document, child, "future") || document[child].Tag == PartOfSpeech.TO && view.Tag == PartOfSpeech.VB)) return true;
            }

            return false;
        }

        return false;
    }

    /// <summary>"since 7 October", "since the war began on 7 October": a word that opens a period stands before it in its clause.</summary>
    private bool OpensPeriod(Document document, int token)
    {
        const int clause = 8;
        var first = document.SentenceTokens(document.SentenceOf(token)).First;
        for (var t = token - 1; t >= first && t >= token - clause && document[t].Tag != PartOfSpeech.Comma; t--)
        {
            if (_grammar.Is(document, t, "open")) return true;
        }

        return false;
    }
}
