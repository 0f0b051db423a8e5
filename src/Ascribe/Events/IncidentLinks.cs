using Ascribe.Actors;
using Ascribe.Language;
using Ascribe.Ontology;
using Ascribe.Places;
using Ascribe.Records;

namespace Ascribe.Events;

/// <summary>What incidents take from each other and from the text around them: a place left unsaid, what one answers or concerns.</summary>
internal sealed class IncidentLinks(EventTypes types)
{
    /// <summary>An incident told without place takes the place told last before it.</summary>
    public void FillPlaces(ReportMentions mentions, List<Incident> incidents)
    {
        foreach (var incident in incidents)
        {
            if (incident.Places.Count > 0 || !types.IsViolence(incident.Type)) continue;
            PlaceMention? last = null;
            foreach (var place in mentions.Places)
            {
                var sentence = mentions.Document.SentenceOf(place.Tokens.First);
                if (place.Role != PlaceRole.Location || place.Place.Precision == PlacePrecision.Region || NamesSomebody(mentions, place) || place.Cue is PlaceCue.From or PlaceCue.To or PlaceCue.Against or PlaceCue.By or PlaceCue.With or PlaceCue.For || IsModifier(mentions.Document, place) || sentence > incident.LastSentence + 1) continue;
                if (sentence < incident.FirstSentence - 2) continue;
                last = place;
                if (sentence >= incident.FirstSentence) break;
            }

            if (last is not null) incident.Places.Add(last);
        }
    }

    /// <summary>"US-led", "Paris-style": the name in such a compound says where nothing happened.</summary>
    public static bool IsModifier(Document document, PlaceMention place) =>
        place.Tokens.End + 1 < document.Count && document[place.Tokens.End] is { Form: "-", SpaceBefore: false } && !document[place.Tokens.End + 1].Tag.IsProperNoun();

    /// <summary>"the Islamic State of Iraq": the name is a word of what somebody is called.</summary>
    private static bool NamesSomebody(ReportMentions mentions, PlaceMention place)
    {
        var head = PlaceRoles.HeadOf(mentions.Document, place.Tokens);
        for (var t = mentions.Document[head].Head; t >= 0 && mentions.Document[t].Tag.IsNoun(); t = mentions.Document[t].Head)
        {
            if (mentions.ChainAt(t) is >= 0 and var chain && mentions.Chains[chain] is { IsNamed: true, Kind: not ActorKind.State }) return true;
        }

        return false;
    }

    public void Link(List<Incident> incidents, IReadOnlyList<AnswerPair> answers)
    {
        for (var i = 0; i < incidents.Count; i++)
        {
            if (!types.IsViolence(incidents[i].Type))
            {
                incidents[i].About = Other(incidents, i);
                continue;
            }

            foreach (var pair in answers)
            {
                if (!incidents[i].Mentions.Contains(pair.Answering)) continue;
                var answered = pair.Answered is { } told ? incidents.FindIndex(o => o.Mentions.Contains(told)) : Other(incidents, i);
                if (answered >= 0 && answered != i) incidents[i].Answers = answered;
            }
        }
    }

    /// <summary>The other violent incident told nearest: in the same sentence, else before, else the first.</summary>
    private int Other(List<Incident> incidents, int index)
    {
        var best = -1;
        var bestDistance = int.MaxValue;
        var here = incidents[index].Mentions[0];
        for (var i = 0; i < incidents.Count; i++)
        {
            if (i == index || !types.IsViolence(incidents[i].Type)) continue;
            foreach (var mention in incidents[i].Mentions)
            {
                var distance = Math.Abs(mention.Head - here.Head) + (mention.Sentence > here.Sentence ? 1000 : 0);
                if (distance >= bestDistance) continue;
                best = i;
                bestDistance = distance;
            }
        }

        return best;
    }
}
