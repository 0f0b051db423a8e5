using Ascribe.Language;
using Ascribe.Records;
using Ascribe.Reports;
using Ascribe.Times;

namespace Ascribe.Claims;

/// <summary>
/// Finds who says what: a cue of the lexicon, or any verb that governs a "that" clause or a quotation, with its speaker and its content.
/// </summary>
internal sealed class AttributionReader
{
    private readonly CueLexicon _lexicon;

    private AttributionReader(CueLexicon lexicon) => _lexicon = lexicon;

    /// <exception cref="InvalidDataException">A lexicon is malformed; the message names file and line.</exception>
    public static AttributionReader Load(string language) => new(CueLexicon.Load(language));

    /// <summary>All attributions in text order, mere attitudes ("supports the plan") included.</summary>
    public IReadOnlyList<Attribution> ReadAll(ReportDocument report, IReadOnlyList<TimeMention> times) => Read(report, times, null, isAttitudeWanted: true);

    /// <summary>Those that say something of what happened or is to come, in text order.</summary>
    public IReadOnlyList<Attribution> Read(ReportMentions mentions) => Read(mentions.Report, mentions.Times, mentions, isAttitudeWanted: false);

    private List<Attribution> Read(ReportDocument report, IReadOnlyList<TimeMention> times, ReportMentions? mentions, bool isAttitudeWanted)
    {
        var words = _lexicon.Words.In(report.Document);
        var reading = new ReportAttributions(report, times, _lexicon, words);
        for (var s = 0; s < report.Document.SentenceCount; s++)
        {
            if (report.IsStory(s)) reading.ReadSentence(s);
        }

        var found = isAttitudeWanted ? reading.Found : reading.Claims();
        LinkNested(report.Document, found);
        return isAttitudeWanted ? found : RelayedClaims.Of(report.Document, found, _lexicon, words, mentions);
    }

    /// <summary>Each to the smallest other one whose content holds its cue.</summary>
    private static void LinkNested(Document document, List<Attribution> found)
    {
        // What holds a cue has a piece in its sentence: only those are looked at.
        var bySentence = new Dictionary<int, List<int>>();
        for (var o = 0; o < found.Count; o++)
        {
            foreach (var piece in found[o].Content)
            {
                for (var s = document.SentenceOf(piece.First); s <= document.SentenceOf(piece.End - 1); s++)
                {
                    if (!bySentence.TryGetValue(s, out var holders)) bySentence[s] = holders = [];
                    if (holders.Count == 0 || holders[^1] != o) holders.Add(o);
                }
            }
        }

        for (var i = 0; i < found.Count; i++)
        {
            var best = -1;
            var bestLength = int.MaxValue;
            if (!bySentence.TryGetValue(document.SentenceOf(found[i].Cue.First), out var holders) || found[i].Form == QuotationForm.Indirect && IsAside(document, found[i])) continue;
            foreach (var o in holders)
            {
                if (o == i) continue;
                foreach (var piece in found[o].Content)
                {
                    if (!piece.Contains(found[i].Cue) || piece.Count >= bestLength || IsAnswer(document, found[o]) || Holds(found[i].Content, found[o].Cue)) continue;
                    best = o;
                    bestLength = piece.Count;
                }
            }

            if (best >= 0) found[i] = found[i] with { Outer = best };
        }
    }

    /// <summary>"…, a charge that Israel denied", "…, which the army denied": the report's own words, not the outer speaker's.</summary>
    private static bool IsAside(Document document, Attribution attribution)
    {
        var verb = attribution.Cue.End - 1;
        var relative = -1;
        for (var t = attribution.Cue.First; t < attribution.Cue.End; t++)
        {
            if (document[t].Relation == Dependency.AclRelcl) relative = document.Subtree(verb = t).First;
            // "…, which the army denied", whatever the parse hangs the verb on.
            if (document.Child(t, Dependency.Obj) is > 0 and var which && which < t && document[which].Tag == PartOfSpeech.WDT && document[which - 1].Tag == PartOfSpeech.Comma) return true;
        }

        // "…, an accusation denied by Kabul"
        if (relative < 0 && document[attribution.Cue.End - 1] is { Relation: Dependency.Acl, Tag: PartOfSpeech.VBN, Head: >= 0 and var named } && document[named].Relation == Dependency.Appos)
            return document.NounPhrase(named).First is > 0 and var opens && document[opens - 1].Tag == PartOfSpeech.Comma;
        if (relative < 0 && attribution.Source is { IsEmpty: false, First: > 0 and var pronoun } && document[pronoun].Tag is PartOfSpeech.WDT or PartOfSpeech.WP) return document[pronoun - 1].Tag == PartOfSpeech.Comma;
        if (relative <= 0) return false;
        if (document[relative - 1].Tag == PartOfSpeech.Comma) return true;
        var noun = document[verb].Head;
        return noun >= 0 && noun < verb && document[noun].Relation == Dependency.Appos && document.NounPhrase(noun).First is > 0 and var first && document[first - 1].Tag == PartOfSpeech.Comma;
    }

    /// <summary>"The army says it killed six; the rebels deny": the second speaker answers the first, and passes nothing on.</summary>
    private static bool IsAnswer(Document document, Attribution attribution) =>
        attribution is { Source: { IsEmpty: false, First: > 0 and var first }, Form: QuotationForm.Indirect } && document[first - 1].Form == ";" && attribution.Content[0].First < first;

    private static bool Holds(IReadOnlyList<TokenRange> content, TokenRange cue)
    {
        foreach (var piece in content)
        {
            if (piece.Contains(cue)) return true;
        }

        return false;
    }
}
