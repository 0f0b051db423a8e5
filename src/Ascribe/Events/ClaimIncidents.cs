using Ascribe.Claims;
using Ascribe.Language;
using Ascribe.Ontology;
using Ascribe.Records;

namespace Ascribe.Events;

/// <summary>Which incident of the report a claim, or a word that stands for an act, is about.</summary>
internal sealed class ClaimIncidents(Reading reading, EventTypes types, ResponsibilityWords words)
{
    /// <summary>Words that tell no act speak of one that was told so many sentences before, at most.</summary>
    private const int Near = 2;

    private readonly ReportMentions _mentions = reading.Mentions;

    /// <summary>
    /// The incident that a claim is about: the one told in its content, else the one told last before it within a few sentences, else the
    /// main one; -1: none of the report's.
    /// </summary>
    public int Of(Attribution claim)
    {
        if (ToldIn(claim) is >= 0 and var told) return told;
        var position = claim.Cue.IsEmpty ? claim.Content[0].First : claim.Cue.First;

        // "two bombings last year blamed on the Front": of those counted beside the story.
        if (reading.Tallies.Any(t => t.Clause.Contains(position))) return -1;

        // "claimed similar attacks": not those told of.
        if (claim.Content.Any(c => words.Others.All(_mentions.Document, c).Any())) return -1;
        if (AttackOnNamed(claim) is >= 0 and var named) return named;
        return Before(position) is >= 0 and var before ? before : Main();
    }

    /// <summary>Of a claim of several acts, those told beside the first: "claimed the attack on the embassy and another assault on a camp".</summary>
    public IEnumerable<int> Beside(Attribution claim, int first)
    {
        var document = _mentions.Document;
        for (var i = 0; i < reading.Incidents.Count; i++)
        {
            if (i == first || !types.IsViolence(reading.Incidents[i].Type)) continue;
            if (reading.Incidents[i].Mentions.Any(m => document[m.Head] is { Relation: Dependency.Conj } && document[m.Head].Tag.IsNoun() && claim.Content.Any(c => c.Contains(m.Tokens)) && IsBeside(m))) yield return i;
        }

        // The parse may hang the second act on the place or the time of the first.
        bool IsBeside(EventMention mention) => reading.Incidents[first].Mentions.Any(m => m.Head <= document[mention.Head].Head && m.Head < mention.Head && document[m.Head].Tag.IsNoun() && m.Sentence == mention.Sentence);
    }

    /// <summary>The act told last before the word within a few sentences, or -1.</summary>
    public int Before(int word)
    {
        var sentence = _mentions.Document.SentenceOf(word);
        var (told, nearest) = (-1, -1);
        for (var i = 0; i < reading.Incidents.Count; i++)
        {
            if (!types.IsViolence(reading.Incidents[i].Type)) continue;
            foreach (var mention in reading.Incidents[i].Mentions)
            {
                if (mention.Tokens.First < word && mention.Tokens.First > nearest && sentence - mention.Sentence <= Near) (told, nearest) = (i, mention.Tokens.First);
            }
        }

        return told;
    }

    private int ToldIn(Attribution claim)
    {
        for (var i = 0; i < reading.Incidents.Count; i++)
        {
            if (!types.IsViolence(reading.Incidents[i].Type)) continue;
            foreach (var mention in reading.Incidents[i].Mentions)
            {
                foreach (var content in claim.Content)
                {
                    if (content.Contains(mention.Tokens)) return i;
                }
            }
        }

        return -1;
    }

    private int Main()
    {
        for (var i = 0; i < reading.Incidents.Count; i++)
        {
            if (reading.Incidents[i].IsMain && types.IsViolence(reading.Incidents[i].Type)) return i;
        }

        return -1;
    }

    /// <summary>"blamed Iran for the embassy breach": of the acts told before, the one whose target the content names in one of its own words; -1: none, or several.</summary>
    private int AttackOnNamed(Attribution claim)
    {
        var document = _mentions.Document;
        var found = -1;
        for (var i = 0; i < reading.Incidents.Count; i++)
        {
            if (!types.IsViolence(reading.Incidents[i].Type)) continue;
            var targets = reading.Incidents[i].Mentions.SelectMany(m => m.Targets).Where(t => t.Head >= 0 && t.Head < claim.Content[0].First && document[t.Head].Tag.IsNoun() && !document[t.Head].Tag.IsProperNoun());
            if (!targets.Any(t => claim.Content.Any(c => Names(c, document[t.Head].Form)))) continue;
            if (found >= 0) return -1;
            found = i;
        }

        return found;

        bool Names(TokenRange content, string form)
        {
            for (var t = content.First; t < content.End; t++)
            {
                if (document[t].Form == form) return true;
            }

            return false;
        }
    }
}
