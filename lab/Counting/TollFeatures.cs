using System.Globalization;
using Ascribe.Dossiers.Merging;
using Ascribe.Lab.Muc4;
using Ascribe.Records;

namespace Ascribe.Lab.Counting;

/// <summary>What a report's words and its record tell of a toll.</summary>
internal static class TollFeatures
{
    /// <summary>So many characters of the body are first paragraphs, and so many are looked at in all.</summary>
    private const int Lead = 500, Whole = 2500;

    public static uint[] Of(Record record)
    {
        var features = new Features();
        features.Add("bias");
        Words(features, "title", record.Report.Title ?? "", int.MaxValue);
        Words(features, "lead", record.Report.Text, Lead);
        Words(features, "body", record.Report.Text, Whole);
        foreach (var main in new[] { true, false })
        {
            foreach (var victims in record.Events.Where(e => e.Main == main).SelectMany(e => e.Victims).GroupBy(v => v.Effect))
            {
                var most = victims.Max(v => v.Count.Min ?? v.Count.Max ?? 1);
                features.Add(main ? "main" : "other", RecordJson.NameOf(victims.Key), most.ToString(CultureInfo.InvariantCulture));
                features.Add(main ? "main-groups" : "other-groups", RecordJson.NameOf(victims.Key), victims.Count(), 5);
            }
        }

        features.Add("ages", new SketchText(record.Report.Text).Ages(Whole).Count, 6);
        return features.ToArray();
    }

    private static void Words(Features features, string kind, string text, int until)
    {
        var words = TextWords.Of(text);
        for (var w = 0; w < words.Count && words[w].Start < until; w++)
        {
            features.Add(kind, words[w].Form);
            if (w + 1 < words.Count) features.Add(kind, words[w].Form, words[w + 1].Form);
            if (w + 2 < words.Count && kind != "body") features.Add(kind, words[w].Form, words[w + 1].Form, words[w + 2].Form);
        }
    }
}
