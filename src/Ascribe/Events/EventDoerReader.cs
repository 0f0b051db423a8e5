using Ascribe.Actors;
using Ascribe.Language;
using Ascribe.Records;

namespace Ascribe.Events;

/// <summary>Takes what stands where the doer of an event does: who does it, or the weapon that is told in that place.</summary>
internal sealed class EventDoerReader(EventLexicon lexicon, EventWeaponReader weapons)
{
    /// <summary>"killed by rebels", "rebel rockets hit a town", "Israeli warplanes struck": the head of a phrase, and who is told in it.</summary>
    public void Take(ReportMentions mentions, EventMention mention, int head)
    {
        head = mentions.CountedBy(head);
        if (weapons.TakeMany(mentions, mention, head)) return;
        if (lexicon.WeaponAt(mentions.Document, head) is { } weapon)
        {
            EventWeaponReader.Add(mentions, mention, weapon.Tokens, head, weapon.Value);

            // "Israeli warplanes": the words stand for the state, or the user is a modifier of theirs, as of "rebel rockets".
            if (weapon.Value.IsCarrier && mentions.ChainAt(head) >= 0 && !mention.Agents.Contains(head)) mention.Agents.Add(head);
            foreach (var child in mentions.Document.Children(head))
            {
                var isOwner = IsOwner(mentions.Document, child);
                if ((child < head || isOwner) && (weapon.Value.IsCarrier ? mentions.ChainAt(child) >= 0 : IsForceOrState(mentions, child))) mention.Agents.Add(child);
                else if (mentions.Document[child].Tag == PartOfSpeech.PRPS) mention.Agents.Add(child);
            }

            return;
        }

        var chain = mentions.ChainAt(head);
        if (chain >= 0 && mentions.Chains[chain].Kind == ActorKind.Media) return;
        if (!mention.Agents.Contains(head) && !lexicon.IsEventNoun(mentions.Document, head)) mention.Agents.Add(head);
        if (chain >= 0) return;

        // "army artillery"
        foreach (var child in mentions.Document.Children(head))
        {
            if (child < head && IsForceOrState(mentions, child) && mentions.Document[child].Relation is var relation && (relation == Dependency.Amod || relation == Dependency.Compound && !mentions.Chains[mentions.ChainAt(child)].IsNamed)) mention.Agents.Add(child);
        }
    }

    /// <summary>"warplanes of the Russian air force"</summary>
    private bool IsOwner(Document document, int word) => document[word].Relation == Dependency.Nmod && lexicon.RoleOf(Clause.Preposition(document, word)) == PrepositionRole.Patient;

    /// <summary>"an army air strike", "a government raid"</summary>
    public static bool IsForceOrState(ReportMentions mentions, int head) => mentions.ChainAt(head) is >= 0 and var chain && mentions.Chains[chain] is { IsForce: true } or { Kind: ActorKind.State };

    /// <summary>"was carried out by al-Qaida", where the parse loses the phrase: the actor behind the preposition right behind the verb, or -1.</summary>
    public int RightBehind(ReportMentions mentions, int verb)
    {
        const int toName = 4;
        var document = mentions.Document;
        var end = document.SentenceTokens(document.SentenceOf(verb)).End;
        var t = verb + 1;
        if (t < end && document[t].Tag == PartOfSpeech.RP) t++;
        if (t >= end || lexicon.RoleOf(document[t].Form) != PrepositionRole.Agent) return -1;
        for (var name = t + 1; name < end && name <= t + toName; name++)
        {
            if (mentions.ChainAt(name) >= 0) return name;
            if (document[name].Tag is PartOfSpeech.Comma or PartOfSpeech.CC or PartOfSpeech.IN) return -1;
        }

        return -1;
    }

    /// <summary>"were killed in Borno on Monday, allegedly by the group": the parse hangs whoever is named apart on the nearest noun.</summary>
    public void TakeApart(ReportMentions mentions, EventMention mention)
    {
        var document = mentions.Document;
        var end = document.SentenceTokens(mention.Sentence).End;
        var comma = -1;
        for (var t = mention.Tokens.End; t < end; t++)
        {
            if (document[t].Tag.IsVerb()) return;
            if (document[t].Tag == PartOfSpeech.Comma) comma = t;
            if (comma >= 0 && t - comma <= 2 && document[t] is { Relation: Dependency.Case, Head: var named } && named > t && lexicon.RoleOf(document[t].Form) == PrepositionRole.Agent)
            {
                if (mentions.ChainAt(named) >= 0) Take(mentions, mention, named);
                return;
            }
        }
    }

    /// <summary>"an attack by suspected rebels", where the parse makes a verb of the participle: the noun that ends the phrase right behind the preposition.</summary>
    public void TakeBehindNoun(ReportMentions mentions, EventMention mention)
    {
        var document = mentions.Document;
        var end = document.SentenceTokens(mention.Sentence).End;
        var t = mention.Tokens.End;
        if (t + 1 >= end || lexicon.RoleOf(document[t].Form) != PrepositionRole.Agent || document[t + 1].Tag is not (PartOfSpeech.VBN or PartOfSpeech.VBD)) return;
        t += 2;
        while (t < end && (document[t].Tag.IsNoun() || document[t].Tag.IsAdjective())) t++;
        if (mentions.ChainAt(t - 1) >= 0) Take(mentions, mention, t - 1);
    }
}
