using Ascribe.Lab.Predictions;
using Ascribe.Language;
using Ascribe.Language.Models;

namespace Ascribe.Lab.Muc4;

/// <summary>What is looked at to choose the value of a set slot.</summary>
internal sealed class SlotFeatures(IncidentText text)
{
    private readonly Features _bag = new();

    /// <summary>What an entity is: its own words alone.</summary>
    public uint[] Kind(Entity entity)
    {
        _bag.Clear();
        _bag.Add("bias");
        foreach (var phrase in entity.Phrases)
        {
            var last = phrase.Tokens.End - 1;
            _bag.Add("head", text.LemmaOf(last));
            _bag.Add("tag", text.Document[last].Tag.Name());
            for (var t = phrase.Tokens.First; t < last; t++)
            {
                _bag.Add("word", text.LemmaOf(t));
                if (t == last - 1) _bag.Add("pair", text.LemmaOf(t), text.LemmaOf(last));
            }

            foreach (var child in text.Document.Children(phrase.Head))
            {
                if (text.Document[child].Relation is Dependency.Nmod or Dependency.Appos or Dependency.NmodPoss) _bag.Add("with", text.Document[child].Relation.Name(), text.LemmaOf(child));
                if (text.Document[child].Relation is Dependency.Cop) _bag.Add("is");
            }

            if (text.Document[phrase.Head].Relation is Dependency.Appos) _bag.Add("with", "apposed", text.LemmaOf(text.Document[phrase.Head].Head));
            if (phrase.Describes >= 0) _bag.Add("title");
            foreach (var other in text.Phrases)
            {
                if (other.Describes == phrase.Index) _bag.Add("titled", text.LemmaOf(other.Tokens.End - 1));
            }

            var chain = text.Reading.Mentions.ChainAt(phrase.Head);
            if (chain >= 0)
            {
                _bag.Add("kind", text.Reading.Mentions.Chains[chain].Kind.ToString());
                if (text.Reading.Mentions.Chains[chain].Role is { } role)
                {
                    foreach (var word in role.ToLowerInvariant().Split(' ')) _bag.Add("role", word);
                }
            }
        }

        foreach (var mention in text.Reading.EventMentions)
        {
            foreach (var target in mention.Targets)
            {
                if (entity.Phrases.Any(p => p.Head == target.Head)) _bag.Add("target", target.Kind);
            }

            foreach (var weapon in mention.Weapons)
            {
                if (entity.Phrases.Any(p => weapon.Tokens.Contains(p.Tokens.End - 1))) _bag.Add("weapon", weapon.Kind);
            }
        }

        return _bag.ToArray();
    }

    /// <summary>What befell an entity.</summary>
    public static uint[] Befallen(Entity entity, string type) => [.. entity.Features, FeatureHash.Mix(FeatureHash.Of("type"), FeatureHash.Of(type))];

    /// <summary>What an incident is, to tell its type.</summary>
    public uint[] Incident(Opinion opinion, IReadOnlyList<(Entity Entity, IncidentRole Role)> members)
    {
        Incident("", members);
        foreach (var (type, p) in IncidentModel.Types.Zip(opinion.Types)) _bag.Add("likely", type, Opinion.Odds(p));
        return _bag.ToArray();
    }

    /// <summary>What an incident is: its type, its members and the sentences that tell of them.</summary>
    public uint[] Incident(string type, IReadOnlyList<(Entity Entity, IncidentRole Role)> members)
    {
        _bag.Clear();
        _bag.Add("bias");
        if (type.Length > 0) _bag.Add("type", type);
        var sentences = new HashSet<int>();
        var roles = new HashSet<IncidentRole>();
        foreach (var (entity, role) in members)
        {
            if (role == IncidentRole.Place) continue;
            roles.Add(role);
            foreach (var phrase in entity.Phrases.Take(2))
            {
                _bag.Add("member", role.ToString(), text.LemmaOf(phrase.Tokens.End - 1));
                sentences.Add(phrase.Sentence);
            }
        }

        for (var r = IncidentRole.PerpetratorIndividual; r < IncidentRole.Place; r++) _bag.Add("has", r.ToString(), roles.Contains(r) ? "yes" : "no");
        if (!roles.Contains(IncidentRole.PerpetratorIndividual) && !roles.Contains(IncidentRole.PerpetratorOrganization)) _bag.Add("no doer", type);
        foreach (var mention in text.Reading.EventMentions)
        {
            if (!sentences.Contains(mention.Sentence)) continue;
            _bag.Add("event", Muc4Types.Incident(mention.Type) ?? mention.Type, mention.Status.ToString());
            _bag.Add("trigger", text.LemmaOf(mention.Head));
            foreach (var weapon in mention.Weapons) _bag.Add("weapon", weapon.Kind);
        }

        foreach (var sentence in sentences)
        {
            var tokens = text.Document.SentenceTokens(sentence);
            for (var t = tokens.First; t < tokens.End; t++)
            {
                if (text.Document[t].Tag.IsVerb() || text.Document[t].Tag is PartOfSpeech.MD or PartOfSpeech.RB) _bag.Add("verb", text.LemmaOf(t));
                else if (text.Document[t].Tag.IsNoun() || text.Document[t].Tag.IsAdjective()) _bag.Add("noun", text.LemmaOf(t));
            }
        }

        return _bag.ToArray();
    }
}
