using System.Globalization;
using Ascribe.Actors;
using Ascribe.Events;
using Ascribe.Language;
using Ascribe.Lexicons;
using Ascribe.Records;
using Ascribe.Times;

namespace Ascribe.Quantities;

/// <summary>
/// Finds running totals ("attacked at least 84 times since 17 October"), totals of a period ("1,200 people were killed in 2016") and
/// strengths ("2,500 troops").
/// </summary>
internal sealed class TallyReader
{
    /// <summary>So many people are no single incident's victims, where no day is told.</summary>
    private const int Multitude = 1000;

    private readonly PhraseMatcher<string> _nouns = new();
    private readonly PhraseMatcher<bool> _periods = new();
    private readonly PhraseMatcher<bool> _recent = new();
    private readonly PhraseMatcher<bool> _starts = new();
    private readonly PhraseMatcher<bool> _fates = new();
    private readonly PhraseMatcher<bool> _perfects = new();
    private readonly PhraseMatcher<bool> _atLeast = new();
    private readonly Dictionary<string, int> _ordinals = new(StringComparer.Ordinal);

    private TallyReader()
    {
    }

    public static TallyReader Load(string language)
    {
        var reader = new TallyReader();
        foreach (var row in LexiconTable.Load($"{language}/tally-words.tsv").Rows)
        {
            switch (row["use"])
            {
                case "period":
                    reader._periods.Add(row["phrase"], true);
                    break;
                case "recent":
                    reader._recent.Add(row["phrase"], true);
                    break;
                case "start":
                    reader._starts.Add(row["phrase"], true);
                    break;
                case "perfect":
                    reader._perfects.Add(row["phrase"], true);
                    break;
                case "at_least":
                    reader._atLeast.Add(row["phrase"], true);
                    break;
                case "fate":
                    reader._fates.Add(row["phrase"], true);
                    break;
                default:
                    reader._nouns.Add(row["phrase"], row["use"]);
                    break;
            }
        }

        foreach (var row in LexiconTable.Load($"{language}/times.tsv").Rows)
        {
            if (row["class"] == "ordinal") reader._ordinals[row["form"]] = int.Parse(row["value"], CultureInfo.InvariantCulture);
        }

        return reader;
    }

    /// <summary>In text order.</summary>
    public IReadOnlyList<TallyMention> Read(ReportMentions mentions, IReadOnlyList<EventMention> events)
    {
        var document = mentions.Document;
        var found = new List<TallyMention>();
        foreach (var count in mentions.Counts)
        {
            var sentence = document.SentenceOf(count.Tokens.First);
            if (!mentions.Report.IsStory(sentence) || count.IsPart) continue;
            var clause = ClauseOf(document, count.Counted >= 0 ? count.Counted : count.Tokens.End - 1);
            var what = count.Counted >= 0 ? document.NounPhrase(count.Counted).Union(count.Tokens) : count.Tokens;
            var period = PeriodOf(mentions, clause);
            var trigger = TriggerIn(events, clause);
            if (period is { IsStart: false } && TellsOneEvent(mentions, events, clause)) continue;
            if (period is null && trigger is not null && HasStart(document, clause))
                found.Add(new TallyMention(count, clause, what, TallyKind.Running, null, TypeOf(trigger), trigger.Trigger.VictimEffect));
            else if (period is null && trigger is not null && Has(_periods, document, clause) && !TellsOneEvent(mentions, events, clause))
                found.Add(new TallyMention(count, clause, what, TallyKind.Period, null, TypeOf(trigger), trigger.Trigger.VictimEffect));
            else if (period is not null && (trigger is not null && IsCounted(document, count, trigger) || Use(document, count) is not null))
                found.Add(new TallyMention(count, clause, what, period.IsStart ? TallyKind.Running : TallyKind.Period, period, TypeOf(trigger), trigger?.Trigger.VictimEffect));
            else if (IsMultitude(count) && (trigger?.Trigger.VictimEffect is not null || Has(_fates, document, clause)) && IsPerfect(document, clause))
                found.Add(new TallyMention(count, clause, what, TallyKind.Running, null, null, trigger?.Trigger.VictimEffect));
            else if (Use(document, count) == "stock" && count.Count.Min is >= 100 && trigger is null)
                found.Add(new TallyMention(count, what, what, TallyKind.Standing, null, null, null));
        }

        for (var s = 0; s < document.SentenceCount; s++)
        {
            if (!mentions.Report.IsStory(s)) continue;
            var sentence = document.SentenceTokens(s);
            for (var t = sentence.First; t < sentence.End; t++)
            {
                if (OrdinalAt(document, t) is > 1 and var number && OfOrdinal(mentions, events, t, number) is { } tally) found.Add(tally);
            }
        }

        found.Sort((a, b) => a.What.First.CompareTo(b.What.First));
        return found;
    }

    /// <summary>"the ninth attack in the province this year", "the 71st since November": how many there were by then.</summary>
    private TallyMention? OfOrdinal(ReportMentions mentions, IReadOnlyList<EventMention> events, int token, int number)
    {
        var document = mentions.Document;
        var head = document[token].Head >= 0 && document[token].Relation == Dependency.Amod ? document[token].Head : token;
        var phrase = document.Subtree(head);
        var clause = ClauseOf(document, head);
        var trigger = TriggerIn(events, document.NounPhrase(head)) ?? (head == token ? TriggerIn(events, clause) : null);
        if (trigger is null && (head == token || _nouns.Longest(document, head)?.Value != "times")) return null;
        var period = PeriodOf(mentions, clause);
        if (period is null && !Has(_periods, document, clause) && !Has(_recent, document, clause)) return null;
        var atLeast = token > 1 && _atLeast.Longest(document, token - 2) is not null;
        var count = atLeast ? CountRange.AtLeast(number) : CountRange.Exactly(number);
        var what = document.NounPhrase(head).Union(TokenRange.Of(token));
        return new TallyMention(new CountMention(TokenRange.Of(token), count, head), phrase, what, period is { IsStart: true } ? TallyKind.Running : TallyKind.Period, period, TypeOf(trigger), null);
    }

    /// <summary>"ninth", "71st"; 0 for anything else.</summary>
    private int OrdinalAt(Document document, int token)
    {
        var form = document[token].Form;
        if (_ordinals.TryGetValue(form, out var number)) return number;
        return form.Length > 2 && char.IsAsciiDigit(form[^3]) && form[^2..] is "st" or "nd" or "rd" or "th" && int.TryParse(form.AsSpan(0, form.Length - 2), CultureInfo.InvariantCulture, out number) ? number : 0;
    }

    /// <summary>What is counted is what the event word tells of, or whom it befell: not "the two sides" of a war.</summary>
    private bool IsCounted(Document document, CountMention count, EventMention trigger)
    {
        if (count.Counted < 0 || trigger.Tokens.Contains(count.Counted) || Use(document, count) is not null) return true;
        var noun = document[count.Counted];
        return trigger.Trigger.VictimEffect is not null && (noun.Head == trigger.Head || document[trigger.Head].Head == count.Counted);
    }

    private static bool IsMultitude(CountMention count) => count.Count.Min >= Multitude;

    /// <summary>"has killed", "have been killed"</summary>
    private bool IsPerfect(Document document, TokenRange clause)
    {
        for (var t = clause.First; t < clause.End; t++)
        {
            if (document[t].Relation == Dependency.Aux && _perfects.Longest(document, t) is not null) return true;
        }

        return false;
    }

    /// <summary>"Two years ago, a bombing killed eight", "a soldier shot nine people in 2019": one event of that year, no total of it.</summary>
    private static bool TellsOneEvent(ReportMentions mentions, IReadOnlyList<EventMention> events, TokenRange clause)
    {
        var document = mentions.Document;
        foreach (var mention in events)
        {
            if (clause.Contains(mention.Tokens) && (mention.Trigger.Strength is not TriggerStrength.Effect && document[mention.Head].Tag == PartOfSpeech.NN || IsOfOne(mentions, mention))) return true;
        }

        return false;
    }

    /// <summary>Done by one person or weapon, or to one thing: "a bomb killed nine", "killed six guards at a mine".</summary>
    private static bool IsOfOne(ReportMentions mentions, EventMention mention)
    {
        var document = mentions.Document;
        if (mention.Trigger is { VictimEffect: null, Strength: TriggerStrength.Effect } || !document[mention.Head].Tag.IsVerb()) return false;
        return mention.Agents.Count == 1 && mentions.ChainAt(mention.Agents[0]) is >= 0 and var chain && mentions.Chains[chain] is { Kind: ActorKind.Person or ActorKind.Civilian, IsPlural: false }
            || mention.Weapons.Exists(w => document[w.Tokens.End - 1].Tag == PartOfSpeech.NN && !w.Tokens.Contains(mention.Head) && document.Child(w.Tokens.End - 1, Dependency.Det) >= 0)
            || mention.Targets.Exists(t => document[t.Head].Tag == PartOfSpeech.NN && document.Child(t.Head, Dependency.Det) >= 0);
    }

    private string? Use(Document document, CountMention count) => count.Counted < 0 ? null : _nouns.Longest(document, count.Counted)?.Value;

    /// <summary>The tokens under the verb that governs the token.</summary>
    private static TokenRange ClauseOf(Document document, int token)
    {
        for (var steps = 0; steps < 50 && document[token].Head >= 0; steps++)
        {
            if (document[token].Tag.IsVerb()) break;
            token = document[token].Head;
        }

        return document.Subtree(token);
    }

    /// <summary>An open start ("since …") or a year that the clause names.</summary>
    private static TimeMention? PeriodOf(ReportMentions mentions, TokenRange clause)
    {
        foreach (var time in mentions.Times)
        {
            if (!clause.Contains(time.Tokens)) continue;
            if (time.IsStart && time.Interval is not null) return time;
            if (time.Interval is { Precision: TimePrecision.Year }) return time;
        }

        return null;
    }

    private static bool Has(PhraseMatcher<bool> words, Document document, TokenRange clause)
    {
        for (var t = clause.First; t < clause.End; t++)
        {
            if (words.Longest(document, t) is not null) return true;
        }

        return false;
    }

    /// <summary>"since the truce took effect": counted from what a clause tells.</summary>
    private bool HasStart(Document document, TokenRange clause)
    {
        for (var t = clause.First; t < clause.End; t++)
        {
            if (document[t].Relation == Dependency.Mark && _starts.Longest(document, t) is not null) return true;
        }

        return false;
    }

    private static EventMention? TriggerIn(IReadOnlyList<EventMention> events, TokenRange clause)
    {
        foreach (var mention in events)
        {
            if (clause.Contains(mention.Tokens)) return mention;
        }

        return null;
    }

    private static string? TypeOf(EventMention? mention) => mention is null || mention.Trigger.VictimEffect is not null ? null : mention.Type;
}
