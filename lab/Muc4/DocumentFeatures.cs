using Ascribe.Lab.Predictions;
using Ascribe.Language;

namespace Ascribe.Lab.Muc4;

/// <summary>What is looked at to tell which types of incident a document reports.</summary>
internal static class DocumentFeatures
{
    public static void Write(IncidentText text, Features features)
    {
        features.Add("bias");
        var document = text.Document;
        foreach (var word in text.HeaderWords) features.Add("header", word);
        var previous = "^";
        for (var t = text.BodyStart; t < document.Count; t++)
        {
            if (document[t].Tag == PartOfSpeech.CD) continue;
            var lemma = document[t].Lemma.ToLowerInvariant();
            if (lemma.Length == 0 || !char.IsLetter(lemma[0])) { previous = "^"; continue; }
            features.Add("word", lemma);
            features.Add("pair", previous, lemma);
            if (document.SentenceOf(t) - document.SentenceOf(text.BodyStart) < 2) features.Add("first-word", lemma);
            previous = lemma;
        }

        foreach (var incident in text.Reading.Incidents)
        {
            var type = Muc4Types.Incident(incident.Type) ?? incident.Type;
            features.Add("incident", type, incident.Status.ToString());
            if (incident.IsMain) features.Add("main", type, incident.Status.ToString());
            if (incident.Time?.Interval?.Latest is { } day && text.Day is { } today)
            {
                var days = NodaTime.Period.Between(day, today, NodaTime.PeriodUnits.Days).Days;
                features.Add("age", type, days < 0 ? "future" : days <= 3 ? "3" : days <= 14 ? "14" : days <= 60 ? "60" : "old");
            }

            features.Add(incident.Time is null ? "undated" : "dated", type);
            if (incident.Places.Count > 0) features.Add("placed", type, incident.Places[0].Place.Country ?? "");
        }

        foreach (var mention in text.Reading.EventMentions.Where(m => m.Head >= 0 && m.Head < document.Count))
        {
            foreach (var victim in mention.Victims.Where(v => v.Head >= 0)) features.Add("victim", victim.Effect.ToString(), document[victim.Head].Lemma.ToLowerInvariant());
            foreach (var agent in mention.Agents.Where(a => a >= 0)) features.Add("agent", Muc4Types.Incident(mention.Type) ?? mention.Type, document[agent].Lemma.ToLowerInvariant());
            foreach (var target in mention.Targets.Where(a => a.Head >= 0)) features.Add("target", document[target.Head].Lemma.ToLowerInvariant());
            features.Add("trigger", document[mention.Head].Lemma.ToLowerInvariant(), mention.Status.ToString());
        }
    }
}
