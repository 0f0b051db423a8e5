using System.Text.Json;
using Ascribe.Language;

namespace Ascribe.Lab.Training;

/// <summary>
/// A document of re3d (Relationship and Entity Extraction Evaluation Dataset, Dstl 2017) with its mentions (persons, organisations, places, quantities …: whole
/// noun phrases with their determiners, pronouns too) and what is said of two of them. Of nested or crossing mentions only the longest stays, of equal ones the
/// most confident; mentions and relations without any confidence are left out (they are suggestions that nobody confirmed).
/// </summary>
internal sealed record Re3dDocument(string Text, IReadOnlyList<Re3dMention> Mentions, IReadOnlyList<Re3dRelation> Relations, bool MayShip)
{
    /// <summary>The types of names that are looked at, and the kinds whose classes they take; the last two are lent ones that re3d does not have.</summary>
    public static readonly IReadOnlyDictionary<string, NameKind> Names = new Dictionary<string, NameKind>
    {
        ["Person"] = NameKind.Person,
        ["Organisation"] = NameKind.Organization,
        ["Location"] = NameKind.Location,
        ["Nationality"] = NameKind.Nationality,
        ["Weapon"] = NameKind.Weapon,
        ["MilitaryPlatform"] = NameKind.MilitaryUnit,
        ["Vehicle"] = NameKind.Facility,
    };

    /// <summary>With the quantities, which stand in relations: they take the class of armed groups, which re3d calls organisations.</summary>
    public static readonly IReadOnlyDictionary<string, NameKind> Arguments = new Dictionary<string, NameKind>(Names) { ["Quantity"] = NameKind.ArmedGroup };

    public static IEnumerable<Re3dDocument> Read(string path)
    {
        foreach (var row in CorpusFiles.Objects(path))
        {
            var labels = row.GetProperty("labels");
            yield return new Re3dDocument(
                row.GetProperty("text").GetString()!, MentionsOf(labels), RelationsOf(labels), !row.GetProperty("license").GetString()!.Contains("NonCommercial", StringComparison.Ordinal));
        }
    }

    /// <summary>Its sentences, each a document of its own.</summary>
    /// <param name="document">The text, segmented.</param>
    /// <param name="kinds">The types that are names.</param>
    public IEnumerable<NamedSentence> Sentences(Document document, IReadOnlyDictionary<string, NameKind> kinds)
    {
        for (var s = 0; s < document.SentenceCount; s++)
        {
            var tokens = document.SentenceTokens(s);
            var spans = document.Spans[tokens.First..tokens.End];
            var names = Mentions.Where(m => kinds.ContainsKey(m.Type) && m.Span.Start < spans[^1].End && m.Span.End > spans[0].Start)
                .Select(m => (Array.FindIndex(spans, t => t.End > m.Span.Start), Array.FindLastIndex(spans, t => t.Start < m.Span.End) + 1, kinds[m.Type]));
            var words = spans.Select(t => t.In(document.Text).ToString()).ToArray();
            yield return new NamedSentence(Treebank.DocumentOf(words), NameCorpora.Classes(words.Length, names), NameConvention.AllKinds, "re3d");
        }
    }

    private static List<Re3dMention> MentionsOf(JsonElement labels)
    {
        var found = new List<Re3dMention>();
        var mentions = labels.GetProperty("entities").EnumerateArray()
            .Select(e => (Mention: new Re3dMention(Span(e, "begin", "end"), e.GetProperty("type").GetString()!), Confidence: e.GetProperty("confidence").GetDouble()))
            .Where(e => e.Confidence > 0)
            .OrderByDescending(e => e.Mention.Span.Length).ThenByDescending(e => e.Confidence).ThenBy(e => e.Mention.Span.Start);
        foreach (var (mention, _) in mentions)
        {
            if (!found.Exists(f => f.Span.Overlaps(mention.Span))) found.Add(mention);
        }

        return found;
    }

    private static Re3dRelation[] RelationsOf(JsonElement labels) =>
    [
        .. labels.GetProperty("relations").EnumerateArray()
            .Where(r => r.GetProperty("confidence").GetDouble() > 0)
            .Select(r => new Re3dRelation(r.GetProperty("type").GetString()!, Span(r, "sourceBegin", "sourceEnd"), Span(r, "targetBegin", "targetEnd")).InOrder())
            .Distinct(),
    ];

    private static TextSpan Span(JsonElement row, string begin, string end) => new(row.GetProperty(begin).GetInt32(), row.GetProperty(end).GetInt32());
}
