using Ascribe.Language;

namespace Ascribe.Lab.Training;

/// <summary>
/// A document of re3d (Relationship and Entity Extraction Evaluation Dataset, Dstl 2017) with its mentions of persons, organisations, locations, nationalities,
/// weapons, military platforms and vehicles: whole noun phrases with their determiners, pronouns too. Of nested or crossing mentions only the longest stays, of
/// equal ones the most confident; those without any confidence are left out (they are suggestions that stand inside others).
/// </summary>
internal sealed record Re3dDocument(string Text, IReadOnlyList<(TextSpan Span, string Type)> Mentions, bool MayShip)
{
    /// <summary>The types that are looked at, and the kinds whose classes they take; the last two are lent ones that re3d does not have.</summary>
    public static readonly IReadOnlyDictionary<string, NameKind> Kinds = new Dictionary<string, NameKind>
    {
        ["Person"] = NameKind.Person,
        ["Organisation"] = NameKind.Organization,
        ["Location"] = NameKind.Location,
        ["Nationality"] = NameKind.Nationality,
        ["Weapon"] = NameKind.Weapon,
        ["MilitaryPlatform"] = NameKind.MilitaryUnit,
        ["Vehicle"] = NameKind.Facility,
    };

    public static IEnumerable<Re3dDocument> Read(string path)
    {
        foreach (var row in CorpusFiles.Objects(path))
        {
            var found = new List<(TextSpan Span, string Type)>();
            var mentions = row.GetProperty("labels").GetProperty("entities").EnumerateArray()
                .Select(e => (Span: new TextSpan(e.GetProperty("begin").GetInt32(), e.GetProperty("end").GetInt32()), Type: e.GetProperty("type").GetString()!, Confidence: e.GetProperty("confidence").GetDouble()))
                .Where(e => e.Confidence > 0)
                .OrderByDescending(e => e.Span.Length).ThenByDescending(e => e.Confidence).ThenBy(e => e.Span.Start);
            foreach (var mention in mentions)
            {
                if (!found.Exists(f => f.Span.Start < mention.Span.End && mention.Span.Start < f.Span.End)) found.Add((mention.Span, mention.Type));
            }

            yield return new Re3dDocument(
                row.GetProperty("text").GetString()!, [.. found.Where(f => Kinds.ContainsKey(f.Type))], !row.GetProperty("license").GetString()!.Contains("NonCommercial", StringComparison.Ordinal));
        }
    }

    /// <summary>Its sentences, each a document of its own.</summary>
    /// <param name="document">The text, segmented.</param>
    public IEnumerable<NamedSentence> Sentences(Document document)
    {
        for (var s = 0; s < document.SentenceCount; s++)
        {
            var tokens = document.SentenceTokens(s);
            var spans = document.Spans[tokens.First..tokens.End];
            var names = Mentions.Where(m => m.Span.Start < spans[^1].End && m.Span.End > spans[0].Start)
                .Select(m => (Array.FindIndex(spans, t => t.End > m.Span.Start), Array.FindLastIndex(spans, t => t.Start < m.Span.End) + 1, Kinds[m.Type]));
            var words = spans.Select(t => t.In(document.Text).ToString()).ToArray();
            yield return new NamedSentence(Treebank.DocumentOf(words), NameCorpora.Classes(words.Length, names), NameConvention.AllKinds, "re3d");
        }
    }
}
