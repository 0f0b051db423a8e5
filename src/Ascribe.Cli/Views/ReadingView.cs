using Ascribe.Language;
using Ascribe.Records;

namespace Ascribe.Cli.Views;

/// <summary>Prints the layers of a reading, sentence by sentence.</summary>
internal static class ReadingView
{
    public static void Write(TextWriter writer, Reading reading, bool tokens)
    {
        var mentions = reading.Mentions;
        var document = mentions.Document;
        for (var s = 0; s < document.SentenceCount; s++)
        {
            var range = document.SentenceTokens(s);
            writer.WriteLine($"[{s}] {RecordJson.NameOf(mentions.Report.PassageOf(s))}: {document.TextOf(range).ReplaceLineEndings(" ")}");
            if (tokens)
            {
                for (var t = range.First; t < range.End; t++)
                {
                    var token = document[t];
                    writer.WriteLine($"    {t - range.First + 1,3} {token.Text,-18} {token.Lemma,-16} {token.Tag.Name(),-6} {(token.Head < 0 ? 0 : token.Head - range.First + 1),3} {token.Relation.Name()}");
                }
            }

            void Line(string layer, TokenRange at, string what)
            {
                if (range.Contains(at)) writer.WriteLine($"    {layer,-12} \"{document.TextOf(at).ReplaceLineEndings(" ")}\"  {what}");
            }

            foreach (var name in document.Names) Line("name", name.Tokens, RecordJson.NameOf(name.Kind));
            foreach (var time in mentions.Times) Line("time", time.Tokens, time.Value ?? "unresolved");
            foreach (var place in mentions.Places) Line("place", place.Tokens, $"{place.Place.Name} ({place.Place.Country}), {RecordJson.NameOf(place.Role)}, {RecordJson.NameOf(place.Relation)}");
            foreach (var count in mentions.Counts)
                Line("count", count.Tokens, $"{count.Count.Min}–{count.Count.Max}{(count.Counted >= 0 ? " " + document[count.Counted].Text.ToString() : "")}{(count.IsPart ? ", a part" : "")}");
            for (var c = 0; c < mentions.Chains.Count; c++)
            {
                foreach (var mention in mentions.Chains[c].Mentions) Line("actor", mention.Tokens, $"a{c + 1} {mentions.Chains[c].Name}, {RecordJson.NameOf(mentions.Chains[c].Kind)}");
            }

            for (var i = 0; i < reading.Incidents.Count; i++)
            {
                foreach (var mention in reading.Incidents[i].Mentions)
                    Line("event", mention.Tokens, $"e{i + 1} {mention.Type}, {RecordJson.NameOf(mention.Status)}; trigger {RecordJson.NameOf(mention.Trigger.Strength)}, frame {RecordJson.NameOf(mention.Trigger.Frame)}");
            }

            for (var a = 0; a < reading.Attributions.Count; a++)
            {
                var attribution = reading.Attributions[a];
                Line("claim", attribution.Cue, $"c{a + 1} {RecordJson.NameOf(attribution.Stance)}, {RecordJson.NameOf(attribution.Certainty)}, source \"{document.TextOf(attribution.Source)}\", content \"{string.Join(" … ", attribution.Content.Select(document.TextOf)).ReplaceLineEndings(" ")}\"");
            }

            foreach (var relation in reading.Relations) Line("relation", relation.Tokens, $"a{relation.Subject + 1} {RecordJson.NameOf(relation.Kind)} a{relation.Object + 1}");
            foreach (var tally in reading.Tallies) Line("tally", tally.Count.Tokens, RecordJson.NameOf(tally.Kind));
        }
    }
}
